import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, run, runJson } from './support.js';

const verify = (shell: string) => [
  ...['verify', '--offline', '--settings', 's.env', '--env-format', shell],
];
const SENDER = 'SMTP_SENDER=me@x.org\n';
const SHELLS = ['bash', 'dash', 'zsh'];

describe.concurrent('a line that a shell does not read as an assignment', () => {
  it.each(
    SHELLS.flatMap((shell) =>
      [
        ['&', '&'],
        ['|', '|'],
        ['<', '<'],
        [' ', 'a space'],
      ]
        // bash takes the part before it.
        .filter(([sign]) => shell !== 'bash' || sign !== '<')
        .map(([sign = '', named = '']) => [shell, sign, named] as const),
    ),
  )('%s stops at %j, and that is the verdict', async (shell, sign, named) => {
    const password = plantPassword().replace(/\W/g, '');
    const uri = `smtps://me%40x.org:${password}${sign}b@x.org`;
    const cwd = await folderWith({ 's.env': `SMTP_URI=${uri}\n${SENDER}` });
    const result = await run(verify(shell), { cwd });
    expect(result.code).toBe(78);
    expect(result.stdout).toContain(`SMTP_URI is in s.env:1, but ${shell} does not read the line`);
    expect(result.stdout).toContain(`${named} outside quotation marks has a meaning there`);
    expect(result.stdout).toContain('1. Put the whole value in s.env:1 in single quotes');
    expect(result.stdout).not.toContain('example.com');
    expectNoSecret(result, password);
    const mended = await folderWith({ 's.env': `SMTP_URI='${uri}'\n${SENDER}` });
    const { report } = await runJson(verify(shell), { cwd: mended });
    // A space and a < in the URI itself are faults of their own.
    if ('&|'.includes(sign)) expect(report.failure).toBeNull();
    else expect(report.failure?.cause).not.toBe('uri-missing');
    const chinese = await run([...verify(shell), '--lang', 'zh-CN'], { cwd });
    expect(chinese.stdout).toContain('source 读取的文件就是脚本，引号以外的');
  });

  it.each(SHELLS)(
    '%s cuts a value at a semicolon, and no line of the rest is proposed',
    async (shell) => {
      const uri = 'smtps://me%40x.org:a;b@x.org';
      const cwd = await folderWith({ 's.env': `SMTP_URI=${uri}\n${SENDER}` });
      const { report } = await runJson(verify(shell), { cwd });
      expect(report.failure?.explanation).toContain(
        `${shell} ends the value at ; outside quotation marks`,
      );
      expect(report.failure?.nextSteps[0]).toBe('Put the whole value in single quotes');
    },
  );

  it.each(['bash', 'zsh'])('%s stops at a line above, which is named', async (shell) => {
    const cwd = await folderWith({ 's.env': `A=a(b\nSMTP_URI=smtps://me:a@x.org\n${SENDER}` });
    const { report } = await runJson(verify(shell), { cwd });
    expect(report.failure?.title).toBe(
      `${shell} stops reading at s.env:1, before SMTP_URI in s.env:2`,
    );
    expect(report.failure?.nextSteps).toEqual(['Mend s.env:1: put its value in single quotes']);
    expect(report.warnings.filter(({ code }) => code === 'shell-unsafe')).toEqual([]);
  });

  it.each(['bash', 'dash'])('%s keeps line ends of Windows, which are named', async (shell) => {
    const lines = "SMTP_URI='smtps://me%40x.org:a@x.org'\r\nSMTP_SENDER=me@x.org\r\n";
    const cwd = await folderWith({ 's.env': lines });
    const { report } = await runJson(verify(shell), { cwd });
    const warned = report.warnings.filter(({ code }) => code === 'shell-unsafe');
    expect(warned).toHaveLength(2);
    for (const { message } of warned) {
      expect(message).toContain('it keeps the carriage return of a line end of Windows (CRLF)');
      expect(message).toContain('Save the file with the line ends of Linux (LF)');
      expect(message).not.toContain('Write ');
    }
    const mended = await folderWith({ 's.env': lines.replaceAll('\r', '') });
    const { report: after } = await runJson(verify(shell), { cwd: mended });
    expect(after.warnings.map(({ code }) => code)).not.toContain('shell-unsafe');
  });

  it('dash refuses the whole file, and no line is warned of that is right', async () => {
    const cwd = await folderWith({ 's.env': `SMTP_URI=smtps://me:a(b@x.org\n${SENDER}` });
    const { report } = await runJson(verify('dash'), { cwd });
    expect(report.failure).toMatchObject({ cause: 'env-file-invalid' });
    const shell = report.warnings.filter(({ code }) => code === 'shell-unsafe');
    expect(shell.map(({ message }) => message)).toEqual([
      expect.stringContaining('because ( outside quotation marks has a meaning in a shell'),
    ]);
  });
});
