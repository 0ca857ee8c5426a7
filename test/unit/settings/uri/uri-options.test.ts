import { describe, expect, it } from 'vitest';
import { findUncheckedOptions } from '../../../../src/settings/uri/unchecked-options.js';
import { findOddOptions, hasSecretOption } from '../../../../src/settings/uri/uri-options.js';

const find = (query: string) => findOddOptions(`smtps://me:p@smtp.x.org/?${query}`);

describe('an option that has no effect', () => {
  it.each([
    ['secure=true', { option: 'secure' }],
    ['ssl=1', { option: 'ssl' }],
    ['starttls=true', { option: 'starttls' }],
    ['requiretls=true', { option: 'requiretls', meant: 'requireTLS' }],
    ['requireTSL=true', { option: 'requireTSL', meant: 'requireTLS' }],
    ['ignoretls', { option: 'ignoretls', meant: 'ignoreTLS' }],
    ['rejectUnauthorized=false', { option: 'rejectUnauthorized', meant: 'tls.rejectUnauthorized' }],
    [
      'tls.rejectunauthorized=false',
      { option: 'tls.rejectunauthorized', meant: 'tls.rejectUnauthorized' },
    ],
    [
      'tls.rejectUnauthorised=false',
      { option: 'tls.rejectUnauthorised', meant: 'tls.rejectUnauthorized' },
    ],
    ['Pool=true', { option: 'Pool', meant: 'pool' }],
    ['authmethod=login', { option: 'authmethod', meant: 'authMethod' }],
    ['hots=x.org', { option: 'hots', meant: 'host' }],
    // Two advices in a row, each followed to the letter.
    [
      'requireTLS=true/?tls.servername=mail.x.org',
      { option: '/?tls.servername', meant: '&tls.servername' },
    ],
    ['requireTLS=true?pool=true', { option: '?pool', meant: '&pool' }],
    ['requireTLS=true;name=x.org', { option: ';name', meant: '&name' }],
    ['foo=bar', { option: 'foo', isFor: 'nothing' }],
    ['utm_source=a', { option: 'utm_source', isFor: 'nothing' }],
  ])('%s', (query, odd) => {
    expect(find(query)).toEqual([odd]);
    expect(find(`pool=true&${query}&${query}`)).toEqual([odd]);
  });

  it.each(['user', 'password', 'pass', 'auth.user', 'auth.pass', 'username', 'authUser', 'auth'])(
    'is a part of the login as %s',
    (option) => {
      expect(find(`${option}=z`)).toEqual([{ option, isFor: 'login' }]);
    },
  );

  it.each([
    ...['', 'pool=true', 'requireTLS=true&ignoreTLS=false', 'name=chat.x.org', 'maxConnections=5'],
    ...['tls.rejectUnauthorized=false&tls.minVersion=TLSv1.2', 'tls.ciphers=DEFAULT@SECLEVEL=1'],
    ...['connectionTimeout=1&greetingTimeout=2&socketTimeout=3', 'logger=true&debug=true', 'x=1'],
    // What may be the end of a password is not told.
    ...['Hunterzebra=1', 'hunter2zebra=1', 'hunterzebra', 'port=465', 'service=QQ'],
  ])('is not seen in %j', (query) => {
    expect(find(query)).toEqual([]);
  });
});

describe('a password among the options', () => {
  it.each(['password=z', 'auth.pass=z', 'proxy=http://me:z@x.org', 'tls.passphrase=z'])(
    'is seen in %s',
    (query) => {
      expect(hasSecretOption(`smtp://smtp.x.org/?${query}`)).toBe(true);
    },
  );

  it.each(['', 'password=', 'authMethod=LOGIN', 'pool=true', 'proxy=http://x.org'])(
    'is not seen in %j',
    (query) => {
      expect(hasSecretOption(`smtp://smtp.x.org/?${query}`)).toBe(false);
    },
  );
});

describe('an option that a check does not try', () => {
  it('is named where it is one of tls.connect or of nodemailer, and masked where it may be a password', () => {
    const query = 'tls.ca=x&tls.ALPNProtocols=y&proxy=z&tls.Zebra7Hunter9=1&zebra=1';
    const shown = findUncheckedOptions(query);
    expect(shown).toEqual(expect.arrayContaining(['tls.ca', 'proxy', 'tls.***']));
    expect(shown.join()).not.toMatch(/zebra/i);
  });
});
