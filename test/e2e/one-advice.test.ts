import { describe, expect, it } from 'vitest';
import { startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { closeAtEnd, closedPort, folderWith, runJson, USER } from './support.js';

const LOGIN = encodeURIComponent(USER);
const LANGUAGES = [['en'], ['zh-CN']] as const;

describe.concurrent('one thing is advised, and once', () => {
  it.each(LANGUAGES)(
    'a misspelt name is to be mended, and nothing written anew (%s)',
    async (lang) => {
      const password = plantPassword();
      const uri = `smtps://${LOGIN}:${encodeURIComponent(password)}@127.0.0.1:1`;
      const args = ['verify', '--offline', '--lang', lang];
      const both = await folderWith({ '.env': `SMTP_URL=${uri}\nSMTP_SENDER=${USER}\n` });
      const result = await runJson(args, { cwd: both });
      expect(result.report.failure).toMatchObject({ cause: 'uri-missing' });
      expect(result.report.failure?.nextSteps).toHaveLength(1);
      expect(result.report.failure?.nextSteps[0]).toContain('SMTP_URL');
      expectNoSecret(result, password, USER);
      // The sender is missing, too, and is to be written.
      const without = await folderWith({ '.env': `SMTP_URL=${uri}\n` });
      const test = ['test', '--to', USER, '--no-input', '--lang', lang];
      const steps = (await runJson(test, { cwd: without })).report.failure?.nextSteps.join('\n');
      expect(steps).toContain('SMTP_SENDER=');
      expect(steps).not.toContain('SMTP_URI=');
      const misnamed = await folderWith({ '.env': `smtp_uri=${uri}\nsmtp_sender=${USER}\n` });
      const renames = (await runJson(args, { cwd: misnamed })).report.failure?.nextSteps;
      expect(renames).toEqual([
        expect.stringContaining('smtp_uri'),
        expect.stringContaining('smtp_sender'),
      ]);
      const inEnvironment = await runJson(args, { env: { SMTP_URL: uri, SMTP_SENDER: USER } });
      expect(inEnvironment.report.failure?.nextSteps).toHaveLength(1);
    },
  );

  it.each([
    ['smtps', 'smtp.qq.con', 465, 'smtp.qq.com'],
    ['smtp', 'smtp.qq.con', 465, 'smtp.qq.com'],
    ['smtps', 'smtp.gmial.com', 587, 'smtp.gmail.com'],
    ['smtps', 'smtp.example.qq', 587, undefined],
  ] as const)('of a host that does not exist: %s://%s:%i', async (scheme, host, port, meant) => {
    const dns = await startDnsServer({ [host]: 'nxdomain' });
    closeAtEnd(() => dns.close());
    const password = plantPassword();
    const env = {
      TEST_DNS_SERVER: dns.address,
      SMTP_URI: `${scheme}://${LOGIN}:${encodeURIComponent(password)}@${host}:${port}`,
      SMTP_SENDER: 'me@qq.com',
    };
    for (const [lang] of LANGUAGES) {
      const options = { env, preload: [DNS_PRELOAD] };
      const result = await runJson(['verify', '--lang', lang], options);
      const { failure, warnings } = result.report;
      expect(failure?.cause).toBe('host-not-found');
      if (meant) expect(failure?.nextSteps[0]).toContain(meant);
      else expect(failure?.nextSteps.join()).not.toContain('smtp.qq.com');
      // No container is called so.
      expect(failure?.nextSteps.join()).not.toContain('Docker');
      // What a server would want that does not exist, and what its mail would be, is no help.
      const codes = warnings.map(({ code }) => code);
      expect(codes).not.toContain('port-unlikely');
      expect(codes).not.toContain('sender-unaligned-likely');
      expectNoSecret(result, password, USER);
    }
  });

  it.each(LANGUAGES)(
    'a loopback address in a container: what to write is said once (%s)',
    async (lang) => {
      const { port } = await closedPort();
      const files = {
        'docker-compose.env': `SMTP_URI=smtp://127.0.0.1:${port}\nSMTP_SENDER=${USER}\n`,
      };
      const cwd = await folderWith(files);
      const { report } = await runJson(['verify', '--lang', lang], { cwd });
      expect(report.failure?.cause).toBe('connection-refused');
      const [warning] = report.warnings.filter(({ code }) => code === 'loopback-in-container');
      expect(report.failure?.nextSteps[0]).toContain('host.docker.internal');
      expect(warning?.message).toContain('127.0.0.1');
      expect(warning?.message).not.toContain('host.docker.internal');
      // Where nothing failed that has such a step, the warning says what to write.
      const offline = await runJson(['verify', '--offline', '--lang', lang], { cwd });
      const [alone] = offline.report.warnings.filter(
        ({ code }) => code === 'loopback-in-container',
      );
      expect(alone?.message).toContain('host.docker.internal');
    },
  );
});
