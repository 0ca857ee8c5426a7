import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { SMTP_COMMANDS } from '../../../src/commands/smtp/names.js';
import { yargsOptions } from '../../../src/commands/smtp/options.js';
import { ExitCode } from '../../../src/exit-codes.js';
import { commandLineTexts } from '../../../src/language/index.js';
import { main } from '../../../src/main.js';
import { createFakeContext } from '../../helpers/fake-context.js';

async function helpOf(words: string[], columns?: number): Promise<string> {
  const context = createFakeContext({ argv: words });
  if (columns !== undefined) Object.assign(context.stdout, { columns });
  expect(await main(context)).toBe(0);
  expect(context.err).toBe('');
  return context.out;
}

const COMMANDS = [[], ['completion'], ['smtp'], ...SMTP_COMMANDS.map((name) => ['smtp', name])];
const CASES = COMMANDS.flatMap((words) =>
  ['-h', '--help'].flatMap((flag) =>
    ['en', 'zh-CN'].map((lang) => [words.join(' '), flag, lang] as const),
  ),
);

describe('the help', () => {
  it.each([
    [
      'verify',
      'Check the mail settings step by step; sends no mail',
      '逐步检查发信配置，不发送邮件',
    ],
    ['test', 'Check the mail settings step by step, then send a test mail', '然后发送一封测试邮件'],
  ])('of %s says what it does, where the list has the words of Tailchat', async (name, en, zh) => {
    expect(await helpOf(['smtp', name, '-h'])).toContain(`\n\n${en}\n`);
    expect(await helpOf(['smtp', name, '--help', '--lang', 'zh-CN'])).toContain(zh);
  });

  it.each(CASES)('of tailchat %s %s is laid out (%s)', async (words, flag, lang) => {
    for (const columns of [undefined, 60, 80, 100]) {
      const { LANG } = { LANG: lang === 'en' ? 'C' : 'zh_CN.UTF-8' };
      const context = createFakeContext({
        argv: [...words.split(' ').filter(Boolean), flag],
        env: { LANG },
      });
      if (columns !== undefined) Object.assign(context.stdout, { columns });
      expect(await main(context)).toBe(0);
      expect([context.err, context.out.endsWith('\n')]).toEqual(['', true]);
      for (const line of context.out.trimEnd().split('\n')) {
        // A line to copy is never broken.
        const isCommand = /^ {2}tailchat /.test(line);
        if (!isCommand) expect(stringWidth(line), line).toBeLessThanOrEqual(columns ?? 80);
        expect(line).not.toMatch(/^\s*[，。、；：？！）】》」』”’,.;:!?)]/u);
        expect(line).not.toMatch(/[（【《「『“‘(]$/u);
        expect(line).not.toMatch(/\s$/);
      }
    }
  });

  it.each(SMTP_COMMANDS)('of %s names each option, short and whole', async (name) => {
    const [short, whole] = [
      await helpOf(['smtp', name, '-h']),
      await helpOf(['smtp', name, '--help']),
    ];
    for (const [option, { alias }] of Object.entries(yargsOptions(name, commandLineTexts('en')))) {
      for (const text of [short, whole]) {
        expect(text).toContain(`--${option}`);
        if (typeof alias === 'string') expect(text).toMatch(new RegExp(`--?${alias}\\b`));
      }
    }
    expect(short.length).toBeLessThan(whole.length);
    expect(short).toContain(`tailchat smtp ${name} --help`);
    expect(short).not.toMatch(/Exit codes|Examples/);
    expect(whole).toMatch(/^Exit codes:\n {2}0 {2,}\w/m);
    expect(whole).toContain('Examples:');
  });

  it('has a line for each exit code of a check', async () => {
    const [, codes = ''] = (await helpOf(['smtp', 'verify', '--help'])).split('Exit codes:\n');
    const listed = [...codes.matchAll(/^ {2}(\d+) {2,}\S/gm)].map(([, code]) => Number(code));
    const all = Object.values(ExitCode).filter((code) => code !== ExitCode.nothingFound);
    expect(listed).toEqual(all);
  });

  it('of the group says where to start, in a terminal and elsewhere', async () => {
    for (const words of [['smtp'], ['smtp', '-h'], ['smtp', '--help']]) {
      const help = await helpOf(words);
      expect(help.split('\n')[0]).toBe('SMTP Service');
      expect(help).toMatch(/^Where to start:\n {2}# .*\n.*\n? {2}tailchat smtp verify$/m);
    }
    expect(await helpOf(['smtp', '--lang', 'zh-CN'])).toMatch(/^SMTP 服务\n\n命令：\n/);
  });

  it('of an unknown word is that of what stands before it', async () => {
    expect(await helpOf(['smtp', 'nonsense', '--help'])).toMatch(/^SMTP Service/);
  });
});

describe('wrong use', () => {
  async function wrong(words: string[], lang = 'C'): Promise<string> {
    const context = createFakeContext({ argv: words, env: { LANG: lang } });
    expect(await main(context)).toBe(64);
    return context.err;
  }

  it.each<[words: string[], english: string, chinese: string]>([
    [['smtp', 'frob'], 'There is no command frob', '没有 frob 这个命令'],
    [['frob'], 'There is no command frob', '没有 frob 这个命令'],
    [['smtp', 'verify', '--frob'], 'There is no option --frob here', '这里没有选项 --frob'],
    [['smtp', 'verify', '-u', 'X'], 'There is no option -u here', '这里没有选项 -u'],
    [['smtp', 'verify', '--to=a@b.cn'], 'There is no option --to here', '这里没有选项 --to'],
    [['smtp', 'verify', 'frob'], 'Not understood: frob', '无法识别：frob'],
    [['smtp', 'test', '--to'], '--to needs a value', '--to 的值不能为空'],
    [
      ['smtp', 'verify', '--lang', 'fr'],
      '--lang must be one of en, zh-CN, and not fr',
      '--lang 只能是 en、zh-CN',
    ],
    [
      ['smtp', 'verify', '--env-format', 'x'],
      '--env-format must be one of auto, dotenv',
      '--env-format 只能是 auto、dotenv',
    ],
    [
      ['smtp', 'verify', '--env-format', 'x, Choices: y'],
      '--env-format must be one of auto, dotenv',
      '--env-format 只能是 auto、dotenv',
    ],
  ])('%j is told by its kind', async (words, english, chinese) => {
    expect(await wrong(words)).toContain(english);
    expect(await wrong(words, 'zh_CN.UTF-8')).toContain(chinese);
  });

  it('names no option of another command as what was meant', async () => {
    expect(await wrong(['smtp', 'providers', '--tp'])).not.toContain('Did you mean');
    expect(await wrong(['smtp', 'test', '--tp', 'a@b.cn'])).toContain('Did you mean --to?');
    expect(await wrong(['smtp', 'verify', '--foo'])).not.toContain('Did you mean');
  });
});
