import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DnsRecord } from '../helpers/dns-fixture.js';
import { expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { checkDomain as check, runDomain as run } from './domain-support.js';

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

  it.each([
    ['a stranger’s server', 'smtp.stranger.example', {}],
    ['an address without a name', '198.51.100.7', {}],
    ['a server of a private network', '10.0.0.7', {}],
    [
      'a name of one’s own that leads elsewhere',
      'mail.example.org',
      { cname: 'x.stranger.example' },
    ],
    ['a container', 'postfix', {}],
  ])('does not know what %s sends from', async (_, host, record) => {
    const zone = {
      ...OWN,
      'example.org': { ...(OWN['example.org'] as object), txt: ['v=spf1 ip4:203.0.113.9 -all'] },
      'mail.example.org': record,
      'smtp.stranger.example': { a: ['198.51.100.7'] },
      'x.stranger.example': { a: ['198.51.100.7'] },
    };
    const env = { SMTP_URI: `smtp://me:pw@${host}`, SMTP_SENDER: 'me@example.org' };
    const { find, queries } = await check(zone, ['--blocklists'], { env });
    expect(find('spf')).toMatchObject({ status: 'ok', code: null });
    expect(find('spf')?.explanation).toContain('does not know which address your mail leaves from');
    expect(find('reverse-name')).toMatchObject({ status: 'skipped' });
    expect(find('helo')).toMatchObject({ status: 'skipped' });
    expect(queries.filter((query) => /^\d+\.\d|in-addr/.test(query))).toEqual([]);
    const given = await check(zone, ['--ip', '198.51.100.7'], { env });
    expect(given.find('spf')).toMatchObject({ status: 'failed', code: 'spf-provider-missing' });
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
      'whose MX leads nowhere',
      { 'example.org': { mx: [[5, 'mx.example.org']] } },
      ...([78, 'mx-missing'] as const),
    ],
    [
      'whose MX is an address',
      { 'example.org': { mx: [[5, '127.0.0.1']] } },
      ...([78, 'mx-missing'] as const),
    ],
    [
      'with two SPF records',
      {
        'example.org': {
          a: ['192.0.2.1'],
          mx: [[1, 'a.example.org']],
          txt: ['v=spf1 -all', 'v=spf1 ~all'],
        },
        'a.example.org': { a: ['192.0.2.1'] },
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
    const people = await run(OWN, ['--offline'], { env: SETTINGS });
    expect(people.stdout).toMatch(/^- Offline: DNS was not asked about mail from example\.org\n/);
  });

  it('needs a domain or a sender', async () => {
    const { code, report } = await check({});
    expect({ code, cause: report.failure?.cause }).toEqual({ code: 78, cause: 'sender-missing' });
  });

  it.each([
    [['exa mple'], 'domain needs a domain such as example.com'],
    [['localhost'], 'domain needs a domain such as example.com'],
    [['example.org', '--ip', 'mail.example.org'], '--ip needs an IP address'],
    ...['192.168.1.5', '10.0.0.5', '127.0.0.1', '172.17.0.2', '100.64.0.9', 'fd00::5'].map(
      (ip): [string[], string] => [['example.org', '--ip', ip], `receivers never see ${ip}`],
    ),
    [['example.org', '--recipient', 'you@'], '--recipient needs a domain'],
    [['example.org', '--selector', 'my key'], '--selector needs a DKIM selector, such as s1'],
    [
      ['chat.example.org', '--selector', 's1._domainkey.other.com'],
      '--selector names a record of other.com',
    ],
  ])('refuses %j', async (args, words) => {
    const { code, stdout, stderr } = await runBin(['smtp', 'domain', ...args]);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(words);
  });

  it.each([
    // Neutral is no pass, and the same term behind it would never be read.
    ['v=spf1 ?ip4:192.0.2.7 -all', 'Value  v=spf1 ip4:192.0.2.7 -all\n'],
    ['v=spf1 include：spf.example.com -all', 'Correct the term include：spf.example.com'],
    ['v=spf1 —all', 'Correct the term —all'],
    [
      'v=spf1 include:https://spf.example.com -all',
      'Write a bare domain name in the place of https://spf.example.com.',
    ],
  ])('says how to mend %s', async (text, words) => {
    const octets = Buffer.from(text).toString('latin1');
    const zone = { ...OWN, 'example.org': { txt: [octets] } };
    const { stdout } = await run(zone, ['--ip', '192.0.2.7'], { env: SETTINGS });
    expect(stdout).toContain(words);
    expect(stdout).not.toContain('fails SPF');
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
