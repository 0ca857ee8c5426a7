import type { Context } from '../../context.js';
import { errorCodeOf, UnreadableFileError } from '../../errors.js';
import type { ExitCode } from '../../exit-codes.js';
import { explainSource } from '../../explain/explain.js';
import { commandLineTexts, loadTexts } from '../../language/index.js';
import { writeExplanation } from '../../output/reporter.js';
import { languageOf } from '../language.js';
import type { ExplainArguments } from './arguments.js';

/**
 * Explains what stands on the command line, or what comes on stdin.
 *
 * @throws UnreadableFileError when stdin cannot be read, InterruptedError when the person ends it
 */
export async function runExplainCommand(
  args: ExplainArguments,
  context: Context,
  signal: AbortSignal,
): Promise<ExitCode> {
  const language = languageOf(context);
  const texts = await loadTexts(language);
  const { text } = args;
  const source = text ?? readStdin(context, signal, texts.interface.output.pasteText);
  const explanation = await explainSource(source, {
    isError: text !== undefined,
    texts,
    signal,
  }).catch((error: unknown) => {
    signal.throwIfAborted();
    const code = errorCodeOf(error);
    if (code === undefined) throw error;
    const { usage } = commandLineTexts(language);
    throw new UnreadableFileError(usage.unreadableFile('stdin', code));
  });
  await writeExplanation(explanation, { context, args, texts: texts.interface });
  return explanation.exitCode;
}

/** What comes on stdin; whoever sits at a terminal is told what to do. */
async function* readStdin({ stdin, stderr }: Context, signal: AbortSignal, request: string) {
  if (stdin.isTTY === true) stderr.write(`${request}\n`);
  // It may have come while the texts were being loaded: then no event follows.
  signal.throwIfAborted();
  const stop = () => stdin.destroy(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    yield* stdin as AsyncIterable<Uint8Array>;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
