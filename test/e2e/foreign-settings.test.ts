import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, run, runJson } from './support.js';

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
