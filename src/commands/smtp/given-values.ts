import type { Context } from '../../context.js';
import { throwIfInterrupted } from '../../deadline.js';
import { loadTexts } from '../../language/index.js';
import type { Sandbox } from '../../sandbox/server.js';
import type { ValueSources } from '../../settings/values.js';
import { languageOf } from '../language.js';
import type { CheckArguments } from './arguments.js';

// No URI is longer.
const LONGEST_LINE = 65_536;

/** The values that the command line itself gives, or the sandbox in their place. */
export async function findGivenValues(
  args: CheckArguments,
  context: Context,
  signal: AbortSignal,
  sandbox: Sandbox | undefined,
): Promise<Pick<ValueSources, 'uri' | 'sender' | 'recipients'>> {
  const uri = sandbox
    ? ({ value: sandbox.uri, source: { kind: 'sandbox' } } as const)
    : await findUri(args, context, signal);
  const sender = findSender(args, sandbox);
  return {
    ...(uri ? { uri } : {}),
    ...(sender ? { sender } : {}),
    recipients: args.recipients,
  };
}

function findSender({ sender }: CheckArguments, sandbox: Sandbox | undefined) {
  if (sender !== undefined) return { value: sender, source: { kind: 'flag' } } as const;
  return sandbox && ({ value: sandbox.sender, source: { kind: 'sandbox' } } as const);
}

async function findUri(args: CheckArguments, context: Context, signal: AbortSignal) {
  const { uri } = args;
  if (uri === undefined) return undefined;
  if (uri !== '-') return { value: uri, source: { kind: 'flag' } } as const;
  const { stdin, stderr } = context;
  const isTerminal = stdin.isTTY === true && stderr.isTTY === true;
  const line = isTerminal ? await askForLine(args, context, signal) : await readLine(stdin, signal);
  throwIfInterrupted(signal);
  return { value: line, source: { kind: 'stdin' } } as const;
}

async function askForLine(args: CheckArguments, context: Context, signal: AbortSignal) {
  const { askForUriLine } = await import('../../prompts/ask.js');
  const texts = await loadTexts(languageOf(context));
  return await askForUriLine({ args, context, signal, texts: texts.interface });
}

/** The first line of a stream, empty where there is none in time; of an endless one its beginning. */
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
