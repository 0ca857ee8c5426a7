import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { envOf, expectTidy, startScript, USER } from './support.js';

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string };

const BAD: [words: string[], named: string][] = [
  [['verify', '--timeout', 'abc'], '--timeout'],
  [['verify', '--timeout', '0'], '--timeout'],
  [['verify', '--timeout', '-1'], '--timeout'],
  [['verify', '--timeout', '1e9'], '--timeout'],
  [['verify', '--timeout', 'Infinity'], '--timeout'],
  [['verify', '--timeout='], '--timeout'],
  [['verify', '--timeout', '5', '--timeout', '6'], '--timeout'],
  [['verify', '--wait', 'x'], '--wait'],
  [['verify', '--wait', '-5'], '--wait'],
  [['verify', '--uri', 'smtp://a.example', '--uri', 'smtp://b.example'], '--uri'],
  [['verify', '--uri='], '--uri'],
  [['verify', '--sender='], '--sender'],
  [['verify', '--sender', 'a@x.org', '--sender', 'b@x.org'], '--sender'],
  [['verify', '--sender', 'a@x.org', '--from', 'b@x.org'], '--sender'],
  [['verify', '--env-file='], '--settings'],
  [['verify', '--service', 'nosuch', '--offline'], '--service'],
  [['domain', '--service', 'nosuch'], '--service'],
  [['verify', '--bogus'], 'bogus'],
  [['verify', '--no-bogus'], 'bogus'],
  [['verify', '--to', 'a@x.org'], 'to'],
  [['verify', 'extra'], 'extra'],
  [['test', '--to', 'a@x.org', 'extra'], 'extra'],
  [['bogus'], 'bogus'],
  [['verify', '--sandbox', '--uri', 'smtp://a.example'], '--uri'],
  [['verify', '-i', '--no-input'], '--no-input'],
  [['verify', '--lang', 'fr'], 'lang'],
  [['verify', '--lang', 'en', '--lang', 'zh-CN'], '--lang'],
  [['test', '--to', 'a@x.org', '--subject', 'Hi\nBcc: b@x.org'], '--subject'],
  [['test', '--to', 'a@x.org', '--subject', 'a', '--subject', 'b'], '--subject'],
  [['test', '--to='], '--to'],
  [['verify', '--uri'], 'uri'],
  [['test', '--to'], 'to'],
  [['test', '--html'], 'html'],
  [['verify', '--json=maybe'], 'json'],
];

describe.concurrent('wrong use of the command line', () => {
  it.each(BAD)('smtp %j → 64, naming %s', async (words, named) => {
    const password = plantPassword();
    const server = await startScript();
    const result = await runBin(['smtp', ...words], { env: envOf(server, { password }) });
    expectTidy(result);
    expect(result).toMatchObject({ code: 64, stdout: '' });
    // The last line names the command's help.
    const lines = result.stderr.trimEnd().split('\n');
    expect(lines.at(-1)).toContain('--help');
    expect(lines.slice(0, -1).join('\n')).toContain(named);
    expect(server.connections).toBe(0);
    expectNoSecret(result, password, USER);
  });

  it('names an unknown command and an unknown option of the top', async () => {
    for (const word of ['bogus', '--bogus']) {
      const result = await runBin([word]);
      expectTidy(result);
      expect(result).toMatchObject({ code: 64, stdout: '' });
      expect(result.stderr.split('\n')[0]).toContain('bogus');
    }
  });

  it('says it in Chinese where that is the language', async () => {
    const args = ['smtp', 'verify', '--timeout', '0', '--lang', 'zh-CN'];
    const result = await runBin(args);
    expect(result).toMatchObject({ code: 64, stdout: '' });
    expect(result.stderr).toMatch(/--timeout.*\p{Script=Han}/u);
  });

  it('does not repeat a password that stands in the wrong place', async () => {
    const password = plantPassword();
    const uri = `smtp://me:${encodeURIComponent(password)}@127.0.0.1:1`;
    const bare = uri.slice('smtp://'.length);
    const spaced = [`smtp://me:${password.slice(0, 4)}`, `${password.slice(4)}@127.0.0.1:1`];
    const places = [[uri], [bare], spaced, ['--urii', uri], [`--urii=${uri}`], ['--timeout', uri]];
    for (const words of places) {
      const result = await runBin(['smtp', 'verify', ...words]);
      expectTidy(result);
      expect(result).toMatchObject({ code: 64, stdout: '' });
      expect(result.stderr).not.toBe('');
      expectNoSecret(result, password, 'me');
    }
  });
});

describe.concurrent('help', () => {
  async function help(args: string[]): Promise<string[]> {
    const result = await runBin(args);
    expectTidy(result);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    return result.stdout.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
  }

  it.each([[['smtp']], [['smtp', '--help']], [['smtp', '-h']]])(
    '%j begins as the seed does',
    async (args) => {
      const lines = await help(args);
      expect(lines[0]).toBe('SMTP Service');
      const commands = lines.filter((line) => line.startsWith('tailchat smtp '));
      expect(commands.slice(0, 2)).toEqual([
        'tailchat smtp verify Verify smtp sender service',
        'tailchat smtp test Send test email with smtp service',
      ]);
    },
  );

  it.each([[[]], [['--help']]])('tailchat %j names the group', async (args) => {
    const lines = await help(args);
    expect(lines).toContain('tailchat smtp SMTP Service');
  });

  const SHARED =
    '--uri --sender --from --env-file --timeout --wait --no-suggest --strict --sandbox --json ' +
    '--verbose --quiet --interactive --no-input --show-secrets --lang --no-color';
  it.each([
    ['verify', `${SHARED} --offline`],
    ['test', `${SHARED} --to --subject --text --html`],
  ])('of %s names every option and exit code', async (command, options) => {
    const lines = await help(['smtp', command, '--help']);
    const words = lines.join(' ').split(/[\s,]+/);
    for (const option of options.split(' ')) expect(words).toContain(option);
    for (const alias of ['-v', '-q', '-i']) expect(words).toContain(alias);
    const codes = ['0', '64', '65', '66', '67', '68', '69', '70', '75', '76', '77', '78', '130'];
    for (const code of codes) expect(words).toContain(code);
    expect(lines.join(' ')).toMatch(/[Oo]ther users/);
  });

  it('is there in Chinese', async () => {
    expect((await help(['smtp', 'verify', '--help', '--lang', 'zh-CN'])).join()).toMatch(
      /\p{Script=Han}/u,
    );
  });

  it('--version is that of package.json', async () => {
    expect(await help(['--version'])).toEqual([version, '']);
  });
});

describe.concurrent('what is nearly right', () => {
  it.each<[args: string[], meant: string]>([
    [['smtp', 'verify', '--jsn'], '--json'],
    [['smtp', 'verify', '--env-fle=x'], '--env-file'],
    [['smtp', 'verfy'], 'verify'],
    [['smpt', 'verify'], 'smtp'],
  ])('%j: did you mean %s', async (args, meant) => {
    const result = await runBin(args);
    expect(result.code).toBe(64);
    expect(result.stderr).toContain(`Did you mean ${meant}?\n`);
  });

  it.each([[['smtp', 'verify', '--bogus']], [['smtp', 'frobnicate']], [['smtp', 'test', '--to=']]])(
    '%j: nothing is near',
    async (args) => {
      const result = await runBin(args);
      expect(result.code).toBe(64);
      expect(result.stderr).not.toContain('Did you mean');
    },
  );
});

describe.concurrent('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('prints a script for %s, named or in SHELL', async (shell) => {
    const named = await runBin(['completion', shell]);
    const found = await runBin(['completion'], { env: { SHELL: `/usr/bin/${shell}` } });
    expect(named).toMatchObject({ code: 0, stderr: '' });
    expect(named.stdout).toContain(`completion for ${shell}`);
    expect(found.stdout).toBe(named.stdout);
  });

  it('offers names with descriptions, and no single letters with two dashes', async () => {
    const words = ['--get-yargs-completions', 'tailchat', 'smtp', 'test', '--'];
    const { stdout } = await runBin(words, { env: { SHELL: 'zsh' } });
    expect(stdout).toMatch(/^--to:Who gets the mail/m);
    expect(stdout).not.toMatch(/^--\w(:|$)/m);
  });
});
