import { describe, expect, it } from 'vitest';
import { parseSmtpUri } from '../../../../src/settings/uri/smtp-uri.js';
import { findOddOptions } from '../../../../src/settings/uri/uri-options.js';
import { certificates } from '../../../helpers/certificates.js';

/** Each text that was tried with nodemailer 6.7.8 on Node 18.18.0, over TLS from the first byte and over STARTTLS. */
const TEXTS = ['x', 'a,b', 'true', 'false', '1', '0', ''];

/** Options with the texts of those that a mail goes out with. With all others, each mail failed. */
const GOOD_OF_TLS: [name: string, good: string[]][] = [
  ['ca', ['false', '0', '']],
  ['cert', ['false', '0', '']],
  ['key', ['false', '0', '']],
  ['pfx', []],
  ['crl', []],
  ['dhparam', ['x', 'a,b']],
  ['ecdhCurve', []],
  ['ciphers', []],
  ['sigalgs', []],
  ['minVersion', []],
  ['maxVersion', []],
  ['secureProtocol', ['true', 'false', '1', '0', '']],
  ['secureOptions', ['false', '1', '0', '']],
  ['sessionIdContext', ['x', 'a,b']],
  ['ticketKeys', []],
  ['sessionTimeout', ['1', '0', '']],
  ['privateKeyIdentifier', []],
  ['privateKeyEngine', TEXTS],
  ['clientCertEngine', []],
  ['minDHSize', ['1']],
  ['session', ['false', '0', '']],
  ['secureContext', ['false', '0', '']],
  ['pskCallback', ['false', '0', '']],
  ['checkServerIdentity', []],
  ['ALPNProtocols', ['false', '0', '']],
  ['enableTrace', ['true', 'false']],
  ['honorCipherOrder', TEXTS],
  ['requestOCSP', TEXTS],
  ['foo', TEXTS],
  ['toString', TEXTS],
];

/** The same, of options that only count where nodemailer opens the connection with TLS. */
const GOOD_OF_CONNECTION: typeof GOOD_OF_TLS = [
  ['socket', ['false', '0', '']],
  ['signal', ['false', '0', '']],
  ['localAddress', ['false', '0', '']],
  ['localPort', ['false', '1', '0', '']],
  ['timeout', ['false', '1', '0', '']],
  ['autoSelectFamily', ['true', 'false']],
  ['autoSelectFamilyAttemptTimeout', ['1']],
  ['highWaterMark', ['1', '0', '']],
];

const GOOD_OF_NODEMAILER: typeof GOOD_OF_TLS = [
  ['logger', ['true', 'false', '0', '']],
  ['connection', ['false', '0', '']],
  ['socket', ['false', '0', '']],
  ['dkim', ['false', '0', '']],
  ['SES', ['false', '0', '']],
  ['localAddress', ['false', '0', '']],
  ['proxy', ['true', 'false', '1', '0', '']],
  ['url', ['x', 'a,b', 'false', '0', '']],
  ['service', ['x', 'a,b', 'false', '0', '']],
  ['debug', TEXTS],
  ['getSocket', TEXTS],
  ['customAuth', TEXTS],
];

function atFault(query: string, scheme = 'smtps'): string | undefined {
  const result = parseSmtpUri(`${scheme}://me:s3cret@mail.example.org/?${query}`);
  if (!result.ok) expect(result).toMatchObject({ cause: 'uri-invalid', detail: 'bad-option' });
  return result.ok ? result.uri.impossibleTls : result.about;
}

function goodTexts(option: string, scheme?: string): string[] {
  return TEXTS.filter((text) => !atFault(`${option}=${encodeURIComponent(text)}`, scheme));
}

describe('options of a URI with which every mail fails', () => {
  it.each(GOOD_OF_TLS)('tls.%s lets pass only what Node takes', (name, good) => {
    expect(goodTexts(`tls.${name}`)).toEqual(good);
    expect(goodTexts(`tls.${name}`, 'smtp')).toEqual(good);
  });

  it.each(GOOD_OF_CONNECTION)('tls.%s counts where TLS comes first', (name, good) => {
    expect(goodTexts(`tls.${name}`)).toEqual(good);
  });

  it.each(GOOD_OF_NODEMAILER)('%s lets pass only what nodemailer takes', (name, good) => {
    expect(goodTexts(name)).toEqual(good);
    expect(goodTexts(name, 'smtp')).toEqual(good);
  });

  it('takes the text of a certificate for an authority, and nothing at all without encryption', () => {
    const ca = encodeURIComponent(certificates.authority.cert);
    expect(atFault(`tls.ca=${ca}`)).toBeUndefined();
    expect(atFault('tls.ca=/etc/ssl/ca.pem')).toBe('tls.ca');
    expect(atFault('tls.ca=/etc/ssl/ca.pem&tls.rejectUnauthorized=false')).toBeUndefined();
    expect(atFault('tls.ca=/etc/ssl/ca.pem&ignoreTLS=true', 'smtp')).toBeUndefined();
  });

  it.each([
    ['tls=x&tls.servername=a.org', 'tls'],
    ['tls=1&tls.servername=a.org', 'tls'],
    ['tls.servername=a.org&tls=x', undefined],
    ['tls=x', undefined],
    ['tls=false&tls.servername=a.org', undefined],
    ['tls.servername=true', 'tls.servername'],
    ['tls.socket=false', 'tls.socket', 'smtp'],
    ['pool=true&maxConnections=x', 'maxConnections'],
    ['maxConnections=x', undefined],
    ['localAddress=127.0.0.2', undefined],
    // A socket takes the longest time that there is for any longer one; a timer takes none.
    ['socketTimeout=99999999999', undefined],
    ['socketTimeout=Infinity', 'socketTimeout'],
    ['socketTimeout=-5', 'socketTimeout'],
    ['connectionTimeout=99999999999', 'connectionTimeout'],
    ['greetingTimeout=99999999999', 'greetingTimeout'],
    ['proxy=foo:bar', 'proxy'],
    ['tls.secureProtocol=TLSv1_2_method&tls.minVersion=TLSv1.2', 'tls.minVersion'],
  ])('finds in ?%s %s', (query, option, scheme = 'smtps') => {
    expect(atFault(query, scheme)).toBe(option);
  });

  it('never says of an option that Node knows that it does nothing', () => {
    const known = [...GOOD_OF_TLS, ...GOOD_OF_CONNECTION].map(([name]) => name);
    for (const name of known.filter((name) => !['foo', 'toString'].includes(name))) {
      expect(findOddOptions(`smtps://mail.example.org/?tls.${name}=x`)).toEqual([]);
    }
  });
});
