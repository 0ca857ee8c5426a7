import { describe, expect, it } from 'vitest';
import type { DnsRecord } from '../helpers/dns-fixture.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { checkDomain as check, runDomain as run } from './domain-support.js';

const HOSTS = { a: ['192.0.2.25'], mx: [[10, 'mail.example.org']] } satisfies DnsRecord;
const ZONE: Record<string, DnsRecord> = {
  'example.org': { ...HOSTS, txt: ['v=spf1 mx -all'] },
  'mail.example.org': { a: ['192.0.2.25'] },
  '25.2.0.192.in-addr.arpa': { ptr: ['mail.example.org'] },
  '_dmarc.example.org': { txt: ['v=DMARC1; p=reject'] },
};

describe.concurrent('domain', () => {
  it('says that SMTP_URI cannot be read, and asks for no address in its place', async () => {
    const password = plantPassword();
    const env = {
      SMTP_URI: `smtps://me:${password}#/x@smtp.exmail.qq.com`,
      SMTP_SENDER: 'me@example.org',
    };
    const { stdout, code } = await run(ZONE, [], { env });
    expect(code).toBe(0);
    expect(stdout).toContain('SMTP_URI cannot be read, so the server is not known');
    expect(stdout).not.toContain('--ip');
    const chinese = await run(ZONE, ['--lang', 'zh-CN'], { env });
    expect(chinese.stdout).toContain('读不出 SMTP_URI');
    expect(chinese.stdout).not.toContain('--ip');
    expectNoSecret({ stdout: stdout + chinese.stdout, stderr: '' }, password);
  });

  it('says the same of a file that cannot be read, and tells nothing that the server decides', async () => {
    const env = { SMTP_SENDER: 'me@example.org' };
    const args = ['--settings', 'none.env'];
    const { stdout } = await run(ZONE, args, { env });
    expect(stdout).toContain('SMTP_URI cannot be read, so the server is not known');
    const zone = { ...ZONE, 'example.org': HOSTS };
    const { find, report } = await check(zone, args, { env });
    expect(find('spf')?.code).toBe('spf-missing');
    expect(report.alignment).toMatchObject({ spf: 'unknown', dkim: 'fail', dmarc: 'unknown' });
    const closed = { ...ZONE, 'example.org': { ...HOSTS, txt: ['v=spf1 -all'] } };
    const other = await check(closed, args, { env });
    expect(other.code).toBe(0);
    expect(other.find('spf')).toMatchObject({ status: 'warning', code: 'spf-provider-missing' });
  });

  it('takes an IPv4 address in the form of IPv6 for what it is', async () => {
    const { find } = await check(ZONE, ['example.org', '--ip', '::ffff:192.0.2.25']);
    expect([find('spf')?.status, find('reverse-name')?.status]).toEqual(['ok', 'ok']);
    const other = await check(ZONE, ['example.org', '--ip', '::ffff:c000:21a']);
    expect(other.find('spf')?.record?.value).toBe('v=spf1 mx ip4:192.0.2.26 -all');
  });

  it('names the CNAME that stands in the place of a DMARC record', async () => {
    const zone = { ...ZONE, '_dmarc.example.org': { cname: 'old.dmarc.example' } };
    const { find } = await check(zone, ['example.org']);
    expect(find('dmarc')).toMatchObject({
      code: 'dmarc-missing',
      evidence: ['_dmarc.example.org CNAME old.dmarc.example'],
      nextSteps: [
        expect.stringMatching(/^Delete the CNAME at _dmarc\.example\.org first/),
        'Add one that asks for nothing at first: p=none.',
      ],
    });
  });

  it('names the CNAME that stands in the place of an SPF record', async () => {
    const zone = {
      ...ZONE,
      'chat.example.org': { cname: 'mail.example.org' },
      'mail.example.org': { a: ['192.0.2.25'] },
    };
    const args = ['chat.example.org', '--ip', '192.0.2.25'];
    const { find } = await check(zone, args);
    expect(find('spf')).toMatchObject({
      code: 'spf-missing',
      evidence: ['chat.example.org CNAME mail.example.org'],
      record: { name: 'chat.example.org', value: 'v=spf1 ip4:192.0.2.25 ~all' },
    });
    const first = 'Put address records in place of the CNAME at chat.example.org first';
    expect(find('spf')?.nextSteps[0]).toContain(first);
    const chinese = await run(zone, [...args, '--lang', 'zh-CN']);
    expect(chinese.stdout).toContain('先把 chat.example.org 处指向 mail.example.org 的 CNAME 换成');
  });

  it('deletes no CNAME that a wildcard makes, and says what ends with a record of the name', async () => {
    const { '_dmarc.example.org': _, ...others } = ZONE;
    const zone = { ...others, '*.example.org': { cname: 'mail.example.org' } };
    const { find } = await check(zone, ['example.org']);
    expect(find('dmarc')).toMatchObject({ code: 'dmarc-missing', evidence: [] });
    expect(find('dmarc')?.nextSteps[0]).toBe(
      'Add the record, and delete nothing: the CNAME at _dmarc.example.org comes from a wildcard (*), which gives way to it.',
    );
    const args = ['chat.example.org', '--ip', '192.0.2.25'];
    const { stdout } = await run(zone, args);
    expect(stdout).toContain(
      'Add all records of chat.example.org too (A, AAAA, MX, TXT such as SPF)',
    );
    expect(stdout).not.toContain('Put address records in place of');
    const chinese = await run(zone, [...args, '--lang', 'zh-CN']);
    expect(chinese.stdout).toContain(
      '同时为 chat.example.org 添加它现有的全部记录（A、AAAA、MX，以及 SPF 等 TXT）',
    );
  });

  it('says what ends also where a wildcard has nothing but the SPF record', async () => {
    const { '_dmarc.example.org': _, ...others } = ZONE;
    const zone = { ...others, '*.example.org': { txt: ['v=spf1 ip4:192.0.2.25 -all'] } };
    const { stdout } = await run(zone, ['chat.example.org', '--ip', '192.0.2.25']);
    expect(stdout).toContain('Add all records of chat.example.org too');
  });

  it('looks for DKIM keys at the domain of the organisation, too', async () => {
    const p = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
    const zone = {
      ...ZONE,
      'chat.example.org': { a: ['192.0.2.9'] },
      'mail._domainkey.example.org': { txt: [p] },
    };
    const args = ['chat.example.org', '--ip', '192.0.2.25'];
    const { report, find } = await check(zone, args);
    expect(report.alignment).toMatchObject({ spf: 'fail', dkim: 'unknown', dmarc: 'unknown' });
    expect(find('dmarc')?.code).toBeNull();
    const { stdout } = await run(zone, [...args, '--selector', 'mail']);
    expect(stdout).toContain('DKIM key found: mail');
  });

  it('names a record below a subdomain as the panel of the registered domain does', async () => {
    const zone = { ...ZONE, 'chat.example.org': { a: ['192.0.2.25'] } };
    const { stdout } = await run(zone, ['chat.example.org', '--ip', '192.0.2.25']);
    expect(stdout).toContain('If the panel adds example.org by itself, enter the name chat\n');
    expect(stdout).not.toContain('enter the name @');
  });

  it('warns of a fault in SPF that its own mail does not reach', async () => {
    const txt = ['v=spf1 mx include:gone.example -all'];
    const zone = { ...ZONE, 'example.org': { ...HOSTS, txt } };
    const args = ['example.org', '--ip', '192.0.2.25'];
    const { code, find, report } = await check(zone, args);
    expect(code).toBe(0);
    expect(find('spf')).toMatchObject({ status: 'warning', code: 'spf-invalid' });
    expect(find('spf')?.explanation).toContain('Your mail passes before receivers reach it');
    expect(report.alignment).toMatchObject({ spf: 'pass', dmarc: 'pass', receiversDiffer: [] });
    const chinese = await run(zone, [...args, '--lang', 'zh-CN']);
    expect(chinese.stdout).toContain('收件方读到错误之前，你的邮件已经通过');
  });

  it('tells a record that lets nobody send, whoever sends', async () => {
    const zone = { ...ZONE, 'example.org': { ...HOSTS, txt: ['v=spf1 -all'] } };
    const { code, find } = await check(zone, ['example.org']);
    expect(code).toBe(78);
    expect(find('spf')?.title).toBe('The SPF record lets no server send');
    const chinese = await run(zone, ['example.org', '--lang', 'zh-CN']);
    expect(chinese.stdout).toContain('SPF 记录不允许任何服务器发信');
  });
});
