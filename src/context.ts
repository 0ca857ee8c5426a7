import { hostname } from 'node:os';
import type { Readable, Writable } from 'node:stream';

/** A stream that may be a terminal. */
export type Input = Readable & { isTTY?: boolean };

/** A stream that may be a terminal. */
export type Output = Writable & { isTTY?: boolean; columns?: number; rows?: number };

/** The outside world as a command meets it. Everything else is inside the program. */
export interface Context {
  /** The words of the command line, without the program's name. */
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  stdin: Input;
  stdout: Output;
  stderr: Output;
  /** Those of Node and what it is made of. */
  versions: Readonly<Record<string, string | undefined>>;
  /** The name of this machine. */
  machine: () => string;
  /** Calls back when the person or the system asks the program to end; returns how to stop that. */
  onInterrupt: (callback: () => void) => () => void;
  /** Tells the process which code to end with, when a host program runs our command. */
  setExitCode: (code: number) => void;
  /** Makes the process use less memory from now on, for a little more work. Left out where the process is not ours alone. */
  saveMemory?: () => void;
}

/** The same outside world with another command line. Each part is still read only when it is asked for. */
export function withArgv(context: Context, argv: readonly string[]): Context {
  return {
    argv,
    get env() {
      return context.env;
    },
    get cwd() {
      return context.cwd;
    },
    get stdin() {
      return context.stdin;
    },
    get stdout() {
      return context.stdout;
    },
    get stderr() {
      return context.stderr;
    },
    versions: context.versions,
    machine: context.machine,
    onInterrupt: context.onInterrupt,
    setExitCode: context.setExitCode,
    ...(context.saveMemory ? { saveMemory: context.saveMemory } : {}),
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The context of this process, and the only place that knows the process. Each part is read only when it is asked for: merely
 * looking at stdin opens it.
 */
export function processContext(): Context {
  return {
    get argv() {
      return process.argv.slice(2);
    },
    get env() {
      return process.env;
    },
    get cwd() {
      try {
        return process.cwd();
      } catch {
        // The current folder was removed under us. No file exists below this path either.
        return '/dev/null';
      }
    },
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
    versions: process.versions,
    machine: hostname,
    onInterrupt: (callback) => {
      for (const signal of SIGNALS) process.on(signal, callback);
      return () => {
        for (const signal of SIGNALS) process.off(signal, callback);
      };
    },
    setExitCode: (code) => {
      process.exitCode = code;
    },
  };
}

/**
 * Lowers V8's memory limits. V8 lets young objects grow to 48 MB, and a long run comes to use that. V8 also delays cleaning up
 * until the old objects have doubled. V8 reads both settings whenever it is about to grow, so they may be set late. A version
 * that no longer knows them ignores them.
 */
export function saveMemory(): void {
  // These settings make V8 throw away compiled code, so such a run has nothing to keep (src/start.ts).
  process.env.NODE_DISABLE_COMPILE_CACHE = '1';
  void import('node:v8').then(({ setFlagsFromString }) => {
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString('--optimize-for-size');
  });
}
