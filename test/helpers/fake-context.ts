import { Readable, Writable } from 'node:stream';
import type { Context, Input, Output } from '../../src/context.js';

/** What a test wants to be so; everything else is as in a pipe, in an empty environment. */
export interface FakeContextOptions {
  argv?: readonly string[];
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** What stands on stdin, which then ends; nothing by default. */
  stdin?: string;
  /** The streams that are terminals. */
  terminals?: ('stdin' | 'stdout' | 'stderr')[];
  columns?: number;
}

/** A context without a process: the streams are in memory. */
export interface FakeContext extends Context {
  /** All that was written so far. */
  readonly out: string;
  readonly err: string;
  /** The code that a host program would end with. */
  readonly exitCode: number | undefined;
  /** How many callbacks wait for an interruption. */
  readonly waiting: number;
  /** Interrupts, as Ctrl-C does. */
  interrupt(): void;
}

// What a spinner asks of a terminal.
const CURSOR = { clearLine: () => true, cursorTo: () => true, moveCursor: () => true };

/** Makes a context for a run inside the test's own process. */
export function createFakeContext(options: FakeContextOptions = {}): FakeContext {
  const { argv = [], env = {}, cwd = '/nonexistent', terminals = [], columns } = options;
  const written = { stdout: '', stderr: '' };
  const callbacks = new Set<() => void>();
  let exitCode: number | undefined;

  const output = (name: 'stdout' | 'stderr'): Output => {
    const stream: Output = new Writable({
      decodeStrings: false,
      write(chunk: string | Buffer, _encoding, callback) {
        written[name] += chunk.toString();
        callback();
      },
    });
    if (terminals.includes(name)) Object.assign(stream, { isTTY: true, ...CURSOR });
    if (columns !== undefined) stream.columns = columns;
    return stream;
  };
  const stdin: Input = Readable.from(options.stdin === undefined ? [] : [options.stdin]);
  if (terminals.includes('stdin')) stdin.isTTY = true;

  return {
    argv,
    env,
    cwd,
    stdin,
    stdout: output('stdout'),
    stderr: output('stderr'),
    versions: process.versions,
    machine: () => 'test-machine',
    onInterrupt: (callback) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    setExitCode: (code) => {
      exitCode = code;
    },
    get out() {
      return written.stdout;
    },
    get err() {
      return written.stderr;
    },
    get exitCode() {
      return exitCode;
    },
    get waiting() {
      return callbacks.size;
    },
    interrupt: () => {
      for (const callback of [...callbacks]) callback();
    },
  };
}
