import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { expectValidDomainReport } from '../helpers/schema.js';
import { startBind } from './bind.js';
import { zoneLines } from './zone-lines.js';

const key = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .publicKey.export({ format: 'der', type: 'spki' })
    .toString('base64');
const WHOLE = key(2048);
/** A text as the strings that a record takes. */
const split = (text: string) => text.match(/.{1,255}/gs) ?? [];
const NETWORKS = Array.from({ length: 16 }, (_, at) => `ip4:203.0.113.${at * 8}/29`).join(' ');
const ELEVEN = Array.from({ length: 11 }, (_, at) => `h${at}.eleven.com`);

const TEXTS = {
  'spf.mail.qq.com': ['v=spf1 include:qq-a.mail.qq.com include:qq-b.mail.qq.com -all'],
  'qq-a.mail.qq.com': ['v=spf1 ip4:198.51.100.0/25 -all'],
  'qq-b.mail.qq.com': ['v=spf1 ip4:198.51.100.128/25 -all'],
  'good.com': ['v=spf1 include:spf.mail.qq.com ~all'],
  'flat.com': ['v=spf1 ip4:198.51.100.0/24 ~all'],
  'half.com': ['v=spf1 ip4:198.51.100.0/25 ~all'],
  'long.com': [split(`v=spf1 ${NETWORKS} -all`)],
  'two.com': ['v=spf1 mx -all', 'v=spf1 include:spf.mail.qq.com ~all'],
  'gone-include.com': ['v=spf1 include:nowhere.com mx -all'],
  'macro.com': ['v=spf1 exists:%{ir}.%{v}._spf.%{d} -all exp=why.%{d}'],
  'why.macro.com': ['%{i} is not ours'],
  'redirect.com': ['v=spf1 redirect=own.com'],
  'eleven.com': [split(`v=spf1 ${ELEVEN.map((name) => `a:${name}`).join(' ')} -all`)],
  'void.com': ['v=spf1 a:x1.void.com a:x2.void.com a:x3.void.com ip4:192.0.2.25 -all'],
  'own.com': ['v=spf1 ip4:192.0.2.24/31 -all'],
  'relay.com': ['v=spf1 mx -all'],
  '_dmarc.relay.com': ['v=DMARC1; p=reject; aspf=s'],
  'mail.sub.tree.com': ['v=spf1 -all'],
  '_dmarc.sub.tree.com': ['v=DMARC1; p=reject'],
  '_dmarc.good.com': ['v=DMARC1; p=quarantine'],
  '_dmarc.two.com': ['v=DMARC1; p=reject; t=y'],
  '_mta-sts.sts.com': ['v=STSv1; id=1'],
  'k2048._domainkey.good.com': [split(`v=DKIM1; k=rsa; p=${WHOLE}`)],
  'k1024._domainkey.good.com': [`v=DKIM1; k=rsa; p=${key(1024)}`],
  'k512._domainkey.good.com': [`v=DKIM1; k=rsa; p=${key(512)}`],
  'revoked._domainkey.good.com': ['v=DKIM1; p='],
  'quoted._domainkey.good.com': [split(`"v=DKIM1; k=rsa; p=${WHOLE}"`)],
  'cut._domainkey.good.com': [`v=DKIM1; k=rsa; p=${WHOLE.slice(0, 230)}`],
  'parted._domainkey.good.com': [`v=DKIM1; k=rsa; p=${WHOLE.slice(0, 200)}`, WHOLE.slice(200)],
  's1._domainkey.relay.com': { cname: 's1.domainkey.u1.wl.sendgrid.net' },
  's1.domainkey.u1.wl.sendgrid.net': [split(`k=rsa; p=${WHOLE}`)],
};
const OTHERS = [
  ...['good', 'flat', 'half', 'long', 'two', 'gone-include', 'macro', 'redirect', 'eleven'].map(
    (name) => `${name}.com. MX 10 mx.own.com.`,
  ),
  ...['void', 'own', 'relay', 'mail.sub.tree', 'sts'].map(
    (name) => `${name}.com. MX 10 mx.own.com.`,
  ),
  ...ELEVEN.map((name, at) => `${name}. A 198.51.100.${at}`),
  ...['mx.own.com. A 192.0.2.25', 'mail.own.com. A 192.0.2.25', 'mail2.own.com. A 192.0.2.99'],
  '25.2.0.192.in-addr.arpa. PTR mail.own.com.',
  '26.2.0.192.in-addr.arpa. PTR mail2.own.com.',
  '25.2.0.192.in-addr._spf.macro.com. A 127.0.0.2',
  '26.2.0.192.zen.spamhaus.org. A 127.0.0.2',
  ...['zen.spamhaus.org', 'bl.spamcop.net', 'b.barracudacentral.org', 'psbl.surriel.com'].map(
    (list) => `24.2.0.192.${list}. A 127.255.255.254`,
  ),
  'own.com.dbl.spamhaus.org. A 127.255.255.252',
];

let server: string;
beforeAll(async () => {
  server = await startBind([...zoneLines(TEXTS), ...OTHERS]);
});

const EXMAIL = 'smtps://me%40good.com:x@smtp.exmail.qq.com';
const SENDGRID = 'smtps://apikey:SG.x@smtp.sendgrid.net';

async function check(domain: string, { uri = '', args = [] as string[] } = {}) {
  const words = ['smtp', 'domain', domain, '--dns', server, '--json', ...args];
  const { stdout, stderr, code } = await runBin(words, uri ? { env: { SMTP_URI: uri } } : {});
  expect(stderr).toBe('');
  const report = expectValidDomainReport(JSON.parse(stdout));
  const find = (name: string) => report.checks.find((one) => one.name === name);
  return { report, find, code };
}

describe('SPF, before BIND', () => {
  it.each([
    ['good.com', EXMAIL, [], 'ok', undefined],
    ['flat.com', EXMAIL, [], 'ok', undefined],
    [
      'half.com',
      EXMAIL,
      [],
      'spf-provider-missing',
      'v=spf1 ip4:198.51.100.0/25 include:spf.mail.qq.com ~all',
    ],
    [
      'long.com',
      EXMAIL,
      [],
      'spf-provider-missing',
      `v=spf1 ${NETWORKS} include:spf.mail.qq.com -all`,
    ],
    ['two.com', EXMAIL, [], 'spf-multiple', 'v=spf1 mx include:spf.mail.qq.com ~all'],
    ['gone-include.com', '', [], 'spf-invalid', 'v=spf1 mx -all'],
    ['eleven.com', '', [], 'spf-too-many-lookups', undefined],
    ['void.com', '', ['--ip', '192.0.2.25'], 'spf-invalid', undefined],
    ['macro.com', '', ['--ip', '192.0.2.25'], 'ok', undefined],
    [
      'macro.com',
      '',
      ['--ip', '192.0.2.26'],
      'spf-provider-missing',
      'v=spf1 exists:%{ir}.%{v}._spf.%{d} ip4:192.0.2.26 -all exp=why.%{d}',
    ],
    ['redirect.com', '', ['--ip', '192.0.2.25'], 'ok', undefined],
    [
      'redirect.com',
      '',
      ['--ip', '192.0.2.26'],
      'spf-provider-missing',
      'v=spf1 ip4:192.0.2.26 redirect=own.com',
    ],
    ['sts.com', EXMAIL, [], 'spf-missing', 'v=spf1 include:spf.mail.qq.com ~all'],
  ])('of %s through "%s" %j: %s', async (domain, uri, args, wanted, record) => {
    const { find } = await check(domain, { uri, args });
    const spf = find('spf');
    expect(spf?.code ?? spf?.status).toBe(wanted);
    expect(spf?.record?.value).toBe(record);
  });

  it('is said in words with a record to paste, whole and split', async () => {
    const env = { SMTP_URI: EXMAIL };
    const { stdout, stderr, code } = await runBin(['smtp', 'domain', 'long.com', '--dns', server], {
      env,
    });
    expect({ stderr, code }).toEqual({ stderr: '', code: 78 });
    expect(stdout).toContain(`v=spf1 ${NETWORKS} include:spf.mail.qq.com -all`);
    expect(stdout).toMatch(/^ {6}"v=spf1 [^"]{248}" "[^"]+ -all"$/m);
    expect(stdout).toMatch(/ @$/m);
  });
});

describe('DKIM, before BIND', () => {
  it.each([
    ['k2048', 'ok', '2048 bits'],
    ['k1024', 'ok', '1024 bits'],
    ['k512', 'dkim-key-malformed', '1024 bits'],
    ['revoked', 'dkim-key-revoked', 'withdrawn'],
    ['quoted', 'dkim-key-malformed', 'quotation marks'],
    ['cut', 'dkim-key-malformed', 'cut off'],
    ['parted', 'dkim-key-malformed', 'more than one record'],
    ['none', 'dkim-key-missing', 'none._domainkey.good.com'],
  ])('the key "%s": %s, %s', async (selector, wanted, words) => {
    const { find } = await check('good.com', { args: ['--selector', selector] });
    const dkim = find('dkim');
    expect(dkim?.code ?? dkim?.status).toBe(wanted);
    expect(`${dkim?.title} ${dkim?.explanation}`).toContain(words);
  });

  it.each([
    ['good.com', 'It is not known which DKIM key'],
    ['own.com', 'publishes no DKIM key'],
  ])('of %s without a selector: %s', async (domain, title) => {
    const { find } = await check(domain);
    expect(find('dkim')).toMatchObject({ status: 'warning', code: 'dkim-unknown' });
    expect(find('dkim')?.title).toContain(title);
  });

  it('of a provider is found through its CNAME', async () => {
    const { find, report } = await check('relay.com', { uri: SENDGRID });
    expect(find('dkim')).toMatchObject({ status: 'ok', code: null });
    // `aspf=s`, and an envelope below the domain.
    expect(report.alignment).toMatchObject({ spf: 'fail', dkim: 'pass', dmarc: 'pass' });
  });
});

describe('DMARC, before BIND', () => {
  it('differs by the way to it', async () => {
    const { find, report } = await check('mail.sub.tree.com');
    expect(find('dmarc')).toMatchObject({ status: 'warning', code: 'readers-differ' });
    expect(report.alignment.receiversDiffer).toHaveLength(1);
  });

  it('that is being tested is told of', async () => {
    const { report } = await check('two.com');
    expect(report.alignment.receiversDiffer.join(' ')).toContain('t=y');
  });

  it('cannot pass for a sender of free mail through another provider, told without DNS by verify', async () => {
    const password = plantPassword();
    const env = {
      SMTP_URI: `smtps://me%40163.com:${encodeURIComponent(password)}@smtp.163.com`,
      SMTP_SENDER: 'me@qq.com',
    };
    const { stdout, code } = await runBin(['smtp', 'domain', '--dns', server, '--json'], { env });
    const { checks, alignment } = expectValidDomainReport(JSON.parse(stdout));
    expect([code, alignment.dmarc]).toEqual([78, 'fail']);
    expect(checks.find(({ name }) => name === 'dmarc')?.code).toBe('dmarc-misaligned');
    expect(checks.filter(({ record }) => record)).toEqual([]);
    const verified = await runBin(['smtp', 'verify', '--offline', '--json'], { env });
    expect(verified.stdout).toContain('sender-unaligned-likely');
    for (const result of [{ stdout, stderr: '' }, verified]) expectNoSecret(result, password);
  });
});

describe('a server of one’s own, before BIND', () => {
  it('is asked about by its name in the settings', async () => {
    const { find } = await check('own.com', { uri: 'smtp://mail.own.com:587' });
    const told = ['spf', 'reverse-name', 'helo'].map((name) => find(name)?.status);
    expect(told).toEqual(['ok', 'ok', 'ok']);
  });

  it.each([
    ['192.0.2.25', 'ok', 'ok'],
    ['192.0.2.26', 'reverse-name-missing', 'blocklisted'],
    ['192.0.2.24', 'reverse-name-missing', 'unknown'],
  ])('at %s: %s, block lists %s', async (ip, reverse, lists) => {
    const { find } = await check('own.com', { args: ['--ip', ip, '--blocklists'] });
    const told = ['reverse-name', 'blocklist'].map(
      (name) => find(name)?.code ?? find(name)?.status,
    );
    expect(told).toEqual([reverse, lists]);
  });
});
