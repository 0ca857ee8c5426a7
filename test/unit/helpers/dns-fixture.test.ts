import { execFile } from 'node:child_process';
import { Resolver } from 'node:dns/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DnsFixture, startDnsServer } from '../../helpers/dns-fixture.js';
import { DNS_PRELOAD } from '../../helpers/run-bin.js';

let server: DnsFixture;

beforeEach(async () => {
  server = await startDnsServer({
    'mail.example': { a: ['127.0.0.1', '127.0.0.2'], aaaa: ['::1', '2001:db8::a:1'] },
    'only4.example': { a: ['127.0.0.1'] },
    'broken.example': 'servfail',
    'quiet.example': 'silent',
  });
});

afterEach(() => server.close());

describe('startDnsServer', () => {
  function resolver() {
    const client = new Resolver({ timeout: 200, tries: 1 });
    client.setServers([server.address]);
    return client;
  }

  it('answers with the addresses of a name', async () => {
    expect(await resolver().resolve4('Mail.Example')).toEqual(['127.0.0.1', '127.0.0.2']);
    expect(await resolver().resolve6('mail.example')).toEqual(['::1', '2001:db8::a:1']);
    expect(server.queries).toEqual(['mail.example A', 'mail.example AAAA']);
  });

  it.each([
    ['only4.example', 'ENODATA'],
    ['unknown.example', 'ENOTFOUND'],
    ['broken.example', 'ESERVFAIL'],
    ['quiet.example', 'ETIMEOUT'],
  ])('fails for the IPv6 addresses of %s with %s', async (name, code) => {
    await expect(resolver().resolve6(name)).rejects.toMatchObject({ code });
  });
});

describe('dns-preload', () => {
  /** The JSON that this code prints in a process with the preload. */
  async function evaluate(code: string): Promise<unknown> {
    const args = ['--import', pathToFileURL(DNS_PRELOAD).href, '--input-type=module', '-e', code];
    const env = { TEST_DNS_SERVER: server.address };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    return JSON.parse(stdout);
  }

  it('sends every query to the server of the test', async () => {
    const found = await evaluate(`
      import dns, { resolve4, Resolver } from 'node:dns';
      import { resolve6 } from 'node:dns/promises';
      import { promisify } from 'node:util';
      const fresh = new Resolver();
      console.log(JSON.stringify([
        await promisify(resolve4)('mail.example'),
        await resolve6('mail.example'),
        await new dns.promises.Resolver().resolve4('only4.example'),
        await promisify(fresh.resolve4.bind(fresh))('only4.example'),
      ]));`);
    expect(found).toEqual([
      ['127.0.0.1', '127.0.0.2'],
      ['::1', '2001:db8::a:1'],
      ['127.0.0.1'],
      ['127.0.0.1'],
    ]);
  });

  it('lets the system look up localhost and addresses only', async () => {
    const found = await evaluate(`
      import dns, { lookup } from 'node:dns';
      import net from 'node:net';
      const code = (error) => error.code;
      console.log(JSON.stringify([
        await dns.promises.lookup('localhost'),
        await dns.promises.lookup('192.0.2.1', { all: true }),
        await dns.promises.lookup('mail.example').catch(code),
        await new Promise((resolve) => lookup('example.com', { all: true }, resolve)).then(code),
        await new Promise((resolve) => net.connect(25, 'example.com').on('error', resolve)),
      ]));`);
    expect(found).toEqual([
      { address: '127.0.0.1', family: 4 },
      [{ address: '192.0.2.1', family: 4 }],
      'ENOTFOUND',
      'ENOTFOUND',
      expect.objectContaining({ code: 'ENOTFOUND', syscall: 'getaddrinfo', errno: -3008 }),
    ]);
  });
});
