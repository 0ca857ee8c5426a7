import type { Context } from '../../context.js';
import { throwIfInterrupted } from '../../deadline.js';
import type { Texts } from '../../language/texts.js';
import type { AskerOptions } from '../../prompts/ask.js';
import { Secret } from '../../safety/secret.js';
import type { Sandbox } from '../../sandbox/server.js';
import type { ValueSources } from '../../settings/values.js';
import type { CheckArguments } from './check-arguments.js';
import type { CheckRun } from './check-run.js';

// The most characters that are read of a line. No URI is longer.
const LONGEST_LINE = 65_536;

/** The values that the command line itself gives, or the sandbox in their place. */
export async function findGivenValues({
  args,
  context,
  signal,
  sandbox,
  texts,
}: Omit<CheckRun, 'command'>): Promise<Pick<ValueSources, 'uri' | 'sender' | 'recipients'>> {
  const uri = sandbox
    ? ({ value: new Secret(sandbox.uri), source: { kind: 'sandbox' } } as const)
    : await findUri(args, context, signal, texts);
  const sender = findSender(args, sandbox);
  return {
    ...(uri ? { uri } : {}),
    ...(sender ? { sender } : {}),
    recipients: args.recipients,
  };
}

/** The sender that the command line gives. */
export function givenSender({ sender }: { sender?: string | undefined }) {
  if (sender === undefined) return undefined;
  return { value: new Secret(sender), source: { kind: 'flag' } } as const;
}

function findSender(args: CheckArguments, sandbox: Sandbox | undefined) {
  const given = givenSender(args);
  if (given) return given;
  return sandbox && ({ value: new Secret(sandbox.sender), source: { kind: 'sandbox' } } as const);
}

/** The URI that the command line gives, or one line of stdin in its place. */
export async function findUri(
  args: Pick<CheckArguments, 'uri' | 'isColorWanted' | 'isInteractive' | 'isSandbox'>,
  context: Context,
  signal: AbortSignal,
  texts: Texts,
) {
  const { uri } = args;
  if (uri === undefined) return undefined;
  if (uri !== '-') return { value: new Secret(uri), source: { kind: 'flag' } } as const;
  const asking = { args, context, signal, texts: texts.interface };
  const value = await readSecretLine(asking, signal, texts.interface.prompts.uri);
  return { value, source: { kind: 'stdin' } } as const;
}

/**
 * One line of stdin that may hold a password; at a terminal it is asked for.
 *
 * @param signal ends the wait for a pipe
 * @param message the question
 * @throws the signal's reason, unless it is that the time is up
 */
export async function readSecretLine(
  options: AskerOptions,
  signal: AbortSignal,
  message: string,
): Promise<Secret> {
  const { stdin, stderr } = options.context;
  const isTerminal = stdin.isTTY === true && stderr.isTTY === true;
  const line = isTerminal ? await askForLine(options, message) : await readLine(stdin, signal);
  throwIfInterrupted(signal);
  return new Secret(line);
}

async function askForLine(options: AskerOptions, message: string): Promise<string> {
  const { askForUriLine } = await import('../../prompts/ask.js');
  return await askForUriLine(options, message);
}

/** The first line of a stream. Empty where no line comes in time. Only the beginning where the line never ends. */
async function readLine(stdin: Context['stdin'], signal: AbortSignal): Promise<string> {
  try {
    return await new Promise<string>((resolve) => {
      let text = '';
      const take = (chunk: string | Buffer) => {
        text += chunk.toString();
        const end = text.search(/\r?\n/);
        if (end >= 0) resolve(text.slice(0, end));
        else if (text.length > LONGEST_LINE) resolve(text);
      };
      stdin.on('data', take);
      stdin.once('end', () => resolve(text));
      stdin.once('error', () => resolve(''));
      if (signal.aborted) resolve('');
      signal.addEventListener('abort', () => resolve(''), { once: true });
    });
  } finally {
    // An input that stays open would keep the process alive.
    stdin.destroy();
  }
}
