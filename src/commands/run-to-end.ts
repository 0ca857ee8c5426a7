import type { Context } from '../context.js';
import { InterruptedError, UnreadableFileError, UsageError } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import type { UsageTexts } from '../language/interface-texts.js';
import { stripControls } from '../safety/control-characters.js';
import { maskedWords } from '../safety/shown-word.js';
import { optionWords } from './option-words.js';
import { SMTP_COMMANDS } from './smtp/names.js';

/**
 * Runs a command to its end, however it ends: the one place where an error becomes an exit code.
 * Ctrl-C and requests to end abort the signal; a second one ends the process as the system does it.
 *
 * @param run the command; what it returns is the exit code
 */
export async function runToEnd(
  context: Context,
  texts: UsageTexts,
  run: (signal: AbortSignal) => Promise<ExitCode>,
): Promise<ExitCode> {
  const controller = new AbortController();
  const stopListening = context.onInterrupt(() => {
    // Listening starts late: `signal-exit`, which spinner and questions bring along, kills the process when it is the only
    // listener left.
    setImmediate(stopListening);
    controller.abort(new InterruptedError());
  });
  try {
    return await run(controller.signal);
  } catch (error) {
    return await exitCodeOf(error, context, texts);
  } finally {
    stopListening();
  }
}

/** Says what an error means, on stderr, and which exit code it ends with. */
export async function exitCodeOf(
  error: unknown,
  { stderr, argv }: Context,
  texts: UsageTexts,
): Promise<ExitCode> {
  const say = (text: string) => stderr.write(`${stripControls(text)}\n`);
  if (error instanceof InterruptedError) {
    say(texts.interrupted);
    return ExitCode.interrupted;
  }
  if (error instanceof UsageError) {
    say(error.message);
    const { findMeant } = await import('./did-you-mean.js');
    const meant = findMeant(argv);
    if (meant !== undefined) say(texts.didYouMean(meant));
    say(texts.seeHelp(['tailchat', ...commandWords(argv)].join(' ')));
    return ExitCode.usage;
  }
  if (error instanceof UnreadableFileError) {
    say(error.message);
    return ExitCode.noInput;
  }
  const isVerbose = optionWords(argv).some(
    (word) => word === '--verbose' || /^-[a-z]*v/.test(word),
  );
  const stack = error instanceof Error ? error.stack : undefined;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  say(texts.bug(`${maskedWords(name)}: ${maskedWords(message)}`));
  // The first lines of a stack repeat the message.
  if (isVerbose && stack) say(stack.match(/^ {4}at .*$/gm)?.join('\n') ?? '');
  return ExitCode.software;
}

/** The words that name a command: those before the first option, as far as they are commands. */
function commandWords(argv: readonly string[]): string[] {
  const [group, word] = argv;
  if (group !== 'smtp') return [];
  return [group, ...SMTP_COMMANDS.filter((name) => name === word)];
}
