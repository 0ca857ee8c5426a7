// Addresses, names, keys and authorities, as Tailchat's server takes them: where its own nodemailer can be asked
// here, it is asked beside the command.

import { X509Certificate } from 'node:crypto';
import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { OLDER_AUTHORITIES } from '../../src/smtp/connection/server-authorities.js';
import { certificates } from '../helpers/certificates.js';
import { type DnsRecord, startDnsServer } from '../helpers/dns-fixture.js';
import { askServer } from '../helpers/oracle.js';
import { DNS_PRELOAD, runBin } from '../helpers/run-bin.js';
import { startScriptedServer } from '../helpers/scripted-server.js';
import { weakCertificate, weakGroup } from '../helpers/weak-keys.js';
import {
  closeAtEnd,
  envOf,
  folderWith,
  run,
  runJson,
  SENDER,
  startScript,
  uriOf,
} from './support.js';

const HOST = 'mail.case.example';
const HERE = '127.0.0.1';
/** Nobody listens there. */
const DEAD = '127.9.9.9';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROOTS_PRELOAD = fileURLToPath(new URL('../helpers/roots-preload.mjs', import.meta.url));

/** What both say of a host that DNS knows so, with a server at an address. */
async function both(records: DnsRecord, listen: string, more: Record<string, string> = {}) {
  const dns = await startDnsServer({ [HOST]: records });
  const server = await startScriptedServer({}, { host: listen });
  closeAtEnd(() => dns.close());
  closeAtEnd(() => server.close());
  const env = {
    SMTP_URI: `smtp://${HOST}:${server.port}/`,
    SMTP_SENDER: SENDER,
    TEST_DNS_SERVER: dns.address,
    ...more,
  };
  const options = { env, preload: [DNS_PRELOAD] };
  const { report, ...said } = await runJson(['verify', '--no-suggest', '--timeout', '8'], options);
  return { report, said, options, outcome: await askServer(env, [DNS_PRELOAD]) };
}

describe.concurrent('addresses', () => {
  it('of IPv6 alone pass here, with the warning that a container may have none', async () => {
    const { report, options } = await both({ aaaa: ['::1'] }, '::1');
    expect(report.ok).toBe(true);
    const [warning] = report.warnings;
    expect(warning).toMatchObject({ code: 'server-differs' });
    expect(warning?.message).toContain('"Can not use IPv6 addresses with current network"');
    const chinese = await run(['verify', '--lang', 'zh-CN'], options);
    expect(chinese.code).toBe(0);
    expect(chinese.stdout + chinese.stderr).toContain('只有 IPv6 地址');
    // That it is another outcome, --strict says.
    expect((await run(['verify', '--strict'], options)).code).not.toBe(0);
  });

  it('of IPv4 that are dead fail, whatever IPv6 would do: the server tries no other', async () => {
    const { report, said, outcome } = await both({ a: [DEAD], aaaa: ['::1'] }, '::1');
    expect(said.code).toBe(69);
    expect(report.failure?.cause).toBe('connection-refused');
    expect(outcome).toMatchObject({ verify: false, mail: false });
    expect(outcome.words.join()).toContain(`ECONNREFUSED ${DEAD}`);
  });

  it('of IPv6 that are dead do no harm', async () => {
    const { report, outcome } = await both({ a: [HERE], aaaa: ['2001:db8::1'] }, HERE);
    expect(report.ok).toBe(true);
    expect(outcome).toMatchObject({ verify: true, mail: true });
  });
});

describe.concurrent('a name in the hosts file', () => {
  const hosts = { TEST_HOSTS: `${HOST}=${HERE}` };

  it('does not help while DNS refuses to answer', async () => {
    const { report, said, options, outcome } = await both('refused', HERE, hosts);
    expect(said.code).toBe(75);
    expect(report.failure).toMatchObject({ cause: 'dns-unavailable', step: 'dns' });
    expect(report.failure?.explanation).toMatch(/EREFUSED.*a line in \/etc\/hosts does not help/);
    expect(outcome).toMatchObject({ verify: false, mail: false });
    expect(outcome.words.join()).toContain('EREFUSED');
    const chinese = await run(['verify', '--lang', 'zh-CN', '--no-suggest'], options);
    expect(chinese.stdout).toContain('写进 /etc/hosts 也没有用');
  });

  it.each<DnsRecord>(['nxdomain', 'servfail', {}])('counts where DNS says %j', async (records) => {
    const { report, outcome } = await both(records, HERE, hosts);
    expect(report.ok).toBe(true);
    expect(outcome).toMatchObject({ verify: true, mail: true });
  });

  it('does not count where DNS knows better', async () => {
    const { report, outcome } = await both({ a: [DEAD] }, HERE, hosts);
    expect(report.failure?.cause).toBe('connection-refused');
    expect(outcome.mail).toBe(false);
  });
});

describe.concurrent('keys that newer versions of OpenSSL refuse', () => {
  const ciphers = 'DEFAULT@SECLEVEL=0';
  const dhe = { ciphers: 'DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0', maxVersion: 'TLSv1.2' } as const;

  it.each([
    ['RSA', () => ({ ...weakCertificate(), ciphers })],
    ['Diffie and Hellman', () => ({ ...certificates.trusted, ...dhe, dhparam: weakGroup() })],
  ])('pass with 1024 bits of %s, as on the server, with a warning', async (_name, options) => {
    for (const scheme of ['smtps', 'smtp'] as const) {
      const tls = options();
      const server = await startScript(scheme === 'smtp' ? { tls } : { implicitTls: tls });
      const query = scheme === 'smtp' ? 'requireTLS=true' : '';
      const env = envOf(server, { scheme, host: 'localhost', query });
      const { report } = await runJson(['verify', '--no-suggest'], { env });
      expect(report.failure).toBeNull();
      const warning = report.warnings.find(({ code }) => code === 'server-differs');
      expect(warning?.message).toContain('only 1024 bits');
    }
  });
});

describe.concurrent('authorities that only one side knows', () => {
  it('a newer one passes here, and the server will refuse it', async () => {
    const server = await startScript({ implicitTls: certificates.trusted });
    const env = { ...envOf(server, { scheme: 'smtps' }), TEST_ROOT: certificates.authorityFile };
    const { report } = await runJson(['verify'], { env, preload: [ROOTS_PRELOAD] });
    expect(report.ok).toBe(true);
    const [warning] = report.warnings.filter(({ code }) => code === 'trust-differs');
    expect(warning?.message).toMatch(
      /Test CA.*Tailchat's Node 18\.18\.0 does not: Tailchat will refuse/,
    );
    // The same server, of which this Node knows no more than that the shell names its authority.
    const plain = await runJson(['verify'], { env });
    expect(JSON.stringify(plain.report.warnings)).not.toContain('will refuse it. Name a file');
  });

  it('an older one passes, as on the server, though this Node knows it no more', async () => {
    const server = await startScript({ implicitTls: certificates.trusted });
    const env = { SMTP_URI: uriOf(server, { scheme: 'smtps' }), SMTP_SENDER: SENDER };
    expect((await runJson(['verify', '--no-suggest'], { env })).report.failure?.cause).toBe(
      'certificate-untrusted',
    );
    const bin = await buildThatKnows(certificates.authority.cert);
    const said = await runBin(['smtp', 'verify', '--json'], { env, bin });
    const report = JSON.parse(said.stdout);
    expect(report.failure).toBeNull();
    const [warning] = report.warnings;
    expect(warning).toMatchObject({ code: 'trust-differs' });
    expect(warning.message).toMatch(/Test CA.*Node 18\.18\.0 still knows/);
  });
});

/** The built command with one authority in the place of the first of those that only the server's Node knows. */
async function buildThatKnows(pem: string): Promise<string> {
  const [first] = OLDER_AUTHORITIES;
  const { subject, publicKey } = new X509Certificate(pem);
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const folder = await folderWith();
  for (const name of ['bin', 'dist', 'package.json']) {
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const names = await readdir(join(folder, 'dist'), { recursive: true });
  for (const name of names.filter((one) => /\.(?:c?js|json)$/.test(one))) {
    const file = join(folder, 'dist', name);
    const text = await readFile(file, 'utf8');
    if (!first || !text.includes(first.publicKey)) continue;
    const changed = text
      .replace(first.publicKey, key)
      // In the program the parts of a subject stand on a line, with bars between them.
      .replace(first.subject.replaceAll('\n', ' | '), subject)
      .replace(first.validTo, new Date(Date.now() + 1e9).toUTCString());
    await writeFile(file, changed);
  }
  return join(folder, 'bin/tailchat.js');
}
