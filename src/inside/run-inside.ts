import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { errorCodeOf } from '../errors.js';
import { stripToLine } from '../safety/control-characters.js';
import { maskSecrets } from '../settings/mask-secrets.js';
import type { FoundListener } from '../smtp/found-report.js';
import { BOOTSTRAP, SIGN_OF_LIFE_MS } from './bootstrap.js';
import { reasonIn, whyNotRun } from './client-words.js';
import { ContainerError } from './container-error.js';
import type { FoundContainer } from './find-container.js';
import { type InsideMessage, type InsideRequest, MARK } from './protocol.js';
import type { ClientOptions } from './run-client.js';

/** The program to run, and where. */
export interface RunInsideOptions extends Omit<ClientOptions, 'timeoutMs'> {
  container: FoundContainer;
  /** The program: one module with everything in it. */
  bundle: string;
  request: InsideRequest;
  listener: FoundListener;
}

/** The result of the run. */
export type InsideResult = Extract<InsideMessage, { report: unknown }>;

/** How long the other side may take to leave or to begin, in milliseconds. */
const LEAVE_MS = 3000;
const START_MS = 20_000;
/** What a client ends with where the program in the container was killed: 128 and the number of SIGKILL. */
const KILLED = 137;
const LONGEST_ERROR = 16_000;

/**
 * Runs the check inside a container: sends the program in, and reads its messages. Nothing is written there, and the program ends
 * with this side.
 *
 * @throws ContainerError where the program could not be run; the signal's reason
 */
export async function runInside(options: RunInsideOptions): Promise<InsideResult> {
  const { container, bundle, request, listener, env, cwd, signal } = options;
  signal.throwIfAborted();
  const words = [...container.execWords, '-e', BOOTSTRAP];
  // The client gets its own group. Ctrl-C at the terminal reaches only us, and the client stays until the other side has left.
  const child = spawn(container.engine, words, { env: { ...env }, cwd, detached: true });
  const isMissing = new Promise<boolean>((resolve) => {
    child.on('error', (error) => resolve(errorCodeOf(error) === 'ENOENT'));
    child.on('spawn', () => resolve(false));
  });
  const end = leaveOn(signal, child, request.timeoutMs + request.waitMs + START_MS);
  const lines = [Buffer.from(bundle).toString('base64'), JSON.stringify(request)];
  child.stdin.on('error', () => {}).write(`${lines.join('\n')}\n`);
  const life = setInterval(() => child.stdin.write('.'), SIGN_OF_LIFE_MS);
  // Docker reports on stdout, too, what it could not run.
  let others = '';
  const note = (text: string) => {
    if (others.length < LONGEST_ERROR) others += text;
  };
  child.stderr.setEncoding('utf8').on('data', note);
  let result: InsideResult | undefined;
  let other: InsideMessage | undefined;
  let hasBegun = false;
  readLines(
    child,
    (message) => {
      hasBegun = true;
      if ('event' in message) listener(message.event);
      else if ('report' in message) result = message;
      else other = message;
      // The last message has arrived, so the other side may leave.
      if (!('event' in message)) child.stdin.end();
    },
    note,
  );
  const code = await new Promise<unknown>((resolve) => {
    child.on('close', resolve).on('error', () => resolve(null));
  });
  clearInterval(life);
  end();
  signal.throwIfAborted();
  if (result) return result;
  const { engine, name, isOfCompose } = container;
  const detail = stripToLine(maskSecrets(reasonIn(others)));
  const facts = { container: name, engine, isOfCompose, detail };
  if (await isMissing) throw new ContainerError('no-client', facts);
  if (other && 'tooOld' in other) {
    throw new ContainerError('old-node', { ...facts, version: other.tooOld });
  }
  if (other && 'bug' in other) throw new Error(`inside ${name}: ${maskSecrets(other.bug)}`);
  if (code === KILLED) throw new ContainerError('killed', facts);
  // Other words of a client, such as podman's warnings, are no reason once the check runs.
  throw new ContainerError(hasBegun ? 'lost' : whyNotRun(others, engine), facts);
}

/** Tells the other side to leave when the signal comes or the time is up, and then ends the client. */
function leaveOn(signal: AbortSignal, child: ChildProcessWithoutNullStreams, ms: number) {
  let last: NodeJS.Timeout | undefined;
  const leave = () => {
    child.stdin.end();
    last = setTimeout(() => child.kill('SIGKILL'), LEAVE_MS);
  };
  const bound = setTimeout(leave, ms);
  signal.addEventListener('abort', leave, { once: true });
  return () => {
    clearTimeout(bound);
    clearTimeout(last);
    signal.removeEventListener('abort', leave);
  };
}

/** Hands on messages, and keeps what other programs write on the same stream. */
function readLines(
  child: ChildProcessWithoutNullStreams,
  tell: (message: InsideMessage) => void,
  note: (text: string) => void,
) {
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith(MARK)) tell(JSON.parse(line.slice(MARK.length)) as InsideMessage);
      else if (line.trim() !== '') note(`${line}\n`);
    }
  });
}
