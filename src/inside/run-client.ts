import { spawn } from 'node:child_process';
import { errorCodeOf } from '../errors.js';

/** How a client ended. */
export interface ClientResult {
  /** null: the program does not exist, or a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
  /** The program does not exist. */
  isMissing: boolean;
}

/** Where a client runs. */
export interface ClientOptions {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  signal: AbortSignal;
  timeoutMs: number;
}

const MOST_CHARACTERS = 8 * 1024 * 1024;

/**
 * Runs an engine's client until it ends or the time is up.
 *
 * @throws the signal's reason
 */
export async function runClient(
  client: string,
  words: readonly string[],
  { env, cwd, signal, timeoutMs }: ClientOptions,
): Promise<ClientResult> {
  signal.throwIfAborted();
  const child = spawn(client, words, {
    ...{ env: { ...env }, cwd },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => child.kill('SIGKILL');
  const timer = setTimeout(stop, timeoutMs);
  signal.addEventListener('abort', stop, { once: true });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      if (said[name].length < MOST_CHARACTERS) said[name] += text;
    });
  }
  try {
    return await new Promise<ClientResult>((resolve) => {
      child.on('error', (error) => {
        resolve({ code: null, ...said, isMissing: errorCodeOf(error) === 'ENOENT' });
      });
      child.on('close', (code) => resolve({ code, ...said, isMissing: false }));
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
  }
}
