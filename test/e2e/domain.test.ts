import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DomainReport } from '../../src/report/domain-report.js';
import { type DnsRecord, startDnsServer } from '../helpers/dns-fixture.js';
import { expectNoSecret, plantPassword, type RunOptions, runBin } from '../helpers/run-bin.js';
import { expectValidDomainReport } from '../helpers/schema.js';
import { closeAtEnd } from './support.js';

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY = `v=DKIM1; k=rsa; p=${publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`;

/** A domain of somebody with a server of one's own: all is well. */
const OWN: Record<string, DnsRecord> = {
  'example.org': {
    mx: [[10, 'mail.example.org']],
    txt: ['v=spf1 mx -all'],
    a: ['192.0.2.25'],
  },
  'mail.example.org': { a: ['192.0.2.25'] },
  '25.2.0.192.in-addr.arpa': { ptr: ['mail.example.org'] },
  's1._domainkey.example.org': { txt: [KEY] },
  '_dmarc.example.org': { txt: ['v=DMARC1; p=quarantine'] },
};
const SETTINGS = {
  SMTP_URI: 'smtp://me%40example.org@mail.example.org',
  SMTP_SENDER: 'Tailchat <me@example.org>',
};

async function run(
  records: Record<string, DnsRecord>,
  args: string[] = [],
  options: RunOptions = {},
) {
  const server = await startDnsServer(records);
  closeAtEnd(() => server.close());
  const dns = ['--dns', server.address];
  const result = await runBin(['smtp', 'domain', ...args, ...dns], options);
  return { ...result, queries: server.queries };
}

async function check(
  records: Record<string, DnsRecord>,
  args: string[] = [],
  options: RunOptions = {},
) {
  const result = await run(records, [...args, '--json'], options);
  expect(result.stderr).toBe('');
  const report: DomainReport = expectValidDomainReport(JSON.parse(result.stdout));
  expect(report.exitCode).toBe(result.code);
  const find = (name: string) => report.checks.find((one) => one.name === name);
  return { ...result, report, find };
}

describe.concurrent('domain', () => {
  it('finds a domain well, with a server of one’s own', async () => {
    const args = ['--selector', 's1', '--recipient', 'you@example.org'];
    const { code, report } = await check(OWN, args, { env: SETTINGS });
    expect(report.checks.map(({ name, status, code: found }) => [name, status, found])).toEqual([
      ['domain', 'ok', null],
      ['mx', 'ok', null],
      ['spf', 'ok', null],
      ['dkim', 'ok', null],
      ['dmarc', 'ok', null],
      ['reverse-name', 'ok', null],
      ['helo', 'ok', null],
      ['blocklist', 'skipped', null],
      ['recipient', 'ok', null],
      ['mta-sts', 'ok', null],
    ]);
    expect(report).toMatchObject({ domain: 'example.org', ok: true, failure: null });
    expect(report.alignment).toMatchObject({ spf: 'pass', dmarc: 'pass', policy: 'quarantine' });
    expect(code).toBe(0);
  });

  it('says for people what is missing, and the record to publish', async () => {
    const { '_dmarc.example.org': _, ...others } = OWN;
    const zone = { ...others, 'example.org': { a: ['192.0.2.25'] } };
    const { code, stdout, stderr } = await run(zone, [], { env: SETTINGS });
    expect({ code, stderr }).toEqual({ code: 78, stderr: '' });
    expect(stdout).toMatch(/^✗ example\.org has no SPF record \[spf-missing\]\n/);
    expect(stdout).toContain('Value  v=spf1 ip4:192.0.2.25 ~all\n');
    expect(stdout).toContain('Name   _dmarc.example.org\n');
    expect(stdout).toContain('Value  v=DMARC1; p=none\n');
  });

  it('says it in Chinese', async () => {
    const { stdout } = await run({ 'example.org': { a: ['192.0.2.25'] } }, ['example.org'], {
      env: { LANG: 'zh_CN.UTF-8' },
    });
    expect(stdout).toContain('example.org 没有 SPF 记录');
    expect(stdout).toContain('主机记录  _dmarc.example.org');
  });

  it.each<[name: string, records: Record<string, DnsRecord>, code: number, cause: string]>([
    ['that does not exist', {}, 68, 'domain-unknown'],
    ['whose DNS is broken', { 'example.org': 'servfail' }, 75, 'dns-unavailable'],
    ['whose DNS refuses', { 'example.org': 'refused' }, 75, 'dns-unavailable'],
    ['that takes no mail', { 'example.org': { mx: [[0, '.']] } }, 78, 'mx-missing'],
    [
      'with two SPF records',
      {
        'example.org': {
          a: ['192.0.2.1'],
          mx: [[1, 'a.example.org']],
          txt: ['v=spf1 -all', 'v=spf1 ~all'],
        },
      },
      ...([78, 'spf-multiple'] as const),
    ],
    [
      'with a DMARC record that says nothing',
      { ...OWN, '_dmarc.example.org': { txt: ['v=DMARC1;'] } },
      ...([78, 'dmarc-invalid'] as const),
    ],
  ])('of a domain %s', async (_, records, code, cause) => {
    const { report } = await check(records, ['example.org']);
    expect(report).toMatchObject({ ok: false, exitCode: code, failure: { cause } });
  });

  it('ends in time where nobody answers', async () => {
    const { report, code } = await check({ 'example.org': 'silent' }, [
      'example.org',
      '--timeout',
      '1',
    ]);
    expect({ code, cause: report.failure?.cause }).toEqual({ code: 75, cause: 'dns-unavailable' });
    expect(report.ms).toBeLessThan(2500);
  });

  it('asks nobody about anything else, and no block list unasked', async () => {
    const { queries } = await check(OWN, [], { env: SETTINGS });
    expect(queries.length).toBeGreaterThan(5);
    for (const query of queries) expect(query).toMatch(/^(.*\.)?(example\.org|org|in-addr\.arpa) /);
    const asked = await check(OWN, ['--blocklists'], { env: SETTINGS });
    expect(asked.queries).toContain('25.2.0.192.zen.spamhaus.org A');
    expect(asked.find('blocklist')).toMatchObject({ status: 'ok' });
  });

  it('touches no network with --offline', async () => {
    const { report, queries } = await check(OWN, ['--offline'], { env: SETTINGS });
    expect(queries).toEqual([]);
    expect(report.checks.every(({ status }) => status === 'skipped')).toBe(true);
  });

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
    const asked = await run(OWN, [], { env: SETTINGS });
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

  it('needs a domain or a sender', async () => {
    const { code, report } = await check({});
    expect({ code, cause: report.failure?.cause }).toEqual({ code: 78, cause: 'sender-missing' });
  });

  it.each([
    [['exa mple'], 'domain needs a domain such as example.com'],
    [['localhost'], 'domain needs a domain such as example.com'],
    [['example.org', '--ip', 'mail.example.org'], '--ip needs an IP address'],
    [['example.org', '--recipient', 'you@'], '--recipient needs a domain'],
  ])('refuses %j', async (args, words) => {
    const { code, stdout, stderr } = await runBin(['smtp', 'domain', ...args]);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(words);
  });

  it('shows nothing raw that DNS says, and no password', async () => {
    const password = plantPassword();
    const zone: Record<string, DnsRecord> = {
      'example.org': {
        a: ['192.0.2.1'],
        mx: [[1, 'a.example.org']],
        txt: ['v=spf1 \u001b[31mx -all'],
      },
    };
    const env = {
      SMTP_URI: `smtps://me:${password}@mail.example.org`,
      SMTP_SENDER: 'me@example.org',
    };
    const { stdout, stderr } = await run(zone, [], { env });
    expect(stdout).not.toContain('\u001b');
    expectNoSecret({ stdout, stderr }, password);
  });
});
