import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DomainReport } from '../../src/report/domain-report.js';
import { runBin } from '../helpers/run-bin.js';
import { expectValidDomainReport } from '../helpers/schema.js';
import { startBind } from './bind.js';

const key = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .publicKey.export({ format: 'der', type: 'spki' })
    .toString('base64');
/** As a DNS panel wants it: parts of at most 255 characters. */
const parts = (text: string) => (text.match(/.{1,255}/gs) ?? []).map((one) => `"${one}"`).join(' ');
const ELEVEN = Array.from({ length: 11 }, (_, at) => `include:i${at}.many.test`).join(' ');

const ZONE = [
  'good.test. MX 10 mail.good.test.',
  'good.test. TXT "v=spf1 ip4:192.0.2.25 -all"',
  'mail.good.test. A 192.0.2.25',
  '25.2.0.192.in-addr.arpa. PTR mail.good.test.',
  `s1._domainkey.good.test. TXT ${parts(`v=DKIM1; k=rsa; p=${key(4096)}`)}`,
  '_dmarc.good.test. TXT "v=DMARC1; p=reject"',
  '_mta-sts.good.test. TXT "v=STSv1; id=1"',
  'bare.test. A 192.0.2.26',
  'null.test. MX 0 .',
  'null.test. TXT "v=spf1 -all"',
  'twice.test. TXT "v=spf1 ip4:192.0.2.25 -all"',
  'twice.test. TXT "v=spf1 mx -all"',
  '_dmarc.twice.test. TXT "v=DMARC1; p=none"',
  '_dmarc.twice.test. TXT "v=DMARC1; p=reject"',
  'broken.test. TXT "v=spf1 ipv4:192.0.2.25 -all"',
  '_dmarc.broken.test. TXT "v=DMARC1; p=everything"',
  's1._domainkey.broken.test. TXT "v=DKIM1; k=rsa; p=AAAA"',
  's2._domainkey.broken.test. TXT "v=DKIM1; k=rsa; p="',
  `many.test. TXT ${parts(`v=spf1 ${ELEVEN} -all`)}`,
  ...Array.from(
    { length: 11 },
    (_, at) => `i${at}.many.test. TXT "v=spf1 ip4:198.51.100.${at} -all"`,
  ),
  'alias.test. CNAME good.test.',
  'other.test. A 192.0.2.27',
  'other.test. TXT "v=spf1 ip4:198.51.100.7 -all"',
  '28.2.0.192.in-addr.arpa. PTR nobody.test.',
  // Over what a UDP packet takes: asked again over TCP.
  ...Array.from(
    { length: 40 },
    (_, at) => `long.test. TXT "verification-${at}=${'x'.repeat(120)}"`,
  ),
  'long.test. TXT "v=spf1 ip4:192.0.2.25 -all"',
];

let server: string;
beforeAll(async () => {
  server = await startBind(ZONE);
});

async function check(
  domain: string,
  args: string[] = [],
  env: Record<string, string> = {},
  at = server,
) {
  const words = ['smtp', 'domain', domain, '--dns', at, '--json', ...args];
  const { stdout, stderr, code } = await runBin(words, { env });
  expect(stderr).toBe('');
  const report: DomainReport = expectValidDomainReport(JSON.parse(stdout));
  expect(report.exitCode).toBe(code);
  const told = Object.fromEntries(report.checks.map((one) => [one.name, one.code ?? one.status]));
  return { report, told, code };
}

const OWN = { SMTP_URI: 'smtp://me%40good.test:p4sswordOfMine@mail.good.test' };

describe('domain, before BIND', () => {
  it('finds nothing wrong where nothing is', async () => {
    const args = ['--selector', 's1', '--recipient', 'you@good.test', '--ip', '192.0.2.25'];
    const { told, code, report } = await check('good.test', args, OWN);
    expect(told).toEqual({
      ...{ domain: 'ok', mx: 'ok', spf: 'ok', dkim: 'ok', dmarc: 'ok' },
      ...{ 'reverse-name': 'ok', helo: 'ok', blocklist: 'skipped', recipient: 'ok' },
      'mta-sts': 'recipient-requires-tls',
    });
    expect(report.alignment).toMatchObject({ spf: 'pass', dmarc: 'pass', policy: 'reject' });
    expect(code).toBe(0);
  });

  it.each([
    ['nowhere.test', [], { domain: 'domain-unknown' }, 68],
    ['bare.test', [], { mx: 'mx-missing', spf: 'spf-missing', dmarc: 'dmarc-missing' }, 78],
    ['null.test', [], { mx: 'mx-missing' }, 78],
    ['twice.test', [], { spf: 'spf-multiple', dmarc: 'dmarc-multiple' }, 78],
    [
      'broken.test',
      ['--selector', 's1'],
      { spf: 'spf-invalid', dkim: 'dkim-key-malformed', dmarc: 'dmarc-invalid' },
      78,
    ],
    ['broken.test', ['--selector', 's2'], { dkim: 'dkim-key-revoked' }, 78],
    ['broken.test', ['--selector', 's3'], { dkim: 'dkim-key-missing' }, 78],
    ['many.test', [], { spf: 'spf-too-many-lookups' }, 78],
    [
      'other.test',
      ['--ip', '192.0.2.27'],
      { spf: 'spf-provider-missing', 'reverse-name': 'reverse-name-missing' },
      78,
    ],
    ['other.test', ['--ip', '192.0.2.28'], { 'reverse-name': 'reverse-name-missing' }, 78],
    ['alias.test', [], { domain: 'ok', spf: 'ok', mx: 'ok' }, 0],
    ['good.test', ['--recipient', 'you@null.test'], { recipient: 'recipient-takes-no-mail' }, 78],
  ])('%s %j', async (domain, args, wanted, exitCode) => {
    const { told, code } = await check(domain, args);
    expect(told).toMatchObject(wanted);
    expect(code).toBe(exitCode);
  });

  it('asks over TCP for what is too long', async () => {
    const { told, report } = await check('long.test');
    expect(told.spf).toBe('ok');
    expect(report.checks.find(({ name }) => name === 'spf')?.evidence.join()).toContain('v=spf1');
  });

  it('takes a refusal for no answer, not for a missing record', async () => {
    const { told, code } = await check('good.test', [], {}, await startBind(null));
    expect(told).toMatchObject({ domain: 'dns-unavailable', spf: 'dns-unavailable' });
    expect(code).toBe(75);
  });
});
