import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { BIN, NODE } from './run-bin.js';

const DEFAULT_WAIT_MS = 10_000;
const POLL_MS = 10;
const SCROLLBACK_ROWS = 1000;

const KEYS = {
  enter: '\r',
  down: '\x1b[B',
  up: '\x1b[A',
  'ctrl-c': '\x03',
  'ctrl-d': '\x04',
  'ctrl-t': '\x14',
  'ctrl-u': '\x15',
  backspace: '\x7f',
} as const;

/** A key, or a key with Ctrl. */
export type Key = keyof typeof KEYS;

export interface TerminalOptions {
  /** All of the environment, besides PATH and TERM (`xterm-256color`). */
  env?: Record<string, string>;
  /** By default a new empty folder, removed by `close`. */
  cwd?: string;
  cols?: number;
  rows?: number;
  /** Files for `node --import`. */
  preload?: string[];
  /** Another program in place of ours. */
  program?: string;
  /** A shell command to run in the same terminal when the program has ended. */
  afterwards?: string;
}

/** The built program in a terminal, with somebody at the keys. */
export interface Terminal {
  /** What a person sees, with what has scrolled away; trailing white space is cut off. */
  screen(): string;
  /** The same without what has scrolled away. */
  view(): string;
  /** All that the program wrote, escape sequences included. */
  raw(): string;
  /** Waits until it stands on the screen. */
  waitFor(expected: string | RegExp, ms?: number): Promise<void>;
  /** Waits for a question, types the answer and ends it with the enter key. */
  answer(question: string | RegExp, text: string): Promise<void>;
  type(text: string): void;
  press(...keys: Key[]): void;
  /** Waits for the end; the exit code, or the negative number of the signal that ended it. */
  exit(ms?: number): Promise<number>;
  cursorIsVisible(): boolean;
  /** Sends a signal to the program, or to the shell around it. */
  kill(signal: NodeJS.Signals): void;
  /** Closes the terminal as a person closes its window; the program gets a SIGHUP. */
  hangUp(): void;
  /** Ends the program if it still runs, and tidies up. */
  close(): Promise<void>;
}

/** Runs the built program as a person does: in a terminal of its own. */
export async function openTerminal(
  args: string[],
  options: TerminalOptions = {},
): Promise<Terminal> {
  const { cols = 80, rows = 30 } = options;
  const folder = options.cwd ?? (await mkdtemp(join(tmpdir(), 'tailchat-smtp-terminal-')));
  const { file, words } = commandOf(args, options);
  const pty = spawn(file, words, {
    cwd: folder,
    cols,
    rows,
    env: { PATH: process.env.PATH, TERM: 'xterm-256color', ...options.env },
  });
  const removeFolder = async () => {
    if (options.cwd === undefined) await rm(folder, { recursive: true, force: true });
  };
  return new Session(pty, { cols, rows }, removeFolder);
}

function commandOf(args: string[], { preload = [], afterwards, program }: TerminalOptions) {
  if (program !== undefined) return { file: program, words: args };
  const imports = preload.flatMap((file) => ['--import', pathToFileURL(file).href]);
  const words = [...imports, '--', BIN, ...args];
  if (afterwards === undefined) return { file: NODE, words };
  // Ctrl-C reaches the shell, too: the trap lets it go on to the command afterwards.
  const script = `trap : INT; "$@"; code=$?; ${afterwards}; exit $code`;
  return { file: 'sh', words: ['-c', script, 'sh', NODE, ...words] };
}

class Session implements Terminal {
  readonly #pty: IPty;
  readonly #emulator: xterm.Terminal;
  readonly #removeFolder: () => Promise<void>;
  readonly #ended: Promise<number>;
  #isOver = false;
  #raw = '';

  constructor(pty: IPty, size: { cols: number; rows: number }, removeFolder: () => Promise<void>) {
    this.#pty = pty;
    this.#removeFolder = removeFolder;
    const { Terminal: Emulator } = xterm;
    this.#emulator = new Emulator({ ...size, scrollback: SCROLLBACK_ROWS, allowProposedApi: true });
    pty.onData((text) => {
      this.#raw += text;
      this.#emulator.write(text);
    });
    this.#ended = new Promise((resolve) => {
      pty.onExit(({ exitCode, signal }) => {
        this.#isOver = true;
        // The emulator works through what it was given before it calls back.
        this.#emulator.write('', () => resolve(signal ? -signal : exitCode));
      });
    });
  }

  screen(): string {
    return this.#linesFrom(0);
  }

  view(): string {
    return this.#linesFrom(this.#emulator.buffer.active.baseY);
  }

  #linesFrom(start: number): string {
    const { active } = this.#emulator.buffer;
    const lines = Array.from({ length: active.length - start }, (_, row) =>
      (active.getLine(start + row)?.translateToString(true) ?? '').trimEnd(),
    );
    return lines.join('\n').trimEnd();
  }

  raw(): string {
    return this.#raw;
  }

  async waitFor(expected: string | RegExp, ms = DEFAULT_WAIT_MS): Promise<void> {
    const end = performance.now() + ms;
    while (!isIn(this.screen(), expected)) {
      if (performance.now() > end) throw this.#failure(`no ${expected} within ${ms} ms`);
      await pause(POLL_MS);
    }
  }

  async answer(question: string | RegExp, text: string): Promise<void> {
    await this.waitFor(question);
    this.type(text);
    this.press('enter');
  }

  type(text: string): void {
    this.#pty.write(text);
  }

  press(...keys: Key[]): void {
    for (const key of keys) this.#pty.write(KEYS[key]);
  }

  async exit(ms = DEFAULT_WAIT_MS): Promise<number> {
    const late = pause(ms).then(() => undefined);
    const code = await Promise.race([this.#ended, late]);
    if (code === undefined) throw this.#failure(`still running after ${ms} ms`);
    return code;
  }

  cursorIsVisible(): boolean {
    return this.#raw.lastIndexOf('\x1b[?25h') >= this.#raw.lastIndexOf('\x1b[?25l');
  }

  kill(signal: NodeJS.Signals): void {
    this.#pty.kill(signal);
  }

  hangUp(): void {
    // Public, but not in the type: closes our side of the terminal.
    (this.#pty as IPty & { destroy(): void }).destroy();
  }

  async close(): Promise<void> {
    if (!this.#isOver) this.#pty.kill('SIGKILL');
    await this.#ended;
    this.#emulator.dispose();
    await this.#removeFolder();
  }

  #failure(problem: string): Error {
    return new Error(`${problem}; on the screen:\n${this.screen()}`);
  }
}

function isIn(text: string, expected: string | RegExp): boolean {
  return typeof expected === 'string' ? text.includes(expected) : expected.test(text);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
