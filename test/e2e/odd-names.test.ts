import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const FILE = 'docker-compose.env';
const uriWith = (password: string) =>
  `smtps://me%40x.org:${encodeURIComponent(password)}@mail.example:465/`;

describe.concurrent('a line with blanks beside its =, for a shell', () => {
  it.each([['SMTP_URI = '], ['SMTP_URI ='], ['SMTP_URI= ']])(
    'is mended by removing them, and by nothing else: %j',
    async (start) => {
      const password = plantPassword();
      const uri = `'${uriWith(password)}'`;
      const cwd = await folderWith({ [FILE]: `${start}${uri}\nSMTP_SENDER=me@x.org\n` });
      const args = [...OFFLINE, '--env-format', 'bash'];
      const { report, ...result } = await runJson(args, { cwd });
      expectNoSecret(result, password);
      expect(report.failure).toMatchObject({
        ...{ cause: 'uri-missing', explanation: expect.stringContaining('taken for a command') },
        nextSteps: [`Remove the spaces before and behind the = in ${FILE}:1`],
      });
      const chinese = await run([...args, '--lang', 'zh-CN'], { cwd });
      expect(chinese.stdout).toContain(`去掉 ${FILE}:1 中 = 前后的空格`);
      // What is advised works, for the program and for the shell.
      const text = readFileSync(join(cwd, FILE), 'utf8').replace(start, 'SMTP_URI=');
      writeFileSync(join(cwd, FILE), text);
      expect((await run(args, { cwd })).code).toBe(0);
      const script = `. ./${FILE} && test -n "$SMTP_URI"`;
      expect(spawnSync('sh', ['-c', script], { cwd }).status).toBe(0);
    },
  );

  it('leaves a space within the value to quotation marks', async () => {
    const cwd = await folderWith({ [FILE]: 'SMTP_URI=smtps://mail.example/ x\n' });
    const { report } = await runJson([...OFFLINE, '--env-format', 'bash'], { cwd });
    expect(JSON.stringify(report.failure)).not.toContain('Remove the spaces before');
  });
});

describe.concurrent('a name that only looks right', () => {
  it.each([
    ['SMTP_URI＝', /full-width sign behind the name/, /Write = there/, '全角符号'],
    ['SMTP_URI：', /full-width sign behind the name/, /Write = there/, '全角符号'],
    ['SMTP_URI\u200b=', /cannot be seen/, /Type the name and the = anew/, '看不见的字符'],
    ['\u200bSMTP_URI=', /cannot be seen/, /Type the name and the = anew/, '看不见的字符'],
    ['ЅMTP_URI=', /SMTP_URI is missing/, /Type SMTP_URI in .* anew: a letter/, '看起来一样'],
    ['ЅМТР_URI=', /SMTP_URI is missing/, /Type SMTP_URI in .* anew: a letter/, '看起来一样'],
    ['ＳＭＴＰ_ＵＲＩ=', /SMTP_URI is missing/, /Type SMTP_URI in .* anew: a letter/, '看起来一样'],
  ])('%s is told by the sign', async (start, title, step, inChinese) => {
    const password = plantPassword();
    const cwd = await folderWith({
      [FILE]: `${start}${uriWith(password)}\nSMTP_SENDER=me@x.org\n`,
    });
    const { report, ...result } = await runJson(OFFLINE, { cwd });
    expectNoSecret(result, password);
    expect(report.failure?.title).toMatch(title);
    expect(report.failure?.nextSteps[0]).toMatch(step);
    const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { cwd });
    expect(chinese.stdout).toContain(inChinese);
    expect(result.stdout).not.toContain('Rename');
  });

  it('is none in a sentence that lacks its #', async () => {
    const cwd = await folderWith({ [FILE]: '邮件设置，请修改\nSMTP_URI=smtps://mail.example\n' });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.failure?.nextSteps.join()).toContain('Put a # at the beginning');
  });
});
