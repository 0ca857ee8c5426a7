import { describe, expect, it } from 'vitest';
import { changeLogin, changeUri } from '../../../../src/settings/uri/change-uri.js';

describe('another login in a URI', () => {
  it.each([
    ['smtps://me:old@a.b:465/?pool=true', 'smtps://me%40x.org:p%23w@a.b:465/?pool=true'],
    ['smtp://a.b', 'smtp://me%40x.org:p%23w@a.b'],
    ['smtp://a.b?name=c.d', 'smtp://me%40x.org:p%23w@a.b/?name=c.d'],
    ['smtps://me:o@ld@[::1]:465/', 'smtps://me%40x.org:p%23w@[::1]:465/'],
  ])('%s', (uri, changed) => {
    expect(changeLogin(uri, 'me@x.org', 'p#w').reveal()).toBe(changed);
  });

  it('is taken out where there is no user', () => {
    expect(changeLogin('smtps://me:old@a.b/', '', '').reveal()).toBe('smtps://a.b/');
  });
});

it('a server without encryption is asked for none', () => {
  const changes = { host: 'x.org', port: 25, isTlsFirst: false, requiresTls: false };
  const changed = changeUri('smtps://me:pw@a.b/?name=c.d', { ...changes, ignoresTls: true });
  expect(changed.reveal()).toBe('smtp://me:pw@x.org:25/?name=c.d&ignoreTLS=true');
});
