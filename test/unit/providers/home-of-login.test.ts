import { describe, expect, it } from 'vitest';
import { goHome as inEnglish } from '../../../src/language/en/provider.js';
import { goHome as inChinese } from '../../../src/language/zh-cn/provider.js';
import { hang } from '../../../src/output/wrap.js';
import { findHomeOfLogin } from '../../../src/providers/find.js';
import { PROVIDERS } from '../../../src/providers/index.js';
import { homeOfLogin } from '../../../src/providers/known-hosts.js';
import { providerFacts } from '../../../src/words/provider-facts.js';

describe('the server where the address of a login is at home', () => {
  it.each([
    ['12345@qq.com', 'smtp.exmail.qq.com', 'elsewhere', 'smtp.qq.com'],
    ['me@FoxMail.com', 'SMTP.exmail.qq.com.', 'elsewhere', 'smtp.qq.com'],
    ['me@163.com', 'smtp.qiye.163.com', 'elsewhere', 'smtp.163.com'],
    ['me@126.com', 'smtp.qiye.163.com', 'elsewhere', 'smtp.126.com'],
    ['me@126.com', 'smtp.163.com', 'sister', 'smtp.126.com'],
    ['me@sina.cn', 'smtp.sina.com', 'sister', 'smtp.sina.cn'],
    ['me@sina.cn', 'smtp.sina.cn', undefined, undefined],
    ['me@sina.com', 'smtp.sina.cn', 'sister', 'smtp.sina.com'],
    ['me@sina.com', 'smtp.sina.com.cn', undefined, undefined],
    ['me@vip.sina.cn', 'smtp.sina.cn', 'sister', 'smtp.vip.sina.cn'],
    ['me@vip.sina.cn', 'smtp.vip.sina.cn', undefined, undefined],
    ['me@vip.sohu.com', 'smtp.sohu.com', 'sister', 'smtp.vip.sohu.com'],
    ['me@vip.sohu.com', 'smtp.vip.sohu.com', undefined, undefined],
    ['me@sohu.com', 'smtp.vip.sohu.com', 'sister', 'smtp.sohu.com'],
    ['me@gmail.com', 'smtp.qq.com', 'elsewhere', 'smtp.gmail.com'],
    ['me@gmail.com', 'smtp.ionos.de', 'elsewhere', 'smtp.gmail.com'],
    ['me@corp.example', 'smtp.qq.com', 'business', 'smtp.exmail.qq.com'],
    ['me@corp.example', 'smtp.163.com', 'business', 'smtp.qiye.163.com'],
    ['me@corp.example', 'smtp.gmail.com', undefined, undefined],
    ['me@gmx.com', 'smtp.qq.com', 'elsewhere', 'mail.gmx.com'],
    ['me@aol.com', 'smtp.qq.com', 'elsewhere', 'smtp.aol.com'],
    ['me@outlook.com', 'smtp.office365.com', undefined, undefined],
    ['me@yandex.ru', 'smtp.yandex.com', undefined, undefined],
    ['me@gmail.com', 'smtp-relay.brevo.com', undefined, undefined],
    ['me@gmail.com', 'mail.corp.example', undefined, undefined],
    ['12345', 'smtp.exmail.qq.com', undefined, undefined],
  ])('%s at %s: %s, %s', (user, host, kind, meant) => {
    const home = homeOfLogin(user, host);
    expect([home?.kind, home?.host]).toEqual([kind, meant]);
  });

  it('is the first server of a provider for its own addresses', () => {
    for (const { delivery, servers } of PROVIDERS) {
      const domains = delivery?.freeMail?.flatMap(({ value }) => value.domains) ?? [];
      const isOwn = (domain: string) => servers[0]?.host.endsWith(`.${domain}`);
      for (const domain of domains.filter(isOwn))
        expect(homeOfLogin(`me@${domain}`, servers[0]?.host ?? '')).toBeUndefined();
    }
  });

  it('is told in two lines at most, whosever it is', () => {
    const users = [
      ...PROVIDERS.flatMap(({ delivery }) => delivery?.freeMail ?? []).flatMap(
        ({ value }) => value.domains,
      ),
      ...['foxmail.com', 'vip.qq.com', 'yeah.net', 'vip.163.com', 'vip.126.com', '188.com'],
    ].map((domain) => `me@${domain}`);
    const hosts = ['smtp.qq.com', 'smtp.163.com', 'smtp.exmail.qq.com', 'smtp.zoho.com'];
    const homes = hosts.flatMap((host) =>
      [...users, 'me@corp.example'].flatMap((user) => findHomeOfLogin(user, host) ?? []),
    );
    expect(new Set(homes.map(({ kind }) => kind)).size).toBe(3);
    for (const [language, goHome] of [
      ['en', inEnglish],
      ['zh-CN', inChinese],
    ] as const) {
      for (const { kind, domain, provider, server } of homes) {
        const { name, passwordName } = providerFacts(provider, language);
        const { host, port } = server;
        const scheme = 'smtps://';
        const step = goHome({ kind, domain, scheme, host, port, name, passwordName });
        expect(step).toContain(host);
        expect(hang('1. ', step, 80).split('\n').length, step).toBeLessThanOrEqual(2);
      }
    }
  });
});

describe('the site of a mailbox', () => {
  const netease = PROVIDERS.find(({ id }) => id === 'netease');
  it.each([
    [{ user: 'me@126.com', host: 'smtp.163.com' }, 'mail.126.com'],
    [{ user: 'me@yeah.net', host: 'smtp.yeah.net' }, 'mail.yeah.net'],
    [{ user: 'me', host: 'smtp.126.com' }, 'mail.126.com'],
    [{ user: 'me@163.com', host: 'smtp.126.com' }, 'mail.163.com'],
    [{ user: 'me@vip.126.com', host: 'smtp.126.com' }, 'vip.126.com'],
    [{ user: 'me', host: 'smtp.vip.126.com' }, 'vip.126.com'],
    [{}, 'mail.163.com'],
  ])('of %j is %s', (login, site) => {
    for (const language of ['en', 'zh-CN'] as const) {
      for (const cause of ['auth-failed', 'auth-disabled', 'app-password-required'] as const) {
        const { passwordSource, advice } = providerFacts(netease, language, cause, login) ?? {};
        expect(passwordSource).toMatch(`${site} >`);
        const said = [passwordSource, advice].join();
        for (const [other] of said.matchAll(/\bmail\.[\w.]+/g)) expect(other).toBe(site);
      }
    }
  });
});
