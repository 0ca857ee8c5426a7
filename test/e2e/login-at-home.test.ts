import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { closeAtEnd, runJson, startScript } from './support.js';

const REFUSED = '535 Error: authentication failed, system busy';
/** As QQ Mail gives out. */
const CODE = 'mnbvqwertyuiplkj';

/** A login that a server of this name refuses. */
async function refusal(host: string, user: string, lang: string, password = plantPassword()) {
  const dns = await startDnsServer({ [host]: { a: ['127.0.0.1'] } });
  closeAtEnd(() => dns.close());
  const implicitTls = certificates.forNames(host);
  const server = await startScript({ implicitTls, replies: { AUTH: REFUSED } });
  const env = {
    SMTP_URI: `smtps://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${server.port}`,
    SMTP_SENDER: user,
    NODE_EXTRA_CA_CERTS: certificates.authorityFile,
    TEST_DNS_SERVER: dns.address,
  };
  const result = await runJson(['verify', '--lang', lang], { env, preload: [DNS_PRELOAD] });
  expectNoSecret(result, password);
  expect(result.report.failure?.cause).toBe('auth-failed');
  return result.report;
}

describe.concurrent.each(['en', 'zh-CN'])('a refused login, in %s', (lang) => {
  it('of an address that another provider gives out is sent there first', async () => {
    const { failure, warnings } = await refusal('smtp.exmail.qq.com', '12345@qq.com', lang, CODE);
    const [first, ...others] = failure?.nextSteps ?? [];
    expect(first).toMatch(/smtp\.qq\.com.*465.*(?:passwords of its own|授权码)/);
    // What Exmail gives out is of no use.
    expect(others.join()).not.toMatch(/exmail|客户端专用密码/);
    expect(failure?.suggestion).toMatchObject({
      uri: 'smtps://12345%40qq.com:***@smtp.qq.com:465',
      proof: 'none',
    });
    expect(warnings.map(({ code }) => code)).not.toContain('host-unlikely');
  });

  it('with a password that is none of there gets no line', async () => {
    const { failure } = await refusal('smtp.exmail.qq.com', '12345@qq.com', lang);
    expect(failure?.nextSteps[0]).toContain('smtp.qq.com');
    expect(failure?.suggestion).toBeNull();
  });

  it('at a sister of its server is sent there, with the advice of their provider', async () => {
    const { failure } = await refusal('smtp.163.com', 'me@126.com', lang);
    expect(failure?.nextSteps[0]).toContain('smtp.126.com');
    expect(failure?.nextSteps.join()).toContain('mail.126.com >');
    expect(failure?.suggestion?.uri).toContain('@smtp.126.com:465');
  });

  it('of a domain of somebody names the product for companies as a possibility', async () => {
    const { failure } = await refusal('smtp.qq.com', 'me@corp.example', lang);
    expect(failure?.nextSteps[0]).toMatch(/\bif .*smtp|smtp\.exmail\.qq\.com|如果.*smtp/);
    expect(failure?.nextSteps.join()).toContain('mail.qq.com');
    expect(failure?.suggestion).toBeNull();
  });

  it('of an address of the domain that the server is for has no such step', async () => {
    const { failure } = await refusal('smtp.exmail.qq.com', 'me@corp.example', lang);
    expect(failure?.nextSteps.join()).not.toMatch(/smtp\.qq\.com/);
  });
});

describe.concurrent('offline', () => {
  const SETTINGS = { SMTP_SENDER: '12345@qq.com' };
  it.each([
    ['en', 'smtp.exmail.qq.com', /is not where @qq\.com .* usually smtp\.qq\.com/],
    ['zh-CN', 'smtp.exmail.qq.com', /^@qq\.com 的邮箱一般不在.*smtp\.qq\.com/],
    ['en', 'smtp.qq.com', undefined],
    ['en', 'smtp-relay.brevo.com', undefined],
  ])('in %s a login with an address of QQ at %s', async (lang, host, words) => {
    const password = plantPassword();
    const env = {
      ...SETTINGS,
      SMTP_URI: `smtps://12345%40qq.com:${encodeURIComponent(password)}@${host}:465`,
    };
    const result = await runJson(['verify', '--offline', '--lang', lang], { env });
    expectNoSecret(result, password);
    const told = result.report.warnings.find(({ code }) => code === 'host-unlikely');
    if (words) expect(told?.message).toMatch(words);
    else expect(told).toBeUndefined();
  });
});
