import { afterEach, describe, expect, it } from 'vitest';
import { checkDomain } from '../../src/library/check-domain.js';
import { expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { expectValidDomainReport } from '../helpers/schema.js';
import { MISDEEDS } from './misdeeds.js';
import { type RogueZone, startRogueServer } from './rogue-server.js';

const SERVER = '127.0.0.12';
const IP = '192.0.2.25';
const ESCAPE = '\u001b[2J\u001b]0;owned\u0007\u0000';
const NAMES = [
  ...['evil.com', '_dmarc.evil.com', 's1._domainkey.evil.com', '_domainkey.evil.com'],
  ...['mail.evil.com', 'sub.evil.com', '25.2.0.192.in-addr.arpa', 'you.net', '_mta-sts.you.net'],
  ...['25.2.0.192.zen.spamhaus.org', 'evil.com.dbl.spamhaus.org'],
];
const ZONE: RogueZone = {
  'evil.com': { MX: ['10 mail.evil.com'], TXT: ['v=spf1 mx a:sub.evil.com -all'] },
  'mail.evil.com': { A: [IP] },
  '_dmarc.evil.com': { TXT: ['v=DMARC1; p=none'] },
};
const OPTIONS = {
  ...{ domain: 'evil.com', ip: IP, dnsServers: [SERVER], blocklists: true, timeout: 3 },
  ...{ selectors: ['s1'], recipient: 'you@you.net', uri: 'smtp://mail.evil.com:587' },
};
const ARGS = ['evil.com', '--ip', IP, '--dns', SERVER, '--blocklists', '--selector', 's1'];

let server: { close(): void } | undefined;
afterEach(() => server?.close());

/** Control characters but line ends, and what turns the direction of a line. */
const RAW = /[^\P{C}\n]/u;

async function run(zone: RogueZone, env: Record<string, string> = {}) {
  server = await startRogueServer(SERVER, zone);
  const words = ['smtp', 'domain', ...ARGS, '--recipient', 'you@you.net'];
  const start = performance.now();
  const [text, json] = [await runBin(words, { env }), await runBin([...words, '--json'], { env })];
  expect(performance.now() - start).toBeLessThan(15_000);
  expect([text.stderr, json.stderr]).toEqual(['', '']);
  expect(text.stdout).not.toMatch(RAW);
  const report = expectValidDomainReport(JSON.parse(json.stdout));
  expect([0, 68, 75, 78]).toContain(text.code);
  expect(text.stdout.length).toBeLessThan(60_000);
  return { text, report };
}

describe('a name server that misbehaves in whatever it is asked', () => {
  it('ends in time, with an answer that says no more than is known', async () => {
    const names = Object.keys(MISDEEDS);
    for (const misdeed of names) {
      const rogue = await startRogueServer(
        SERVER,
        ZONE,
        Object.fromEntries(NAMES.map((name) => [name, misdeed])),
      );
      const start = performance.now();
      const report = await checkDomain(OPTIONS).finally(() => rogue.close());
      expectValidDomainReport(structuredClone(report));
      expect([misdeed, performance.now() - start < 8000]).toEqual([misdeed, true]);
      expect([misdeed, report.checks.length]).toEqual([misdeed, 10]);
      expect(JSON.stringify(report)).not.toContain('undefined');
    }
  }, 300_000);

  it.each(['servfail', 'refused', 'notimp', 'formerr', 'silent', 'wrong-id', 'cut-tcp-closed'])(
    '%s at one name makes nothing failed that is not',
    async (misdeed) => {
      for (const name of ['evil.com', '_dmarc.evil.com']) {
        const rogue = await startRogueServer(SERVER, ZONE, { [name]: misdeed });
        const { checks } = await checkDomain({ domain: 'evil.com', dnsServers: [SERVER] }).finally(
          () => rogue.close(),
        );
        const about = checks.filter((one) =>
          name === 'evil.com' ? one.name === 'spf' : one.name === 'dmarc',
        );
        expect(about.map(({ status, code }) => [status, code])).toEqual([
          ['unknown', 'dns-unavailable'],
        ]);
      }
    },
    60_000,
  );
});

describe('what a record holds', () => {
  it.each([
    ['escape sequences everywhere', (text: string) => `${text}${ESCAPE}`],
    ['sixty kilobytes', (text: string) => `${text} ${'ip4:192.0.2.0/24 '.repeat(3500)}`],
    ['sixty kilobytes of one letter', (text: string) => `${text}${'a'.repeat(60_000)}`],
    ['sixty kilobytes of signs', (text: string) => `${text}${'%{=;:'.repeat(12_000)}`],
    ['letters that turn the line', (text: string) => `${text} \u202e\u2066evil`],
  ])('is shown with care: %s', async (_, damage) => {
    await run({
      ...ZONE,
      'evil.com': { MX: [`10 a${ESCAPE}.evil.com`], TXT: [damage('v=spf1 mx ')] },
      '_dmarc.evil.com': { TXT: [damage('v=DMARC1; p=none; rua=mailto:')] },
      's1._domainkey.evil.com': { TXT: [damage('v=DKIM1; p=')] },
      '_mta-sts.you.net': { TXT: [damage('v=STSv1; id=')] },
      'you.net': {
        MX: [`10 ${'x'.repeat(60)}.${'y'.repeat(60)}.${'z'.repeat(60)}.${'w'.repeat(60)}.com`],
      },
    });
  });

  it('may lead to very many others', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `b${at}.evil.com`);
    const { report } = await run({
      ...ZONE,
      'evil.com': { TXT: [`v=spf1 ${names.map((name) => `include:${name}`).join(' ')} -all`] },
      ...Object.fromEntries(
        names.map((name) => [
          name,
          {
            TXT: [
              `v=spf1 ${names
                .slice(0, 100)
                .map((other) => `include:${other} mx:${other}`)
                .join(' ')} -all`,
            ],
          },
        ]),
      ),
    });
    expect(report.checks.find(({ name }) => name === 'spf')?.status).toBe('failed');
  });

  it('is no place where the password comes out', async () => {
    const password = plantPassword();
    const env = {
      SMTP_URI: `smtp://me:${encodeURIComponent(password)}@mail.evil.com:587`,
      SMTP_SENDER: 'me@evil.com',
    };
    const { text } = await run(
      {
        ...ZONE,
        'evil.com': { MX: ['10 mail.evil.com'], TXT: [`v=spf1 include:${password}.com -all`] },
        '_dmarc.evil.com': { TXT: [`v=DMARC1; p=none; rua=mailto:${password}@evil.com;;`] },
        's1._domainkey.evil.com': { TXT: [`v=DKIM1; p=${password}`] },
      },
      env,
    );
    expectNoSecret(text, password);
  });
});
