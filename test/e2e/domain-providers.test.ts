import { describe, expect, it } from 'vitest';
import type { DnsRecord } from '../helpers/dns-fixture.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { checkDomain as check, runDomain as run } from './domain-support.js';

describe.concurrent('domain, with what is known of providers', () => {
  it.each([
    ['smtp.163.com', 'qq.com', 'QQ Mail', 'NetEase', 'put such mail into the spam folder'],
    ['smtp.sendgrid.net', 'yahoo.com', 'Yahoo Mail', 'SendGrid', 'refuse such mail'],
    ['smtp.sendgrid.net', 'yeah.net', 'NetEase', 'SendGrid', 'decide for themselves'],
  ])('knows without DNS that mail through %s as %s agrees with nothing', async (...names) => {
    const [host, domain, owner, through, policy] = names;
    const password = plantPassword();
    const env = {
      SMTP_URI: `smtps://me:${encodeURIComponent(password)}@${host}`,
      SMTP_SENDER: `me@${domain}`,
    };
    const { report, code, find, queries, stdout } = await check({}, ['--offline'], { env });
    expect({ code, queries }).toEqual({ code: 78, queries: [] });
    const { title, explanation } = find('dmarc') ?? {};
    expect(find('dmarc')).toMatchObject({ status: 'failed', code: 'dmarc-misaligned' });
    expect(`${title} ${explanation}`).toContain(owner);
    expect(`${title} ${explanation}`).toContain(through);
    expect(explanation).toContain(policy);
    expect(report.alignment).toMatchObject({ spf: 'fail', dkim: 'fail', dmarc: 'fail' });
    expectNoSecret({ stdout, stderr: '' }, password);
  });

  it('says no policy that was not asked for', async () => {
    const env = { SMTP_URI: 'smtps://me:x@smtp.163.com', SMTP_SENDER: 'me@qq.com' };
    const { stdout } = await run({}, ['--offline'], { env });
    expect(stdout).toMatch(/^ {2}DMARC passes: no$/m);
    const chinese = await run({}, ['--offline', '--lang', 'zh-CN'], { env });
    expect(chinese.stdout).toMatch(/^ {2}DMARC 通过：\S+$/m);
    expect(chinese.stdout).not.toContain('策略：');
    const zone = {
      'example.org': { a: ['192.0.2.1'], txt: ['v=spf1 -all'] },
      '_dmarc.example.org': { txt: ['v=DMARC1; p=quarantine'] },
    };
    const asked = await run(zone, ['example.org'], {});
    expect(asked.stdout).toContain('(policy: quarantine)');
  });

  it('cannot know it where the server is the owner’s, in one’s own network, or not named', async () => {
    for (const uri of [
      'smtps://me:x@smtp.qq.com',
      'smtps://me:x@smtp.exmail.qq.com',
      'smtp://postfix:25',
      'smtp://127.0.0.1:1025',
      'smtps://me:x%@smtp.163.com',
      '',
    ]) {
      const env = { SMTP_URI: uri, SMTP_SENDER: 'me@qq.com' };
      const { find, report } = await check({}, ['--offline'], { env });
      expect([uri, find('dmarc')?.status]).toEqual([uri, 'skipped']);
      expect(report.alignment.dmarc).toBe('unknown');
    }
  });

  it('compares the networks that Tencent Exmail sends from with those of the record', async () => {
    const env = { SMTP_URI: 'smtps://me:x@smtp.exmail.qq.com', SMTP_SENDER: 'me@example.org' };
    const zone = (record: string): Record<string, DnsRecord> => ({
      'example.org': { a: ['192.0.2.1'], mx: [[5, 'mxbiz1.qq.com']], txt: [record] },
      'spf.mail.qq.com': {
        txt: ['v=spf1 include:qq-a.mail.qq.com include:qq-b.mail.qq.com -all'],
      },
      'qq-a.mail.qq.com': { txt: ['v=spf1 ip4:198.51.100.0/25 -all'] },
      'qq-b.mail.qq.com': { txt: ['v=spf1 ip4:198.51.100.128/25 -all'] },
    });
    const included = await check(zone('v=spf1 include:spf.mail.qq.com ~all'), [], { env });
    expect(included.find('spf')).toMatchObject({ status: 'ok', code: null });
    // The same networks by number: no text of an include is looked for.
    const listed = await check(zone('v=spf1 ip4:198.51.100.0/24 ~all'), [], { env });
    expect(listed.find('spf')).toMatchObject({ status: 'ok', code: null });
    const half = await check(zone('v=spf1 ip4:198.51.100.0/25 ~all'), [], { env });
    expect(half.find('spf')).toMatchObject({ status: 'warning', code: 'spf-provider-missing' });
    const none = await check(zone('v=spf1 mx ~all'), [], { env });
    expect(none.find('spf')).toMatchObject({
      status: 'failed',
      code: 'spf-provider-missing',
      record: { type: 'TXT', value: 'v=spf1 mx include:spf.mail.qq.com ~all' },
    });
  });
});
