import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../../src/providers/index.js';
import { isPlausibleDomain } from '../../../src/safety/plausible-domain.js';

describe('the name of a domain or a machine', () => {
  it.each([
    'qq.com',
    'smtp.qq.com',
    'mail.corp.cn',
    'SMTP.QQ.COM',
    'MyCompany.com',
    'mx1.firma.berlin',
    'mail.some.unheard-of',
    'x.org.',
    'mail。公司。cn',
    'xn--fiq228c.xn--fiqs8s',
    'localhost',
    'mailpit',
    'smtp4dev',
    'iredmail',
    'mailu-front',
    'smtp-relay2',
    'tailchat-mail',
    'docker-mailserver',
    'host.docker.internal',
    'mailhog.tools.svc.cluster.local',
    'mail.example',
  ])('%s', (name) => {
    expect(isPlausibleDomain(name)).toBe(true);
  });

  it('is that of every provider’s server and domain', () => {
    const names = PROVIDERS.flatMap(({ servers, domains = [] }) => [
      ...servers.map(({ host }) => host),
      ...domains,
    ]);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !isPlausibleDomain(name))).toEqual([]);
  });

  it.each([
    '',
    '.',
    'ss',
    'SS',
    'ssw0rd',
    'ss.w0rd',
    'ss.word',
    'Kv3Tn5.com',
    'nas',
    'abcdefghijklmnop',
    'mail pit',
    'ss!x.com',
    '-x.com',
    'a..com',
    'xsmtpx',
    '12.34',
  ])('is not %j', (text) => {
    expect(isPlausibleDomain(text)).toBe(false);
  });
});
