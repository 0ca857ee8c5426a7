import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BIN } from '../helpers/run-bin.js';
import { startScriptedServer } from '../helpers/scripted-server.js';
import { type SmtpFixture, startSmtpServer } from '../helpers/smtp-fixture.js';
import { openTerminal, type Terminal, type TerminalOptions } from '../helpers/terminal.js';

const FRAME = /[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how colours are written.
const COLOUR = /\x1b\[[\d;]*m/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: so is everything else about the cursor.
const ESCAPE = /\x1b/;

describe('in a terminal', () => {
  let server: SmtpFixture;
  let terminal: Terminal;
  beforeAll(async () => {
    server = await startSmtpServer({ security: 'plain', users: { 'me@a.example': 'secret' } });
  });
  afterAll(() => server.close());
  afterEach(() => terminal.close());

  async function run(args: string[], options: TerminalOptions = {}): Promise<number> {
    terminal = await openTerminal(['smtp', ...args], options);
    return await terminal.exit();
  }

  function settings(): Record<string, string> {
    const login = 'me%40a.example:secret';
    return {
      SMTP_URI: `smtp://${login}@127.0.0.1:${server.port}/?ignoreTLS=true`,
      SMTP_SENDER: 'me@a.example',
    };
  }

  describe('no question is asked', () => {
    it.each([
      { name: 'with --no-input', args: ['--no-input'], env: {} },
      { name: 'with CI=1', args: [], env: { CI: '1' } },
    ])('$name', async ({ args, env }) => {
      expect(await run(['verify', ...args], { env })).toBe(78);
      expect(terminal.screen()).toContain('SMTP_URI');
      expect(terminal.screen()).toContain('--uri');
      expect(terminal.screen()).not.toMatch(/^\? |Do you have one/m);
      expect(await run(['test', ...args], { env: { ...settings(), ...env } })).toBe(64);
      expect(terminal.screen()).toContain('--to');
    });

    it('with --json: there is the document and nothing else', async () => {
      expect(await run(['verify', '--json'])).toBe(78);
      const document = JSON.parse(terminal.raw());
      expect(document).toMatchObject({ ok: false, exitCode: 78, failure: { step: 'settings' } });
      expect(await run(['verify', '--json'], { env: settings() })).toBe(0);
      expect(JSON.parse(terminal.raw())).toMatchObject({ ok: true, exitCode: 0 });
    });
  });

  it('shows a spinner while a step goes on, and takes it away', async () => {
    const slow = await startScriptedServer({ greeting: null });
    const env = { SMTP_URI: `smtp://127.0.0.1:${slow.port}` };
    terminal = await openTerminal(['smtp', 'verify', '--timeout', '1'], { env });
    await terminal.waitFor(/^[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] greeting$/m);
    expect(terminal.cursorIsVisible()).toBe(false);
    expect(await terminal.exit()).toBe(69);
    await slow.close();
    expect(terminal.screen()).not.toMatch(FRAME);
    expect(terminal.screen()).toMatch(/^✓ connect .*\n✗ greeting /m);
    expect(terminal.cursorIsVisible()).toBe(true);
  });

  it.each([
    { lang: 'en', said: 'recipient: 29 of 30 answered' },
    { lang: 'zh-CN', said: '收件人：共 30 个，已答复 29 个' },
  ])('counts the answers about many recipients ($lang)', async ({ lang, said }) => {
    let asked = 0;
    const answer = () => {
      asked += 1;
      return asked === 30 ? 'silence' : '250 2.1.5 Ok';
    };
    const slow = await startScriptedServer({ replies: { RCPT: answer } });
    const env = { SMTP_URI: `smtp://127.0.0.1:${slow.port}`, SMTP_SENDER: 'me@a.example' };
    const to = Array.from({ length: 30 }, (_, index) => ['--to', `r${index}@x.example`]).flat();
    const args = ['smtp', 'test', ...to, '--timeout', '5', '--lang', lang];
    terminal = await openTerminal(args, { env });
    await terminal.waitFor(said);
    expect(await terminal.exit(15_000)).not.toBe(0);
    await slow.close();
    expect(terminal.screen()).not.toContain(said);
  });

  it('keeps a line for each step, in colour', async () => {
    expect(await run(['verify'], { env: settings(), cols: 120 })).toBe(0);
    expect(terminal.raw()).toMatch(FRAME);
    const screen = terminal.screen();
    expect(screen).not.toMatch(FRAME);
    const steps = screen.match(/^[✓-] \w+/gm);
    expect(steps).toEqual(
      ['✓ settings', '- dns', '✓ connect', '✓ greeting', '✓ ehlo']
        .concat('- starttls', '✓ login', '✓ sender')
        .concat('✓ 127'),
    );
    expect(terminal.raw()).toContain('\x1b[32m✓\x1b[39m login');
    // Yellow and white are hard to read on a light ground: a mark has them at most.
    expect(terminal.raw()).toContain('\x1b[33m!\x1b[39m The login is sent unencrypted');
    const bright = terminal
      .raw()
      .split('\x1b[')
      .filter((part) => /^(?:33|37|9[0-7])m/.test(part));
    for (const part of bright) expect(part.length).toBeLessThanOrEqual('33m!'.length);
    expect(terminal.cursorIsVisible()).toBe(true);
  });

  it.each([
    { name: 'NO_COLOR', args: [], env: { NO_COLOR: '1' } },
    { name: '--no-color', args: ['--no-color'], env: {} },
  ])('uses no colour with $name, nor in its questions', async ({ args, env }) => {
    const withSender = { ...settings(), ...env };
    expect(await run(['verify', ...args], { env: withSender })).toBe(0);
    expect(terminal.raw()).not.toMatch(COLOUR);
    await terminal.close();
    terminal = await openTerminal(['smtp', 'test', ...args], { env: withSender });
    await terminal.waitFor('Send the test mail to');
    terminal.type('you@a.example');
    terminal.press('enter');
    await terminal.waitFor('Is this right?');
    terminal.press('enter');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.raw()).not.toMatch(COLOUR);
  });

  it.each([
    { name: 'CI=1', env: { CI: '1' } },
    { name: 'TERM=dumb', env: { TERM: 'dumb' } },
  ])('writes plain lines with $name', async ({ env }) => {
    expect(await run(['verify'], { env: { ...settings(), ...env }, cols: 120 })).toBe(0);
    expect(terminal.raw()).not.toMatch(ESCAPE);
    expect(terminal.raw()).not.toMatch(FRAME);
    expect(terminal.screen()).toMatch(/^✓ login {6}with PLAIN/m);
  });

  // `stty` tells the terminal, which then tells the program, as some consoles do.
  const inZeroColumns = (words: string, more = '') =>
    openTerminal(
      ['-c', `stty cols 0; ${more} exec "$@"`, 'sh', process.execPath, BIN, 'smtp'].concat(
        words.split(' '),
      ),
      {
        program: 'sh',
        env: settings(),
      },
    );

  it('comes to its end in a terminal that says it has 0 columns', async () => {
    terminal = await inZeroColumns('verify');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.raw().length).toBeLessThan(10_000);
    expect(terminal.screen()).toMatch(/^✓ login {6}with PLAIN/m);
    terminal = await inZeroColumns('verify --help');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.screen()).toContain('--strict');
  });

  it('asks its questions there', async () => {
    terminal = await inZeroColumns('verify --interactive', 'unset SMTP_URI SMTP_SENDER;');
    await terminal.waitFor('Do you have one?');
    terminal.press('down', 'enter');
    await terminal.waitFor('Who provides the mail account?');
    terminal.press('ctrl-c');
    expect(await terminal.exit()).toBe(130);
    expect(terminal.raw().length).toBeLessThan(20_000);
  });

  it('survives a terminal that becomes 0 columns wide, and does not outlive it', async () => {
    const slow = await startScriptedServer({ greeting: null });
    const env = { SMTP_URI: `smtp://127.0.0.1:${slow.port}` };
    terminal = await openTerminal(
      [
        '-c',
        '(sleep 2; stty cols 0) & exec "$@"',
        'sh',
        process.execPath,
        BIN,
        'smtp',
        'verify',
        '--timeout',
        '4',
      ],
      { program: 'sh', env },
    );
    await terminal.waitFor(/^[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] greeting$/m);
    expect(await terminal.exit()).toBe(69);
    await slow.close();
    expect(terminal.raw().length).toBeLessThan(50_000);
  });

  it.each(['en', 'zh-CN'])('stays readable in 40 columns (%s)', async (lang) => {
    const args = ['test', '--sandbox', '--to', 'you@a.example', '--lang', lang];
    expect(await run(args, { cols: 40, rows: 60 })).toBe(0);
    const rows = terminal.screen().split('\n');
    const start = rows.findIndex((row) => row.startsWith('✓ '));
    const steps = rows.slice(start, rows.indexOf(''));
    // Each step begins a row; what does not fit goes on in the same column, unless it cannot be cut.
    for (const [index, row] of steps.entries()) {
      const isRestOfWord = columnsOf(steps[index - 1] ?? '') >= 39;
      if (!isRestOfWord) expect(row).toMatch(/^([✓-] \S.{3,}| {13}\S)/);
    }
    expect(steps.filter((row) => row.startsWith('✓'))).toHaveLength(9);
    const words = steps.join('').replace(/\s+/g, '');
    expect(words).toContain('you@sandbox.example:***@127.0.0.1'.replace('@', '%40'));
    expect(words).toContain('TLSv1.3TLS_');
    expect(words).toContain('2.0.0Ok:keptinthesandbox');
  });
});

it.each(['en', 'zh-CN'])('in 20 columns nothing is lost (%s)', async (lang) => {
  const args = ['smtp', 'test', '--sandbox', '--to', 'you@a.example', '--lang', lang];
  const narrow = await openTerminal(args, { cols: 20, rows: 60 });
  try {
    expect(await narrow.exit()).toBe(0);
    const words = narrow.screen().replace(/\s+/g, '');
    expect(words).toContain('you@a.example');
    expect(words).toContain('2.0.0Ok:keptinthesandbox');
    expect(words.match(/✓/g)?.length).toBeGreaterThanOrEqual(9);
  } finally {
    await narrow.close();
  }
});

/** How many columns a text takes; Chinese characters take two. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
}
