import { domainToASCII } from 'node:url';
import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { type DnsRecord, startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import { startScriptedServer } from '../helpers/scripted-server.js';

const USER = 'me@example.com';
// RFC 1035 section 2.3.4: labels of 63 octets, a name of 253 characters.
const LONGEST = `${[63, 63, 63].map((length) => 'a'.repeat(length)).join('.')}.${'b'.repeat(53)}.example`;
const HUNDRED = Array.from({ length: 100 }, (_, index) => `127.9.0.${index + 1}`);

async function check(host: string, record: DnsRecord, asked = host) {
  const password = plantPassword();
  const dns = await startDnsServer({ [asked]: record });
  const server = await startScriptedServer({ implicitTls: certificates.forNames(asked) });
  try {
    const result = await runBin(['smtp', 'verify', '--json', '--timeout', '10'], {
      preload: [DNS_PRELOAD],
      env: {
        SMTP_URI: `smtps://${encodeURIComponent(USER)}:${encodeURIComponent(password)}@${host}:${server.port}/`,
        SMTP_SENDER: USER,
        TEST_DNS_SERVER: dns.address,
        NODE_EXTRA_CA_CERTS: certificates.authorityFile,
      },
    });
    expectNoSecret(result, password, USER);
    return { report: expectValidReport(JSON.parse(result.stdout)), queries: dns.queries };
  } finally {
    await server.close();
    await dns.close();
  }
}

describe.concurrent('a host name', () => {
  it.each([
    ['of 253 characters', LONGEST, undefined],
    ['with underscores', '_mail._tcp.x_y.example', undefined],
    ['in Chinese', '邮件.例子.example', domainToASCII('邮件.例子.example')],
    ['in capitals', 'MAIL.EXAMPLE', 'mail.example'],
  ])('%s is asked for and found', async (_, host, asked = host) => {
    const { report, queries } = await check(host, { a: ['127.0.0.1'] }, asked);
    expect(queries).toContain(`${asked} A`);
    expect(report.failure).toBeNull();
  });

  it.each([
    ['of 254 characters', `a${LONGEST}`],
    ['with a label of 64 characters', `${'a'.repeat(64)}.example`],
    ['with an empty label', 'mail..example'],
  ])('%s is none', async (_, host) => {
    const { report } = await check(host, 'nxdomain');
    expect(report.failure?.cause).toMatch(/^(?:host-not-found|uri-invalid|uri-damaged)$/);
  });

  it('with a hundred addresses, of which the last one works', async () => {
    const { report } = await check('many.example', { a: [...HUNDRED, '127.0.0.1'] });
    expect(report.failure).toBeNull();
    const connect = report.steps.find(({ name }) => name === 'connect');
    expect(connect).toMatchObject({ status: 'ok', address: '127.0.0.1' });
    expect(report.warnings.map(({ code }) => code)).toContain('address-unreachable');
  });
});
