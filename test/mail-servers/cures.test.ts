import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cause } from '../../src/report/causes.js';
import type { Report } from '../../src/report/report.js';
import { type DnsFixture, startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, expectNoSecret, runBin } from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import { ALICE, BOB, setting, withLogin } from './support.js';

const MAIL = 'mail.tailchat.test';
const SMTP = 'smtp.tailchat.test';
const ADDRESS = { a: [setting('HOST')] };
const RIGHT = `${withLogin('smtps', `${SMTP}:465`, ALICE)}/`;
const at = (server: string, scheme = 'smtps') => `${withLogin(scheme, server, ALICE)}/`;
const PLAIN_PASSWORD = `smtps://${ALICE.address}:${ALICE.password}@${SMTP}:465/`;

interface Misconfiguration {
  name: string;
  uri: string;
  cause: Cause;
  /** Where it works; null where nothing does. */
  works: string | null;
  sender?: string;
  isTrusting?: boolean;
}

const CASES: Misconfiguration[] = [
  {
    name: 'smtps:// at the port of STARTTLS',
    uri: at(`${SMTP}:587`),
    cause: 'tls-on-plain-port',
    works: RIGHT,
  },
  {
    name: 'smtp:// at the port of TLS',
    uri: at(`${SMTP}:465`, 'smtp'),
    cause: 'plain-on-tls-port',
    works: RIGHT,
  },
  {
    name: 'smtp:// at 25, where nobody is',
    uri: at(`${SMTP}:25`, 'smtp'),
    cause: 'connection-refused',
    works: RIGHT,
  },
  {
    name: 'smtps:// at 2525, where nobody is',
    uri: at(`${SMTP}:2525`),
    cause: 'connection-refused',
    works: RIGHT,
  },
  {
    name: 'smtps:// at a port of STARTTLS that somebody chose',
    uri: at(`${SMTP}:2587`),
    cause: 'tls-on-plain-port',
    works: `${at(`${SMTP}:2587`, 'smtp')}?requireTLS=true`,
  },
  {
    name: 'STARTTLS forbidden where it is demanded',
    uri: `${at(`${SMTP}:587`, 'smtp')}?ignoreTLS=true`,
    cause: 'starttls-required',
    works: RIGHT,
  },
  { name: 'the port of IMAP', uri: at(`${SMTP}:993`), cause: 'not-smtp', works: RIGHT },
  { name: 'the port of POP3', uri: at(`${SMTP}:995`), cause: 'not-smtp', works: RIGHT },
  {
    name: 'the port of IMAP without TLS',
    uri: at(`${SMTP}:143`, 'smtp'),
    cause: 'not-smtp',
    works: RIGHT,
  },
  {
    name: 'the port of POP3 without TLS',
    uri: at(`${SMTP}:110`, 'smtp'),
    cause: 'not-smtp',
    works: RIGHT,
  },
  {
    name: 'the port of a web server',
    uri: at(`${SMTP}:WEB`, 'smtp'),
    cause: 'not-smtp',
    works: RIGHT,
  },
  {
    name: 'the host of IMAP',
    uri: at('imap.tailchat.test:465'),
    cause: 'host-not-found',
    works: RIGHT,
  },
  {
    name: 'the host of POP3',
    uri: at('pop.tailchat.test:995'),
    cause: 'host-not-found',
    works: RIGHT,
  },
  {
    name: 'the host of the website',
    uri: at('www.tailchat.test:587', 'smtp'),
    cause: 'host-not-found',
    works: RIGHT,
  },
  {
    name: 'the bare domain',
    uri: at('tailchat.test:465'),
    cause: 'host-not-found',
    works: RIGHT,
  },
  {
    name: 'an alias that the certificate does not know',
    uri: at('mx.tailchat.test:465'),
    cause: 'certificate-hostname',
    works: at(`${MAIL}:465`),
  },
  {
    name: 'the alias, and STARTTLS',
    uri: at('mx.tailchat.test:587', 'smtp'),
    cause: 'certificate-hostname',
    works: at(`${MAIL}:465`),
  },
  {
    name: 'a password that is not encoded',
    uri: PLAIN_PASSWORD,
    cause: 'uri-damaged',
    works: RIGHT,
  },
  { name: 'no scheme', uri: RIGHT.replace('smtps://', ''), cause: 'uri-invalid', works: RIGHT },
  { name: 'quotes kept', uri: `\\"${RIGHT}\\"`, cause: 'uri-damaged', works: RIGHT },
  // --- without a cure
  {
    name: 'a name that may be of a customer’s machine, with the certificate of another one',
    uri: at('alias.tailchat.test:465'),
    cause: 'certificate-hostname',
    works: null,
  },
  {
    name: 'a wrong password',
    uri: at(`${SMTP}:465`).replace(':A', ':B'),
    cause: 'auth-failed',
    works: null,
  },
  {
    name: 'an authority that nobody trusts',
    uri: at(`${SMTP}:465`),
    cause: 'certificate-untrusted',
    works: null,
    isTrusting: false,
  },
  {
    name: 'an authority that nobody trusts, at every port',
    uri: at(`${SMTP}:2525`),
    cause: 'connection-refused',
    works: null,
    isTrusting: false,
  },
  {
    name: 'a host that is nowhere',
    uri: at('smtp.nowhere.test:465'),
    cause: 'host-not-found',
    works: null,
  },
];

describe('a misconfiguration against real servers', () => {
  let dns: DnsFixture;
  const web = createServer((_, response) => response.end('hello'));
  beforeAll(async () => {
    const names = [MAIL, SMTP, 'mx.tailchat.test', 'alias.tailchat.test'];
    dns = await startDnsServer(Object.fromEntries(names.map((name) => [name, ADDRESS])));
    await new Promise<void>((resolve) => web.listen(0, setting('HOST'), resolve));
  });
  afterAll(async () => {
    await dns.close();
    web.close();
  });

  async function check({ uri, sender, isTrusting = true }: Omit<Misconfiguration, 'name'>) {
    const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-cures-'));
    try {
      const { port } = web.address() as AddressInfo;
      const value = uri.replace('WEB', String(port)).replaceAll("'", "\\'");
      await writeFile(join(folder, '.env'), `SMTP_URI='${value}'\n`);
      const options = ['--json', '--timeout', '15', '--sender', sender ?? ALICE.address];
      const result = await runBin(['smtp', 'verify', ...options], {
        cwd: folder,
        preload: [DNS_PRELOAD],
        env: {
          TEST_DNS_SERVER: dns.address,
          ...(isTrusting ? { NODE_EXTRA_CA_CERTS: setting('CA') } : {}),
        },
      });
      expectNoSecret(result, ALICE.password, ALICE.address);
      return expectValidReport(JSON.parse(result.stdout));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  it.each(CASES)('$name', async ({ cause, works, ...misconfiguration }) => {
    const before = await connections();
    const report: Report = await check({ ...misconfiguration, cause, works });
    const made = (await connections()).slice(before.length);
    const logins = made.filter((line) => /\bauth=/.test(line));
    const masked = works?.replace(/:A[^@]*@/, ':***@') ?? null;
    expect(report.failure?.cause).toBe(cause);
    expect(report.failure?.suggestion?.uri ?? null).toBe(masked);
    if (works) expect(report.failure?.suggestion?.proof).toBe('auth');
    // The server's own count: at most one login, none of them in plain text or to who is not believed.
    expect(logins.length).toBeLessThanOrEqual(1);
    for (const line of logins) expect(line).toMatch(/postfix\/submissions\/|\bstarttls=1\b/);
    if (misconfiguration.isTrusting === false) expect(logins).toEqual([]);
    expect(await readFile(setting('DOVECOT_LOG'), 'utf8')).not.toMatch(
      /(?:imap|pop3)-login: .*user=<[^>]/,
    );
    expect(report.ms).toBeLessThan(15_500);
  });

  it('a sender that must be the login', async () => {
    const sender = `"Tailchat" <${BOB.address}>`;
    const uri = at(`${SMTP}:2587`, 'smtp');
    const { failure } = await check({ uri, sender, cause: 'sender-mismatch', works: null });
    expect(failure).toMatchObject({
      cause: 'sender-mismatch',
      suggestion: { uri: null, sender: `"Tailchat" <${ALICE.address}>`, proof: 'auth' },
    });
  });
});

/** The end of every connection in Postfix's log, once it tells the end of all. */
async function connections(): Promise<string[]> {
  return vi.waitFor(
    async () => {
      const log = await readFile(setting('LOG'), 'utf8');
      const ends = log.match(/^.*: disconnect from .*$/gm) ?? [];
      expect(ends.length).toBe(log.match(/: connect from /g)?.length ?? 0);
      return ends;
    },
    { timeout: 20_000, interval: 100 },
  );
}
