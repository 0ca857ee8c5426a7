import { expect } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { closeAtEnd } from '../e2e/support.js';
import { certificates } from '../helpers/certificates.js';
import { type DnsRecord, startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import {
  type Script,
  type ScriptedServer,
  startScriptedServer,
} from '../helpers/scripted-server.js';

export const USER = 'me@case.example';
export const SENDER = '"Tailchat" <me@case.example>';

// Each case has an address of its own, so that all may have the same ports.
let lastAddress = 10;
export function newAddress(): string {
  lastAddress += 1;
  return `127.0.53.${lastAddress}`;
}

/** A server as a provider runs it at a port, its certificate made out to these names. */
export const submission = {
  tls: (...names: string[]): Script => ({ implicitTls: certificates.forNames(...names) }),
  starttls: (...names: string[]): Script => ({
    tls: certificates.forNames(...names),
    replies: { MAIL: (line) => (line ? '250 2.1.0 Ok' : '250 Ok') },
  }),
  /** No TLS at all. */
  plain: (): Script => ({}),
  /** Greets in another protocol. */
  greeting: (greeting: string): Script => ({ greeting }),
  silent: (): Script => ({ greeting: null }),
};

/** A misconfiguration: what listens where, and what the settings say. */
export interface Misconfiguration {
  /** The scripts by port, all at one address. */
  servers: Record<number, Script>;
  /** The names that lead to that address; default: the host of the URI. */
  names?: string[];
  /** The URI with the password still to be put in for `PASSWORD`. */
  uri: string;
  sender?: string;
  args?: string[];
  /** The open ports of another host, which is given as --control-host. */
  control?: number[];
}

/** What came of it. */
export interface Outcome {
  report: Report;
  /** The suggested URI, its password masked. */
  uri: string | null;
  /** How often a login was tried, on all servers. */
  logins: number;
  ms: number;
  controlConnections: number;
}

/** Runs `verify` on a misconfiguration, and asserts that nothing secret went where it must not. */
export async function runCase(misconfiguration: Misconfiguration): Promise<Outcome> {
  const { servers, uri, names, sender = SENDER, args = [], control } = misconfiguration;
  const password = plantPassword();
  const host = newAddress();
  const value = uri.replace('PASSWORD', encodeURIComponent(password)).replace('ADDRESS', host);
  const named = /(?:@|\/\/)([a-z\d.-]+)(?=[:/]|$)/i.exec(value.replace(/^.*@/, '//'))?.[1] ?? '';
  const records = Object.fromEntries(
    (names ?? [named]).map((name): [string, DnsRecord] => [name, { a: [host] }]),
  );
  const dns = await startDnsServer(records);
  closeAtEnd(() => dns.close());
  const started: ScriptedServer[] = [];
  for (const [port, script] of Object.entries(servers)) {
    started.push(await startScriptedServer(script, { host, port: Number(port) }));
  }
  const other = newAddress();
  const others: ScriptedServer[] = [];
  for (const port of control ?? []) {
    others.push(await startScriptedServer({}, { host: other, port }));
  }
  const compare = control ? ['--control-host', other] : [];
  try {
    const words = ['smtp', 'verify', '--json', '--timeout', '12', ...args, ...compare];
    const result = await runBin(words, {
      preload: [DNS_PRELOAD],
      env: {
        SMTP_URI: value,
        SMTP_SENDER: sender,
        TEST_DNS_SERVER: dns.address,
        NODE_EXTRA_CA_CERTS: certificates.authorityFile,
      },
    });
    expectNoSecret(result, password, USER);
    // Node has nothing to warn of, however many connections there were.
    expect(result.stderr).toBe('');
    const report = expectValidReport(JSON.parse(result.stdout));
    expect(report.ms).toBeLessThan(12_500);
    for (const { clearCommands } of started) expect(clearCommands.join('\n')).not.toMatch(/^AUTH/m);
    const logins = started.flatMap(({ commands }) => commands).filter((line) => /^AUTH/.test(line));
    const suggestion = report.failure?.suggestion ?? null;
    const controlConnections = others.reduce((sum, { connections }) => sum + connections, 0);
    for (const { commands } of others) expect(commands).toEqual([]);
    return {
      ...{ report, controlConnections },
      ...{ uri: suggestion?.uri ?? null, logins: logins.length, ms: report.ms },
    };
  } finally {
    for (const server of [...started, ...others]) await server.close();
  }
}
