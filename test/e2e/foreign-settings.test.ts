import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { startSmtpServer } from '../helpers/smtp-fixture.js';
import { folderWith, run, runJson } from './support.js';

const TRUST = { NODE_EXTRA_CA_CERTS: certificates.authorityFile };
const OFFLINE = ['verify', '--offline'];

describe.concurrent('another application’s settings', () => {
  it('are said to be such, and made into the lines that Tailchat reads', async () => {
    const password = plantPassword();
    const cwd = await folderWith({
      '.env': `SMTP_HOST=mail.example\nSMTP_PORT=465\nSMTP_USER=me@mail.example\nSMTP_PASS=${password}\nSMTP_FROM=a@mail.example\n`,
    });
    const { report, ...result } = await runJson(OFFLINE, { cwd });
    expect(result.code).toBe(78);
    expect(report.failure).toMatchObject({
      cause: 'uri-missing',
      suggestion: {
        uri: 'smtps://me%40mail.example:***@mail.example:465/',
        sender: 'a@mail.example',
        proof: 'none',
      },
    });
    expect(report.failure?.nextSteps[0]).toContain('SMTP_HOST');
    expectNoSecret(result, password);
    const shown = await runJson([...OFFLINE, '--show-secrets'], { cwd });
    const uri = shown.report.failure?.suggestion?.uri ?? '';
    expect(decodeURIComponent(uri)).toContain(password);
    const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { cwd });
    expect(chinese.stdout).toContain('其他应用的配置');
    expectNoSecret(chinese, password);
  });
});

describe.concurrent('settings that were pasted with what stood around them', () => {
  it('are said to be such, offered, and tried', async () => {
    const password = plantPassword();
    const server = await startSmtpServer({ security: 'tls', users: { me: password } });
    const uri = `smtps://me:${encodeURIComponent(password)}@127.0.0.1:${server.port}/`;
    const flags = `docker run -e SMTP_URI="${uri}" -e SMTP_SENDER=a@mail.example moonrailgun/tailchat`;
    const offline = await runJson([...OFFLINE, '--uri', flags]);
    expect(offline.report.failure).toMatchObject({
      cause: 'uri-invalid',
      explanation: expect.stringContaining('options of docker run'),
      suggestion: { sender: 'a@mail.example', proof: 'none' },
    });
    expectNoSecret(offline, password);
    const tried = await runJson(['verify', '--uri', flags], { env: TRUST });
    expect(tried.code).toBe(78);
    expect(tried.report.failure?.suggestion?.proof).toBe('auth');
    expectNoSecret(tried, password);
    const chinese = await run([...OFFLINE, '--uri', `export SMTP_URI=${uri}`, '--lang', 'zh-CN']);
    expect(chinese.stdout).toContain('在 shell 里设置变量的命令');
    expectNoSecret(chinese, password);
    await server.close();
  });

  it('are offered where a name alone is another', async () => {
    const password = plantPassword();
    const cwd = await folderWith({ '.env': `MAIL_URL=smtps://me:${password}@mail.example\n` });
    const { report, ...result } = await runJson(OFFLINE, { cwd });
    expect(report.failure).toMatchObject({
      cause: 'uri-missing',
      suggestion: { uri: 'smtps://me:***@mail.example', proof: 'none' },
    });
    expect(report.failure?.nextSteps.join()).toContain('MAIL_URL');
    expectNoSecret(result, password);
  });

  it('are tried where they are another application’s', async () => {
    const password = plantPassword();
    const server = await startSmtpServer({ security: 'tls', users: { me: password } });
    const cwd = await folderWith({
      '.env': `MAIL_HOST=127.0.0.1\nMAIL_PORT=${server.port}\nMAIL_USERNAME=me\nMAIL_PASSWORD=${password}\nMAIL_ENCRYPTION=ssl\n`,
    });
    const { report, ...result } = await runJson(['verify', '--sender', 'a@mail.example'], {
      cwd,
      env: TRUST,
    });
    expect(report.failure).toMatchObject({ cause: 'uri-missing', suggestion: { sender: null } });
    expect(report.failure?.suggestion?.proof).toBe('auth');
    expectNoSecret(result, password);
    await server.close();
  });
});

describe.concurrent('a reader that is named', () => {
  it('stands in the table of those that disagree', async () => {
    const password = plantPassword();
    const cwd = await folderWith({
      'x.env': `SMTP_URI='smtps://me:${encodeURIComponent(password)}@mail.example'\n`,
    });
    const args = [...OFFLINE, '--settings', 'x.env', '--env-format', 'podman'];
    const { report, ...result } = await runJson(args, { cwd });
    expect(report.failure?.cause).toBe('uri-damaged');
    const warning = report.warnings.find(({ code }) => code === 'readers-disagree');
    expect(warning?.readers).toContainEqual(
      expect.objectContaining({ reader: 'podman', problem: 'quotes-kept' }),
    );
    expectNoSecret(result, password);
  });
});
