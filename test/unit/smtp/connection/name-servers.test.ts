import dns from 'node:dns';
import { afterEach, describe, expect, it } from 'vitest';
import { resolveHost } from '../../../../src/smtp/connection/resolve-host.js';
import { type DnsFixture, type DnsRecord, startDnsServer } from '../../../helpers/dns-fixture.js';

const HOST = 'mail.example';
const usualServers = dns.getServers();
const started: DnsFixture[] = [];

afterEach(async () => {
  dns.setServers(usualServers);
  for (const server of started.splice(0)) await server.close();
});

/** Servers of which each knows something else of the name. */
async function serve(...records: DnsRecord[]): Promise<void> {
  for (const record of records) started.push(await startDnsServer({ [HOST]: record }));
  dns.setServers(started.map(({ address }) => address));
}

async function timed() {
  const start = performance.now();
  const { signal } = new AbortController();
  const found = await resolveHost(HOST, signal).catch((error: unknown) => error);
  return { found, ms: performance.now() - start };
}

describe.sequential('DNS servers that do not answer', () => {
  it('the second one is asked beside a silent first one', async () => {
    await serve('silent', { a: ['192.0.2.1'] });
    const { found, ms } = await timed();
    expect(found).toEqual(['192.0.2.1']);
    expect(ms).toBeLessThan(4500);
  });

  it('a refusal of the second one counts where the first one stays silent', async () => {
    await serve('silent', 'refused');
    const { found, ms } = await timed();
    expect(found).toMatchObject({ evidence: { step: 'dns' } });
    expect(ms).toBeLessThan(9000);
  }, 12_000);

  it('all of them are given up in less than six seconds', async () => {
    await serve('silent', 'silent', 'silent');
    const { found, ms } = await timed();
    expect(found).toMatchObject({ evidence: { step: 'dns', errorCode: 'ETIMEOUT' } });
    expect(ms).toBeGreaterThan(4500);
    expect(ms).toBeLessThan(7000);
  }, 12_000);

  it('a first one that answers is not waited beside', async () => {
    await serve({ a: ['192.0.2.1'] }, 'silent');
    const { found } = await timed();
    expect(found).toEqual(['192.0.2.1']);
    expect(started[1]?.queries).toEqual([]);
  });
});
