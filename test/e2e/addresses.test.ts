import { describe, expect, it } from 'vitest';
import { startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, runBin } from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import { startScriptedServer } from '../helpers/scripted-server.js';
import { closeAtEnd, SENDER } from './support.js';

const HOST = 'mail.case.example';
/** Nobody listens there, and the machine has no way there. */
const DEAD = '127.9.9.9';
const NOWHERE = '2001:db8::1';

async function check(records: { a?: string[]; aaaa?: string[] }, args: string[] = ['--json']) {
  const dns = await startDnsServer({ [HOST]: records });
  const server = await startScriptedServer();
  closeAtEnd(() => dns.close());
  closeAtEnd(() => server.close());
  const result = await runBin(['smtp', 'verify', '--timeout', '8', ...args], {
    preload: [DNS_PRELOAD],
    env: {
      SMTP_URI: `smtp://${HOST}:${server.port}/`,
      SMTP_SENDER: SENDER,
      TEST_DNS_SERVER: dns.address,
    },
  });
  return { ...result, server };
}

async function report(records: { a?: string[]; aaaa?: string[] }, args: string[] = []) {
  const { stdout, server } = await check(records, ['--json', ...args]);
  const { steps, warnings, ok } = expectValidReport(JSON.parse(stdout));
  const connect = steps.find(({ name }) => name === 'connect');
  const codes = warnings.map(({ code }) => code);
  return { ok, connect, codes, connections: server.connections };
}

describe.concurrent('each address of the host is tried', () => {
  it('one, once', async () => {
    const { connect, codes, connections } = await report({ a: ['127.0.0.1'] });
    expect(connect).not.toHaveProperty('attempts');
    expect(codes).toEqual([]);
    expect(connections).toBe(1);
  });

  it('a dead one among several is warned of, before the one that works or behind it', async () => {
    for (const a of [
      ['127.0.0.1', DEAD],
      [DEAD, '127.0.0.1'],
    ]) {
      const { ok, connect, codes } = await report({ a });
      expect(ok).toBe(true);
      expect(connect?.address).toBe('127.0.0.1');
      expect(connect?.attempts).toHaveLength(2);
      expect(connect?.attempts).toContainEqual({ address: DEAD, error: 'ECONNREFUSED' });
      expect(connect?.attempts).toContainEqual({ address: '127.0.0.1', error: null });
      expect(codes).toEqual(['address-unreachable']);
    }
  });

  it('IPv6 that leads nowhere is a warning, which --strict lets pass', async () => {
    const records = { a: ['127.0.0.1'], aaaa: [NOWHERE] };
    const { ok, connect, codes } = await report(records, ['--strict']);
    expect(ok).toBe(true);
    expect(connect?.attempts).toMatchObject([
      { address: '127.0.0.1', error: null },
      { address: NOWHERE, error: expect.stringMatching(/^E[A-Z]+$/) },
    ]);
    expect(codes).toEqual(['ipv6-unreachable']);
  });

  it('people are told which one Tailchat uses', async () => {
    const { stderr } = await check({ a: ['127.0.0.1'], aaaa: [NOWHERE] }, []);
    expect(stderr).toMatch(/dns +127\.0\.0\.1, 2001:db8::1; Tailchat uses IPv4 only/);
  });

  it('no other is contacted with --no-suggest', async () => {
    const { codes } = await report({ a: ['127.0.0.1', DEAD] }, ['--no-suggest']);
    expect(codes).toEqual([]);
  });

  it('where none answers, all are in the report', async () => {
    const { ok, connect } = await report({ a: [DEAD, '127.9.9.8'] });
    expect(ok).toBe(false);
    expect(connect?.attempts).toEqual([
      { address: DEAD, error: 'ECONNREFUSED' },
      { address: '127.9.9.8', error: 'ECONNREFUSED' },
    ]);
  });
});
