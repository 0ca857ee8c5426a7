import { afterEach, describe, expect, it } from 'vitest';
import { openTerminal, type Terminal } from '../helpers/terminal.js';

const SETTINGS = {
  SMTP_URI: 'smtps://me:secret@mail.example/',
  SMTP_SENDER: 'me@mail.example',
};

interface Question {
  asks: RegExp;
  answer: (terminal: Terminal) => void | Promise<void>;
}

const enter = (terminal: Terminal) => terminal.press('enter');
const type = (text: string) => (terminal: Terminal) => {
  terminal.type(text);
  terminal.press('enter');
};

const HAVE_URI = /^\? SMTP_URI is not set/m;

/** What no provider is called leaves the way on for who finds none. */
async function chooseAnother(terminal: Terminal): Promise<void> {
  terminal.type('none of these');
  await terminal.waitFor(/^› Another one/m);
  terminal.press('enter');
}

/** All questions of a person without a URI, in their order. */
const BUILD: Question[] = [
  { asks: HAVE_URI, answer: (terminal) => terminal.press('down', 'enter') },
  { asks: /^\? Who provides/m, answer: chooseAnother },
  { asks: /^\? Mail server/m, answer: type('mail.example') },
  { asks: /^\? Encryption/m, answer: enter },
  { asks: /^\? Port/m, answer: enter },
  { asks: /^\? User/m, answer: type('me@mail.example') },
  { asks: /^\? Password/m, answer: type('secret') },
  { asks: /^\? SMTP_SENDER/m, answer: enter },
  { asks: /^\? Send the test mail to/m, answer: type('you@mail.example') },
  { asks: /^\? Is this right/m, answer: enter },
];
const PASTE: Question[] = [
  { asks: HAVE_URI, answer: enter },
  { asks: /^\? SMTP_URI(?! is)/m, answer: type('smtps://me:secret@mail.example/') },
];
const CONFIRM: Question[] = [
  { asks: /^\? SMTP_URI \(Enter keeps/m, answer: enter },
  { asks: /^\? SMTP_SENDER/m, answer: enter },
  { asks: /^\? Send the test mail to/m, answer: type('you@mail.example') },
];

/** A walk through the questions for each of them, ending there. */
const walks = [
  ...BUILD.map((_, index) => BUILD.slice(0, index + 1)),
  PASTE,
  ...CONFIRM.map((_, index) => CONFIRM.slice(0, index + 1)),
].map((questions) => ({ questions, name: String(questions.at(-1)?.asks) }));

describe('leaving prompt mode', () => {
  let terminal: Terminal;
  afterEach(() => terminal.close());

  /** Answers all questions but the last one, which is left open. */
  async function walk(questions: Question[]): Promise<void> {
    const isConfirming = questions[0] === CONFIRM[0];
    terminal = await openTerminal(['smtp', 'test', ...(isConfirming ? ['-i'] : [])], {
      cols: 120,
      rows: 40,
      afterwards: 'stty -a',
      env: isConfirming ? SETTINGS : {},
    });
    for (const [index, { asks, answer }] of questions.entries()) {
      await terminal.waitFor(asks);
      if (index < questions.length - 1) await answer(terminal);
    }
  }

  async function expectCleanEnd(): Promise<void> {
    expect(await terminal.exit(2000)).toBe(130);
    const screen = terminal.screen();
    expect(screen).toMatch(/^Interrupted\.$/m);
    expect(screen).not.toMatch(/^\s+at |Error|node:/m);
    expect(terminal.cursorIsVisible()).toBe(true);
    // The settings of the terminal, as stty shows them: a minus would stand before what is off.
    for (const setting of ['icanon', 'echo', 'isig', 'opost', 'icrnl']) {
      expect(screen).toMatch(new RegExp(`(^| )${setting}( |;|$)`, 'm'));
    }
  }

  it.each(walks)('by Ctrl-C at $name', async ({ questions }) => {
    await walk(questions);
    terminal.press('ctrl-c');
    await expectCleanEnd();
  });

  it.each([BUILD.slice(0, 1), BUILD.slice(0, 3), BUILD.slice(0, 7), PASTE])(
    'by Ctrl-D, too (%#)',
    async (...questions) => {
      await walk(questions);
      terminal.press('ctrl-d');
      await expectCleanEnd();
    },
  );

  it('by Ctrl-C in the middle of an answer, and after a wrong one', async () => {
    await walk(PASTE);
    type('http://me:secret@mail.example')(terminal);
    await terminal.waitFor('It must begin with');
    terminal.type('abc');
    terminal.press('ctrl-c');
    await expectCleanEnd();
  });

  it('by SIGTERM', async () => {
    terminal = await openTerminal(['smtp', 'verify']);
    await terminal.waitFor(HAVE_URI);
    terminal.kill('SIGTERM');
    expect(await terminal.exit(2000)).toBe(130);
    expect(terminal.screen()).toMatch(/^Interrupted\.$/m);
    expect(terminal.cursorIsVisible()).toBe(true);
  });

  it('begins none where a named file cannot be read, whatever were answered', async () => {
    terminal = await openTerminal(['smtp', 'verify', '-i', '--settings', 'missing.env']);
    expect(await terminal.exit(5000)).toBe(66);
    expect(terminal.screen()).toContain('missing.env does not exist');
    expect(terminal.screen()).not.toMatch(/^\? /m);
  });

  it('by closing the window', async () => {
    await walk(PASTE);
    terminal.hangUp();
    // Nobody is left to see how it ends. Node itself aborts when it cannot restore the terminal.
    await terminal.exit(2000);
  });
});
