import dns from 'node:dns';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { resolveHost } from '../../../../src/smtp/connection/resolve-host.js';
import { type DnsFixture, startDnsServer } from '../../../helpers/dns-fixture.js';

const usualServers = dns.getServers();
const signal = new AbortController().signal;
let server: DnsFixture;
let lookup: MockInstance;

beforeEach(async () => {
  server = await startDnsServer({
    'both.example': { a: ['192.0.2.1', '192.0.2.2'], aaaa: ['2001:db8::1'] },
    'four.example': { a: ['192.0.2.4'] },
    'six.example': { aaaa: ['2001:db8::6'] },
    'empty.example': {},
    'broken.example': 'servfail',
    'silent.example': 'silent',
  });
  dns.setServers([server.address]);
  // The system would ask outside.
  lookup = vi.spyOn(dns.promises, 'lookup').mockImplementation(() => systemSays('ENOTFOUND'));
});

afterEach(async () => {
  lookup.mockRestore();
  dns.setServers(usualServers);
  await server.close();
});

function systemSays(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code }));
}

async function failureOf(host: string): Promise<unknown> {
  return await resolveHost(host, signal).catch((error: unknown) => error);
}

const failure = (errorCode: string) => ({
  name: 'StepFailure',
  evidence: { step: 'dns', errorCode },
});

describe('resolveHost', () => {
  it('gives IPv4 addresses first, then IPv6 ones', async () => {
    const addresses = await resolveHost('both.example', signal);
    expect(addresses).toHaveLength(3);
    expect(addresses.slice(0, 2).sort()).toEqual(['192.0.2.1', '192.0.2.2']);
    expect(addresses[2]).toBe('2001:db8::1');
    expect(server.queries.sort()).toEqual(['both.example A', 'both.example AAAA']);
    expect(lookup).not.toHaveBeenCalled();
  });

  it.each([
    ['four.example', ['192.0.2.4']],
    ['six.example', ['2001:db8::6']],
  ])('finds what there is of %s', async (host, addresses) => {
    expect(await resolveHost(host, signal)).toEqual(addresses);
  });

  it.each(['192.0.2.7', '2001:db8::7', '::1'])('takes the address %s as it is', async (address) => {
    expect(await resolveHost(address, signal)).toEqual([address]);
    expect(server.queries).toEqual([]);
    expect(lookup).not.toHaveBeenCalled();
  });

  it.each(['localhost', 'LOCALHOST', 'mail.localhost', 'localhost.'])(
    'asks no DNS server about %s',
    async (host) => {
      lookup.mockResolvedValue([
        { address: '::1', family: 6 },
        { address: '127.0.0.1', family: 4 },
      ]);
      expect(await resolveHost(host, signal)).toEqual(['127.0.0.1', '::1']);
      expect(server.queries).toEqual([]);
    },
  );

  it.each(['unknown.example', 'empty.example', 'broken.example'])(
    'asks the system, which knows the hosts file, about %s too',
    async (host) => {
      lookup.mockResolvedValue([{ address: '192.0.2.9', family: 4 }]);
      expect(await resolveHost(host, signal)).toEqual(['192.0.2.9']);
    },
  );

  it('says that an unknown name does not exist', async () => {
    expect(await failureOf('unknown.example')).toMatchObject(failure('ENOTFOUND'));
  });

  it('says so whatever the system has to say then', async () => {
    lookup.mockImplementation(() => systemSays('EAI_AGAIN'));
    expect(await failureOf('unknown.example')).toMatchObject(failure('ENOTFOUND'));
  });

  it('does not say that a name is unknown when the server failed', async () => {
    lookup.mockImplementation(() => systemSays('ENOTFOUND'));
    expect(await failureOf('broken.example')).toMatchObject(failure('ESERVFAIL'));
  });

  it('leaves a silent server as soon as the signal is aborted', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const start = performance.now();
    setTimeout(() => controller.abort(reason), 50);
    await expect(resolveHost('silent.example', controller.signal)).rejects.toBe(reason);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(lookup).not.toHaveBeenCalled();
  });

  it('leaves a silent system as soon as the signal is aborted', async () => {
    lookup.mockReturnValue(new Promise(() => {}));
    const controller = new AbortController();
    const reason = new Error('enough');
    setTimeout(() => controller.abort(reason), 50);
    await expect(resolveHost('localhost', controller.signal)).rejects.toBe(reason);
  });
});
