import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Cause } from '../../src/report/causes.js';
import type { Report } from '../../src/report/report.js';
import { expectNoSecret, runBin } from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import { ALICE, BOB, setting, withLogin } from './support.js';

const SERVERS = {
  Postfix: '127.0.0.1',
  Exim: '127.0.0.2',
  OpenSMTPD: '127.0.0.3',
  'Dovecot submission': '127.0.0.4',
  aiosmtpd: '127.0.0.5',
} as const;
type Server = keyof typeof SERVERS;

interface Scenario {
  name: string;
  uri: (address: string) => string;
  args?: string[];
  sender?: string;
  text?: string;
  isTrusting?: boolean;
  /** Of the OpenSMTPD of Debian 12, which makes no TLS: without it and without a login. */
  inOpenSmtpd?: string;
  /** The cause; `-` where the check passes. Others where a server does it otherwise. */
  cause: Cause | '-';
  but?: Partial<Record<Server, Cause | '-'>>;
}

const PLAIN = 'smtp://127.0.0.3:2587';
const TO_BOB = ['test', '--to', BOB.address];
const tls = (address: string) => withLogin('smtps', `${address}:465`, ALICE);
const starttls = (address: string) => withLogin('smtp', `${address}:587`, ALICE);
const WRONG = { ...ALICE, password: `${ALICE.password}x` };

const SCENARIOS: Scenario[] = [
  { name: 'right, 465', uri: tls, args: TO_BOB, cause: '-', but: { OpenSMTPD: 'tls-failed' } },
  { name: 'right, 587', uri: starttls, args: TO_BOB, cause: '-', but: { OpenSMTPD: 'tls-failed' } },
  {
    name: 'right, without TLS',
    uri: (address) => `smtp://${address}:2587`,
    args: TO_BOB,
    cause: 'connection-refused',
    but: { OpenSMTPD: '-', Postfix: 'auth-required' },
  },
  {
    name: 'wrong password',
    uri: (address) => withLogin('smtps', `${address}:465`, WRONG),
    cause: 'auth-failed',
    but: { OpenSMTPD: 'tls-failed' },
  },
  {
    name: 'foreign sender',
    uri: tls,
    args: TO_BOB,
    sender: BOB.address,
    cause: 'sender-mismatch',
    // It leaves that to the server that it hands the mail to.
    but: { 'Dovecot submission': '-', OpenSMTPD: 'tls-failed' },
  },
  {
    name: 'unknown recipient',
    uri: tls,
    args: ['test', '--to', 'nobody@tailchat.test'],
    inOpenSmtpd: PLAIN,
    cause: 'recipient-unknown',
    // It says the same of every address that no rule of its own takes.
    but: { OpenSMTPD: 'relay-denied' },
  },
  {
    name: 'relay denied',
    uri: (address) => `smtps://${address}:465`,
    args: ['test', '--to', 'someone@else.test'],
    cause: 'auth-required',
    inOpenSmtpd: PLAIN,
    but: { Exim: 'relay-denied', OpenSMTPD: 'relay-denied' },
  },
  {
    name: 'too large',
    uri: tls,
    args: [...TO_BOB, '--text', 'x'.repeat(120_000)],
    inOpenSmtpd: PLAIN,
    cause: 'message-too-large',
  },
  {
    name: 'STARTTLS required',
    uri: (address) => `${starttls(address)}/?ignoreTLS=true`,
    args: ['verify'],
    cause: 'starttls-required',
  },
  {
    name: 'untrusted certificate',
    uri: tls,
    isTrusting: false,
    cause: 'certificate-untrusted',
    but: { OpenSMTPD: 'tls-failed' },
  },
];

const found = new Map<string, string>();
afterAll(() => {
  const names = Object.keys(SERVERS);
  const rows = SCENARIOS.map(({ name }) => [
    name,
    ...names.map((server) => found.get(`${server} ${name}`) ?? '?'),
  ]);
  const lines = [['', ...names], ['', ...names].map(() => '---'), ...rows];
  console.log(`Node ${process.env.TEST_NODE_VERSION ?? process.version}`);
  console.log(lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
});

async function check(scenario: Scenario, server: Server): Promise<Report> {
  const { inOpenSmtpd } = scenario;
  const own = server === 'OpenSMTPD' ? inOpenSmtpd : undefined;
  const uri = own ?? scenario.uri(SERVERS[server]);
  const { args = ['verify'], sender = ALICE.address, isTrusting = true } = scenario;
  const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-table-'));
  try {
    await writeFile(join(folder, '.env'), `SMTP_URI='${uri}'\n`);
    const result = await runBin(['smtp', ...args, '--json', '--no-suggest', '--sender', sender], {
      cwd: folder,
      env: isTrusting ? { NODE_EXTRA_CA_CERTS: setting('CA') } : {},
    });
    expectNoSecret(result, ALICE.password, ALICE.address);
    expect(result.stderr).toBe('');
    return expectValidReport(JSON.parse(result.stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe.each(Object.keys(SERVERS) as Server[])('%s', (server) => {
  it.each(SCENARIOS)('$name', async (scenario) => {
    const { failure } = await check(scenario, server);
    found.set(`${server} ${scenario.name}`, failure?.cause ?? '-');
    const expected = scenario.but?.[server] ?? scenario.cause;
    expect(failure?.cause ?? '-', failure?.reply?.text).toBe(expected);
  });
});
