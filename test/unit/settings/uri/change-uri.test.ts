import { describe, expect, it } from 'vitest';
import { changeUri as change } from '../../../../src/settings/uri/change-uri.js';

const changeUri = (...args: Parameters<typeof change>) => change(...args).reveal();

const HERE = { host: 'smtp.x.org', port: 587, isTlsFirst: false, requiresTls: true };

describe('another server in a URI', () => {
  it.each([
    ['smtps://me:p%23w@a.b/', 'smtp://me:p%23w@smtp.x.org:587/?requireTLS=true'],
    ['smtps://me:p@w@a.b:465', 'smtp://me:p@w@smtp.x.org:587/?requireTLS=true'],
    ['smtp://a.b:25', 'smtp://smtp.x.org:587/?requireTLS=true'],
    ['smtps://me:pw@a.b/" # mail', 'smtp://me:pw@smtp.x.org:587/?requireTLS=true'],
    [
      'smtp://me:pw@a.b/?ignoreTLS=true&name=c.d&port=25',
      'smtp://me:pw@smtp.x.org:587/?name=c.d&requireTLS=true',
    ],
  ])('%s', (uri, changed) => {
    expect(changeUri(uri, HERE)).toBe(changed);
  });

  it('with TLS first needs no more', () => {
    const changes = { ...HERE, port: 465, isTlsFirst: true };
    expect(changeUri('smtp://me:pw@a.b/?requireTLS=true&pool=true', changes)).toBe(
      'smtps://me:pw@smtp.x.org:465/',
    );
    expect(changeUri('smtp://me:pw@a.b', changes)).toBe('smtps://me:pw@smtp.x.org:465');
  });

  it('has no option that the scheme decides alone', () => {
    const changes = { ...HERE, port: 465, isTlsFirst: true };
    expect(changeUri('smtp://me:pw@a.b:465?secure=true&name=c.d&SSL', changes)).toBe(
      'smtps://me:pw@smtp.x.org:465/?name=c.d',
    );
  });

  it('may have another user', () => {
    expect(changeUri('smtps://me:p:w@a.b/', { ...HERE, user: 'me@x.org' })).toBe(
      'smtp://me%40x.org:p:w@smtp.x.org:587/?requireTLS=true',
    );
  });

  it('may be an IPv6 address', () => {
    expect(changeUri('smtp://a.b', { ...HERE, host: '2001:db8::1', requiresTls: false })).toBe(
      'smtp://[2001:db8::1]:587',
    );
  });
});
