import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type CheckArguments,
  readCheckArguments,
} from '../../../src/commands/smtp/check-arguments.js';
import { SMTP_COMMANDS } from '../../../src/commands/smtp/names.js';
import { yargsOptions } from '../../../src/commands/smtp/options.js';
import { UsageError } from '../../../src/errors.js';
import { commandLineTexts } from '../../../src/language/index.js';
import { main } from '../../../src/main.js';
import { createParser } from '../../../src/parser.js';
import { createFakeContext } from '../../helpers/fake-context.js';

const runs = vi.hoisted(() => [] as { command: string; args: object }[]);

// Parsing is all that is looked at here: the check is replaced by a note of what it was asked for.
vi.mock('../../../src/commands/smtp/run-check-command.js', () => ({
  runCheckCommand: async (command: string, args: object) => {
    runs.push({ command, args });
    return 42;
  },
}));

vi.mock('../../../src/commands/smtp/run-inside-command.js', () => ({
  runInsideCommand: async (command: string, args: object) => {
    runs.push({ command, args });
    return 42;
  },
}));

beforeEach(() => {
  runs.length = 0;
});

const DEFAULTS: CheckArguments = {
  awaitMs: 0,
  isComparing: false,
  isSandbox: false,
  isInteractive: false,
  isInputAllowed: true,
  timeoutMs: 30_000,
  waitMs: 0,
  isStrict: false,
  isOffline: false,
  mayConnectAgain: true,
  isWriting: false,
  isJson: false,
  reports: [],
  isVerbose: false,
  isQuiet: false,
  showsSecrets: false,
  isColorWanted: true,
  recipients: [],
};

const GOOD: [argv: string[], args: Partial<CheckArguments>][] = [
  [['verify'], {}],
  [['test'], {}],
  [['verify', '--uri', 'smtp://a:b=c@d/?e=f'], { uri: 'smtp://a:b=c@d/?e=f' }],
  [['verify', '--uri=smtp://a'], { uri: 'smtp://a' }],
  [['verify', '--uri', '-'], { uri: '-' }],
  [['verify', '--in'], { container: '' }],
  [
    ['verify', '--in', 'service-core', '--compare'],
    { container: 'service-core', isComparing: true },
  ],
  [['test', '--in=kubernetes:deploy/tailchat'], { container: 'kubernetes:deploy/tailchat' }],
  [['verify', '--in', '--json'], { container: '', isJson: true }],
  [['verify', '--sender', 'a@x.org'], { sender: 'a@x.org' }],
  [['verify', '--from', '"T" a@x.org'], { sender: '"T" a@x.org' }],
  [['verify', '--env-file', 'a'], { envFiles: ['a'] }],
  [['verify', '--env-file', 'b', '--env-file=a'], { envFiles: ['b', 'a'] }],
  [['verify', '--env-file', '123'], { envFiles: ['123'] }],
  [['verify', '--settings', 'a'], { envFiles: ['a'] }],
  [['verify', '--service', 'core'], { service: 'core' }],
  [['verify', '--timeout', '5'], { timeoutMs: 5000 }],
  [['verify', '--timeout=0.5', '--wait', '60'], { timeoutMs: 500, waitMs: 60_000 }],
  [['verify', '--timeout', '86400', '--wait', '0'], { timeoutMs: 86_400_000 }],
  [['verify', '--strict', '--offline'], { isStrict: true, isOffline: true }],
  [['verify', '--sandbox', '--json'], { isSandbox: true, isJson: true }],
  [['verify', '-v', '-q', '-i'], { isVerbose: true, isQuiet: true, isInteractive: true }],
  [['verify', '-vq'], { isVerbose: true, isQuiet: true }],
  [['verify', '--verbose', '--verbose'], { isVerbose: true }],
  [['verify', '--no-input', '--no-color'], { isInputAllowed: false, isColorWanted: false }],
  [['verify', '--no-suggest'], { mayConnectAgain: false }],
  [['verify', '--write'], { isWriting: true }],
  [['verify', '--control-host', 'x.org'], { controlHost: 'x.org' }],
  [['verify', '--show-secrets', '--lang', 'zh-CN'], { showsSecrets: true }],
  [['test', '--to', 'a@x.org'], { recipients: ['a@x.org'] }],
  [['test', '--to', 'a@x.org,b@x.org', '--to', 'c'], { recipients: ['a@x.org,b@x.org', 'c'] }],
  [['test', '--subject', '007', '--text', 'a\nb'], { subject: '007', text: 'a\nb' }],
  [['test', '--html', 'mail.html'], { htmlFile: 'mail.html' }],
];

const BAD: [argv: string[], names: RegExp][] = [
  [['verify', '--timeout', 'abc'], /--timeout/],
  [['verify', '--timeout', '0'], /--timeout/],
  [['verify', '--timeout', '-1'], /timeout/],
  [['verify', '--timeout', '86401'], /--timeout/],
  [['verify', '--timeout='], /timeout/],
  [['verify', '--timeout', 'Infinity'], /--timeout/],
  [['verify', '--timeout', '1', '--timeout', '2'], /--timeout/],
  [['verify', '--wait', '-5'], /wait/],
  [['verify', '--wait', 'soon'], /--wait/],
  [['verify', '--uri='], /uri/],
  [['verify', '--uri', '  '], /--uri/],
  [['verify', '--uri'], /uri/],
  [['verify', '--uri', 'smtp://a', '--uri', 'smtp://b'], /--uri/],
  [['verify', '--sender', 'a', '--from', 'b'], /--sender/],
  [['verify', '--env-file', ''], /--settings/],
  [['verify', '--service', 'a', '--service', 'b'], /--service/],
  [['verify', '--sandbox', '--uri', 'smtp://a'], /--sandbox.*--uri/],
  [['verify', '--interactive', '--no-input'], /--interactive.*--no-input/],
  [['verify', '-i', '--json'], /--interactive.*--json/],
  [['verify', '--lang', 'fr'], /lang/],
  [['verify', '--lang', 'en', '--lang', 'zh-CN'], /lang/],
  [['verify', '--nonsense'], /nonsense/],
  [['verify', '-x'], /x/],
  [['verify', 'word'], /word/],
  [['verify', '--to', 'a@x.org'], /to/],
  [['test', '--offline'], /offline/],
  [['test', '--to', ''], /to/],
  [['test', '--subject', 'a\r\nBcc: x@y'], /--subject/],
  [['test', '--subject', 'a', '--subject', 'b'], /--subject/],
  [['test', '--html', 'a', '--html', 'b'], /--html/],
  [['nonsense'], /nonsense/],
];

describe('the command line', () => {
  it.each(GOOD)('%j is read', async (words, args) => {
    const argv = ['smtp', ...words];
    const context = createFakeContext({ argv });
    const codes: number[] = [];
    await createParser(context, 'en', (code) => codes.push(code)).parseAsync(argv);
    expect(runs).toEqual([{ command: words[0], args: { ...DEFAULTS, ...args } }]);
    expect(codes).toEqual([42]);
    expect([context.out, context.err]).toEqual(['', '']);
  });

  it.each(BAD)('%j is wrong use', async (words, names) => {
    const context = createFakeContext({ argv: ['smtp', ...words] });
    expect(await main(context)).toBe(64);
    expect(runs).toEqual([]);
    expect(context.out).toBe('');
    expect(context.err).toMatch(names);
    expect(context.err).toContain('--help');
    expect(context.err).not.toMatch(/^Options:|^ +at /m);
    expect(context.err.trim().split('\n').length).toBeLessThan(5);
  });
});

describe('readCheckArguments', () => {
  const texts = commandLineTexts('en');
  const raw = { timeout: 30, wait: 0 };

  it('throws a UsageError that names the option', () => {
    expect(() => readCheckArguments({ ...raw, uri: ['a', 'b'] }, texts)).toThrow(UsageError);
    expect(() => readCheckArguments({ ...raw, timeout: Number.NaN }, texts)).toThrow('--timeout');
  });

  it('reads what a host program with another yargs hands over', () => {
    expect(
      readCheckArguments({ ...raw, _: ['smtp', 'verify'], $0: 'host', json: true }, texts),
    ).toEqual({
      ...DEFAULTS,
      isJson: true,
    });
  });

  it('has words for each option', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      for (const command of SMTP_COMMANDS) {
        const options = yargsOptions(command, commandLineTexts(language));
        for (const option of Object.values(options)) {
          expect(option.describe).toMatch(/\S/);
          expect(option.group).toMatch(/\S/);
        }
      }
    }
  });
});
