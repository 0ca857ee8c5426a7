import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { certificates } from '../helpers/certificates.js';
import { type DnsFixture, type DnsRecord, startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import {
  type Script,
  type ScriptedServer,
  startScriptedServer,
} from '../helpers/scripted-server.js';

const HOST = 'smtp.case.example';
const ADDRESS = '127.0.77.1';
const OTHER = '127.0.77.2';
const USER = 'me@case.example';
const GREETING = '220 scripted.example ESMTP';

const tls = (): Script => ({ implicitTls: certificates.forNames(HOST) });
const starttls = (): Script => ({ tls: certificates.forNames(HOST) });
const late = (ms: number) => ({
  greeting: { act: (socket: Socket) => setTimeout(() => socket.write(`${GREETING}\r\n`), ms) },
});

function nft(...rule: string[]): void {
  execFileSync('nft', rule);
}

/** Nothing that goes there is answered, not even with a refusal. */
function drop(address: string, ...ports: number[]): void {
  for (const port of ports) {
    nft(
      'add',
      'rule',
      'inet',
      'dropped',
      'in',
      'ip',
      'daddr',
      address,
      'tcp',
      'dport',
      `${port}`,
      'drop',
    );
  }
}

const servers: ScriptedServer[] = [];
let dns: DnsFixture | undefined;

beforeEach(() => {
  // Never the machine's own firewall.
  expect(Object.keys(networkInterfaces())).toEqual(['lo']);
  nft('add', 'table', 'inet', 'dropped');
  nft('add', 'chain', 'inet', 'dropped', 'in', '{ type filter hook input priority 0; }');
});

afterEach(async () => {
  nft('delete', 'table', 'inet', 'dropped');
  for (const server of servers.splice(0)) await server.close();
  await dns?.close();
  dns = undefined;
});

async function serve(port: number, script: Script, host = ADDRESS): Promise<ScriptedServer> {
  const server = await startScriptedServer(script, { host, port });
  servers.push(server);
  return server;
}

interface Checked {
  report: Report;
  stderr: string;
  ms: number;
  logins: number;
}

async function verify(
  uri: string,
  { args = [], record = { a: [ADDRESS] } }: { args?: string[]; record?: DnsRecord } = {},
): Promise<Checked> {
  dns = await startDnsServer({ [HOST]: record });
  const password = plantPassword();
  const value = uri.replace('//', `//${encodeURIComponent(USER)}:${encodeURIComponent(password)}@`);
  const start = performance.now();
  const result = await runBin(['smtp', 'verify', '--json', ...args], {
    preload: [DNS_PRELOAD],
    timeoutMs: 50_000,
    env: {
      SMTP_URI: value,
      SMTP_SENDER: USER,
      TEST_DNS_SERVER: dns.address,
      NODE_EXTRA_CA_CERTS: certificates.authorityFile,
    },
  });
  const ms = performance.now() - start;
  expectNoSecret(result, password, USER);
  const report = expectValidReport(JSON.parse(result.stdout));
  const lines = servers.flatMap(({ commands }) => commands);
  const clear = servers.flatMap(({ clearCommands }) => clearCommands).join('\n');
  expect(clear).not.toMatch(/^AUTH/m);
  const logins = lines.filter((line) => line.startsWith('AUTH')).length;
  return { report, stderr: result.stderr, ms, logins };
}

describe('a port that a firewall drops', () => {
  it.each([
    ['465, while 587 works', 465, 587, `smtps://${HOST}:465/`, 'smtp://'],
    ['587, while 465 works', 587, 465, `smtp://${HOST}:587/`, 'smtps://'],
  ])('%s: the cause and a proven line come soon', async (_name, dropped, open, uri, scheme) => {
    drop(ADDRESS, dropped);
    await serve(open, open === 465 ? tls() : starttls());
    const { report, ms, logins } = await verify(uri);
    expect(report).toMatchObject({
      exitCode: 69,
      failure: { cause: 'connection-timeout', step: 'connect', suggestion: { proof: 'auth' } },
    });
    expect(report.failure?.suggestion?.uri).toContain(scheme);
    expect(report.failure?.suggestion?.uri).toContain(`:${open}/`);
    expect(report.failure?.explanation).toMatch(
      new RegExp(
        `^No answer came in 3\\.\\d s, .*, while port ${open} of the same host answered in \\d+ ms\\.`,
      ),
    );
    expect(logins).toBe(1);
    expect(ms).toBeGreaterThan(3000);
    expect(ms).toBeLessThan(6000);
  });

  it('says so in Chinese', async () => {
    drop(ADDRESS, 465);
    await serve(587, starttls());
    const { report } = await verify(`smtps://${HOST}:465/`, { args: ['--lang', 'zh-CN'] });
    expect(report.failure?.explanation).toMatch(
      /^等了 3(\.\d)? 秒，没有得到任何回应，连拒绝也没有；而同一台服务器的 587 端口只用 \d+ 毫秒就有了回应。/,
    );
  });

  it('all of them', async () => {
    drop(ADDRESS, 25, 465, 587, 2525);
    const { report, ms } = await verify(`smtp://${HOST}:587/`);
    expect(report.failure).toMatchObject({ cause: 'connection-timeout', suggestion: null });
    expect(report.failure?.explanation).toContain('2525');
    expect(ms).toBeGreaterThan(7000);
    expect(ms).toBeLessThan(12_000);
  });

  it('opens no further connections with --no-suggest, and is patient', async () => {
    drop(ADDRESS, 465);
    const neighbour = await serve(587, starttls());
    const args = ['--no-suggest', '--timeout', '9'];
    const { report, ms } = await verify(`smtps://${HOST}:465/`, { args });
    expect(report.failure).toMatchObject({ cause: 'connection-timeout', suggestion: null });
    expect(neighbour.connections).toBe(0);
    expect(ms).toBeGreaterThan(8900);
  });

  it('waits no longer than --timeout', async () => {
    drop(ADDRESS, 25, 465, 587, 2525);
    const { report, ms } = await verify(`smtp://${HOST}:587/`, { args: ['--timeout', '2'] });
    expect(report.failure?.cause).toBe('connection-timeout');
    expect(ms).toBeLessThan(5000);
  });

  it('that is let through again after two seconds is no dead one', async () => {
    drop(ADDRESS, 465);
    await serve(465, tls());
    await serve(587, starttls());
    setTimeout(() => nft('flush', 'chain', 'inet', 'dropped', 'in'), 2000);
    const { report, logins } = await verify(`smtps://${HOST}:465/`);
    expect(report.ok).toBe(true);
    expect(logins).toBe(1);
  });

  it('at one of two addresses costs a moment, and is warned of', async () => {
    await serve(587, starttls());
    for (const a of [
      [ADDRESS, OTHER],
      [OTHER, ADDRESS],
    ]) {
      drop(OTHER, 587);
      const { report, ms } = await verify(`smtp://${HOST}:587/`, { record: { a } });
      await dns?.close();
      dns = undefined;
      expect(report.ok).toBe(true);
      expect(report.warnings.map(({ code }) => code)).toContain('address-unreachable');
      // It took ten seconds once; half a second on a quiet machine.
      expect(ms).toBeLessThan(8000);
    }
  });
});

describe('a server that is silent', () => {
  it('at the port of TLS, while nothing else answers', async () => {
    drop(ADDRESS, 25, 587, 2525);
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket.on('error', () => {})));
    silent.listen(465, ADDRESS);
    await once(silent, 'listening');
    const { report, ms } = await verify(`smtps://${HOST}:465/`);
    for (const socket of sockets) socket.destroy();
    silent.close();
    expect(report.failure).toMatchObject({ cause: 'server-silent', step: 'tls' });
    expect(report.failure?.explanation).toMatch(/within 7(\.\d)? s/);
    expect(report.failure?.nextSteps.join('\n')).not.toContain('--timeout');
    expect(ms).toBeGreaterThan(6900);
    expect(ms).toBeLessThan(11_000);
  });

  it.each([
    ['with STARTTLS', 587, `smtp://${HOST}:587/`],
    ['with TLS first', 465, `smtps://${HOST}:465/`],
  ])('for six seconds before its greeting is only slow: %s', async (_name, port, uri) => {
    await serve(port, { ...(port === 465 ? tls() : starttls()), ...late(6000) });
    const { report } = await verify(uri);
    expect(report.ok).toBe(true);
  });
});

describe('a DNS server', () => {
  it('that does not answer', async () => {
    const { report, ms } = await verify(`smtp://${HOST}:587/`, { record: 'silent' });
    expect(report.failure).toMatchObject({ cause: 'dns-unavailable', step: 'dns' });
    expect(ms).toBeGreaterThan(5000);
    expect(ms).toBeLessThan(8000);
  });
});
