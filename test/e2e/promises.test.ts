import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { certificates } from '../helpers/certificates.js';
import { startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import {
  closeAtEnd,
  closedPort,
  envOf,
  folderWith,
  run,
  runJson,
  SENDER,
  startScript,
  USER,
} from './support.js';

const OFFLINE = ['verify', '--offline'];
const codes = ({ warnings }: Report) => warnings.map(({ code }) => code);

describe.concurrent('a port that hardly goes with the scheme', () => {
  it.each([
    ['smtps', 587, '', 'smtp', '&requireTLS=true'],
    ['smtps', 25, '', 'smtp', '&requireTLS=true'],
    ['smtps', 2525, '', 'smtp', '&requireTLS=true'],
    ['smtp', 465, '', 'smtps', ''],
    ['smtp', 465, '&requireTLS=true', 'smtps', ''],
  ])(
    '%s with %i%s is told offline, with the corrected line',
    async (scheme, port, more, right, end) => {
      const password = plantPassword();
      const login = `me%40x.org:${encodeURIComponent(password)}`;
      const env = {
        SMTP_URI: `${scheme}://${login}@mail.x.org:${port}/?name=a${more}`,
        SMTP_SENDER: 'me@x.org',
      };
      const { report, ...result } = await runJson(OFFLINE, { env });
      expect(result.code).toBe(0);
      expect(codes(report)).toEqual(['port-unlikely']);
      expect(report.warnings[0]?.message).toContain(
        `SMTP_URI=${right}://me%40x.org:***@mail.x.org:${port}/?name=a${end}`,
      );
      expectNoSecret(result, password, 'me@x.org');
      const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { env });
      expect(chinese.stdout).toContain('[port-unlikely]');
      expect((await run([...OFFLINE, '--strict'], { env })).code).toBe(78);
    },
  );

  it.each([
    [110, 'POP3'],
    [143, 'IMAP'],
    [993, 'IMAP'],
    [995, 'POP3'],
  ])('port %i is told offline as one of %s', async (port, protocol) => {
    const password = plantPassword();
    const env = {
      SMTP_URI: `smtps://me%40x.org:${encodeURIComponent(password)}@mail.x.org:${port}`,
      SMTP_SENDER: 'me@x.org',
    };
    const { report, ...result } = await runJson(OFFLINE, { env });
    expect(codes(report)).toEqual(['port-unlikely']);
    expect(report.warnings[0]?.message).toBe(
      `SMTP_URI says port ${port}, at which mail is read (${protocol}), not sent. ` +
        'Write smtps:// with port 465, or smtp:// with port 587.',
    );
    expectNoSecret(result, password, 'me@x.org');
    const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { env });
    expect(chinese.stdout).toContain(`${port} 端口，这个端口用来收信（${protocol}），不能发信。`);
  });

  it.each([
    'smtps://mail.x.org:465',
    'smtp://mail.x.org:587',
    'smtp://mail.x.org:25',
    'smtps://mail.x.org:8465',
  ])('is none for %s', async (uri) => {
    expect(
      codes((await runJson(OFFLINE, { env: { SMTP_URI: uri, SMTP_SENDER: 'a@x.org' } })).report),
    ).toEqual([]);
  });

  it('says in one line what was not checked offline', async () => {
    const { stdout } = await run(OFFLINE, { env: { SMTP_URI: 'smtps://mail.x.org' } });
    expect(stdout).toMatch(/^Not checked, .*name.*port.*encryption.*login.*sender/m);
  });
});

describe.concurrent('credentials that look wrong', () => {
  it('are no warning any more once the server has taken them, with --strict neither', async () => {
    const dns = await startDnsServer({ 'smtp.gmail.com': { a: ['127.0.0.1'] } });
    closeAtEnd(() => dns.close());
    const password = plantPassword();
    const server = await startScript({ implicitTls: certificates.forNames('smtp.gmail.com') });
    const login = `me%40gmail.com:${encodeURIComponent(password)}`;
    const env = {
      SMTP_URI: `smtps://${login}@smtp.gmail.com:${server.port}`,
      SMTP_SENDER: 'me@gmail.com',
      NODE_EXTRA_CA_CERTS: certificates.authorityFile,
      TEST_DNS_SERVER: dns.address,
    };
    const before = await runJson(OFFLINE, { env });
    expect(codes(before.report)).toContain('credentials-unlikely');
    const options = { env, preload: [DNS_PRELOAD] };
    const { report, code } = await runJson(['verify', '--strict'], options);
    expect(codes(report)).not.toContain('credentials-unlikely');
    expect(code).toBe(0);
  });
});

describe.concurrent('a refused connection', () => {
  it.each([
    ['en', /itself, and nothing listens/, /was reached/],
    ['zh-CN', /(?:本机或容器|（或容器）)自己/, /能到达/],
  ])('at this very machine is told as such (%s)', async (lang, words, never) => {
    const { port } = await closedPort();
    const args = ['verify', '--no-suggest', '--lang', lang];
    const { stdout } = await run(args, { env: { SMTP_URI: `smtp://127.0.0.1:${port}` } });
    expect(stdout.replace(/\s+/g, lang === 'en' ? ' ' : '')).toMatch(words);
    expect(stdout).not.toMatch(never);
    for (const address of ['127.0.0.1:587', '::1:587', '0.0.0.0:25']) {
      const text = `Error: connect ECONNREFUSED ${address}`;
      const explained = await run(['explain', '--lang', lang, text]);
      expect(explained.stdout.replace(/\s+/g, lang === 'en' ? ' ' : '')).toMatch(words);
      expect(explained.stdout).not.toMatch(never);
      expect(explained.stdout).toContain('SMTP_URI');
    }
  });

  it('at a name that DNS leads here is told as such', async () => {
    const dns = await startDnsServer({ 'smtp.x.org': { a: ['127.0.0.1'] } });
    closeAtEnd(() => dns.close());
    const { port } = await closedPort();
    const { stdout } = await run(['verify', '--no-suggest'], {
      env: { SMTP_URI: `smtp://smtp.x.org:${port}`, TEST_DNS_SERVER: dns.address },
      preload: [DNS_PRELOAD],
    });
    expect(stdout.replace(/\s+/g, ' ')).toContain('DNS leads smtp.x.org to 127.0.0.1');
    expect(stdout).toContain('/etc/hosts');
  });
});

describe.concurrent('what is said of TLS', () => {
  it.each([
    ['without', ''],
    ['with', 'requireTLS=true'],
  ])('454 %s requireTLS is not laid at it: the server stops either way', async (_name, query) => {
    const password = plantPassword();
    const server = await startScript({
      tls: certificates.trusted,
      replies: { STARTTLS: '454 4.7.0 TLS not available due to local problem' },
    });
    const { report } = await runJson(['verify', '--no-suggest'], {
      env: envOf(server, { password, query }),
    });
    expect(report.failure?.cause).toBe('starttls-unavailable');
    expect(JSON.stringify(report.failure)).not.toContain('requireTLS');
  });

  it('in a pasted 454 blames no setting that nobody has seen', async () => {
    const { stdout } = await run(['explain', '454 4.7.0 TLS not available due to local problem']);
    expect(stdout).toContain('[starttls-unavailable]');
    expect(stdout).not.toContain('requireTLS');
  });

  it('of a public provider’s certificate is not that its chain is broken', async () => {
    const text = 'smtp.gmail.com:465 SMTP error: certificate verify failed';
    const { stdout } = await run(['explain', `Error: connect to smtp.gmail.com: ${text}`]);
    expect(stdout).toContain('[certificate-untrusted]');
    expect(stdout).not.toMatch(
      /UNABLE_TO_GET_ISSUER_CERT_LOCALLY|Install the full certificate chain/,
    );
    expect(stdout.replace(/\s+/g, ' ')).toContain('of Gmail itself is rarely at fault');
  });

  it.each([
    ['wrong version number', /ERR_SSL/],
    ['certificate verify failed', /UNABLE_TO/],
    ['self signed certificate in certificate chain', /DEPTH_ZERO|signed its certificate itself/],
    ['no such host', /ENOTFOUND/],
    ['connection refused', /ECONNREFUSED/],
  ])('in "%s" quotes no code that stood nowhere', async (text, never) => {
    const { stdout } = await run(['explain', `smtp: ${text}`]);
    expect(stdout).not.toMatch(never);
  });
});

describe.concurrent('the command line', () => {
  it('takes words behind -- for no options, and for wrong use where a command takes none', async () => {
    const server = await startScript();
    for (const words of [
      ['verify', '--', '--offline'],
      ['test', '--to', USER, '--', 'x'],
    ]) {
      const { code, stdout, stderr } = await run(words, { env: envOf(server) });
      expect(code).toBe(64);
      expect(stdout).toBe('');
      expect(stderr).toContain(words.at(-1));
    }
    expect(server.connections).toBe(0);
    for (const words of [
      ['domain', '--', '--offline'],
      ['domain', 'example.com', '--', '--offline'],
    ])
      expect(await run(words)).toMatchObject({ code: 64, stdout: '' });
    expect((await run(['providers', '--', 'qq'])).stdout).toContain('smtp.qq.com');
    expect((await run(['providers', '--', 'qq'])).stdout).not.toContain('smtp.163.com');
    const explained = await run(['explain', '--', '535', '--lang', 'zh-CN', '--json=x']);
    expect(explained.stdout).toContain('[auth-failed]');
    expect(explained.stdout).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(['localhost:465', 'smtp://x.org', 'a@x.org', 'x.org/'])(
    'takes no --control-host %s',
    async (host) => {
      const { code, stderr } = await run([...OFFLINE.slice(0, 1), '--control-host', host]);
      expect(code).toBe(64);
      expect(stderr).toContain('--control-host');
      expect(stderr).toContain('without a port');
    },
  );

  it.each([
    ['zh_CN', '沙盒'],
    ['zh-cn', '沙盒'],
    ['zh_CN.UTF-8', '沙盒'],
    ['zh', '沙盒'],
    ['en_US', 'sandbox'],
  ])('takes --lang %s as LANG takes it', async (lang, words) => {
    const quiet = await run(['test', '--sandbox', '--to', USER, '--lang', lang, '-q']);
    expect(quiet.stdout).toContain(lang === 'en_US' ? 'The sandbox accepted' : '沙盒已接受');
    expect(quiet.stdout.trim().split('\n')).toHaveLength(1);
    const { code, stdout } = await run(['test', '--sandbox', '--to', USER, '--lang', lang]);
    expect(code).toBe(0);
    expect(stdout).toContain(words);
    expect((await run(['explain', '--lang', 'fr', 'x'])).code).toBe(64);
  });

  it('says a word of -i where nobody can be asked', async () => {
    const { code, stderr } = await run(['verify', '-i', '--offline'], {
      env: { SMTP_URI: 'smtps://mail.x.org' },
    });
    expect(code).toBe(0);
    expect(stderr).toContain('--interactive has no effect');
  });

  it('names both variables where both are missing, in the step as in the verdict', async () => {
    const { stderr, stdout, code } = await run(['test', '--to', USER]);
    expect(code).toBe(78);
    for (const name of ['SMTP_URI', 'SMTP_SENDER']) {
      expect(stderr).toContain(`no ${name}`);
      expect(stdout).toContain(name);
    }
  });

  it('ends with the exit code that stands in the document, where a report cannot be written', async () => {
    const cwd = await folderWith();
    const report = ['--report', 'junit', join(cwd, 'none', 'report.xml')];
    const args = ['smtp', 'verify', '--offline', '--json', ...report];
    const { code, stdout } = await runBin(args, {
      cwd,
      env: { SMTP_URI: 'smtps://mail.x.org', SMTP_SENDER: SENDER },
    });
    const document = JSON.parse(stdout) as Report;
    expect({ code, exitCode: document.exitCode, ok: document.ok }).toEqual({
      code: 69,
      exitCode: 69,
      ok: true,
    });
  });
});
