import { afterEach, describe, expect, it } from 'vitest';
import { checkDomain } from '../../src/index.js';
import { startDnsServer } from '../helpers/dns-fixture.js';
import { expectValidDomainReport } from '../helpers/schema.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serverWith(records: Parameters<typeof startDnsServer>[0]) {
  const server = await startDnsServer(records);
  closers.push(() => server.close());
  return server;
}

describe('checkDomain', () => {
  it('returns the document of the command', async () => {
    const server = await serverWith({
      'example.org': { mx: [[1, 'mx.example.org']], txt: ['v=spf1 mx -all'] },
      'mx.example.org': { a: ['192.0.2.1'] },
    });
    const report = await checkDomain({
      sender: 'me@example.org',
      dnsServers: [server.address],
      lang: 'zh-CN',
    });
    expectValidDomainReport(report);
    expect(report.checks.find(({ name }) => name === 'spf')).toMatchObject({ status: 'ok' });
    expect(report.checks.find(({ name }) => name === 'dmarc')).toMatchObject({
      code: 'dmarc-missing',
      record: { name: '_dmarc.example.org', type: 'TXT', value: 'v=DMARC1; p=none' },
    });
  });

  it('takes a selector by the name of its record', async () => {
    const server = await serverWith({
      'example.org': { mx: [[1, 'mx.example.org']] },
      's1._domainkey.example.org': { txt: ['v=DKIM1; p='] },
    });
    for (const selector of ['s1', 's=s1', 's1._domainkey', 's1._domainkey.example.org.']) {
      const options = { domain: 'example.org', dnsServers: [server.address] };
      const { checks } = await checkDomain({ ...options, selectors: [selector] });
      expect(checks.find(({ name }) => name === 'dkim')?.code).toBe('dkim-key-revoked');
    }
  });

  it('is ended by its signal', async () => {
    const server = await serverWith({ 'example.org': 'silent' });
    const controller = new AbortController();
    const reason = new Error('enough');
    const checking = checkDomain({
      ...{ domain: 'example.org', dnsServers: [server.address], signal: controller.signal },
    });
    setTimeout(() => controller.abort(reason), 50);
    await expect(checking).rejects.toBe(reason);
  });

  it.each([
    [{ domain: 'no domain' }, RangeError],
    [{ domain: 'example.org', timeout: 0 }, RangeError],
    [{ domain: 'example.org', lang: 'fr' as 'en' }, RangeError],
    [{ domain: 'example.org', dnsServers: ['dns.example'] }, RangeError],
    [{ domain: 'example.org', ip: 'mail.example.org' }, RangeError],
    [{ domain: 'example.org', ip: '192.0.2.25/32' }, RangeError],
    [{ domain: 'example.org', ip: '192.0.2.25 ' }, RangeError],
    [{ domain: 'example.org', ip: '' }, RangeError],
    [{ domain: 'example.org', ip: '192.168.1.5' }, RangeError],
    [{ domain: 'example.org', recipient: 'nope' }, RangeError],
    [{ domain: 'example.org', recipient: 'You <you@example.org>' }, RangeError],
    [{ domain: 'example.org', selectors: ['a b'] }, RangeError],
    [{ domain: 'chat.example.org', selectors: ['s1._domainkey.other.com'] }, RangeError],
    [{ sender: 'a@example.co.uk', selectors: ['s1._domainkey.other.co.uk'] }, RangeError],
    [{ domain: 'example.org', selectors: ['s1._domainkey.a b'] }, RangeError],
    [{ domain: 'example.org', selectors: [''] }, RangeError],
    [{ domain: 'example.org', selectors: 'mail' as unknown as string[] }, RangeError],
  ])('refuses %j', async (options, kind) => {
    await expect(checkDomain(options)).rejects.toBeInstanceOf(kind);
  });
});
