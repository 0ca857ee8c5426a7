import type { CommandModule, Options } from 'yargs';
import type { Context } from '../../context.js';
import type { ExitCode } from '../../exit-codes.js';
import { commandLineTexts } from '../../language/index.js';
import type { ExitCodeWords } from '../../language/interface-texts.js';
import type { Language } from '../../language-codes.js';
import { optionWords } from '../option-words.js';
import { runToEnd } from '../run-to-end.js';
import type { RawArguments } from './read-options.js';
import { refuseFlagValues, refuseWords } from './refuse-arguments.js';

/** What a run of a command works with. */
export interface CommandRun {
  context: Context;
  /** Aborted when the person or the system asks the program to end. */
  signal: AbortSignal;
  /** The language that it speaks. */
  language: Language;
}

/** What makes one command different from another. */
export interface CommandDefinition {
  /** Its name, with its positional arguments as yargs writes them. */
  command: string;
  /** The first line of its help, behind the program's name. */
  usage: string;
  /** What it does, in the list of commands. */
  description: string;
  /** The same in its own help, where other words are better there. */
  about?: string;
  positionals?: Record<string, { type: 'string'; describe: string }>;
  options: Record<string, Options>;
  /** Words of the command line, and what they do. */
  examples: readonly (readonly [words: string, does: string])[];
  /** What each of its exit codes means. */
  exitCodes: ExitCodeWords;
  /** Checks the arguments and does the work; what it returns is the exit code. */
  run: (raw: RawArguments, run: CommandRun) => Promise<ExitCode>;
}

/**
 * Makes a yargs command of a definition.
 *
 * @param end takes the exit code of the run
 */
export function defineCommand(
  definition: CommandDefinition,
  context: Context,
  language: Language,
  end: (code: ExitCode) => void,
): CommandModule {
  const texts = commandLineTexts(language);
  const { command, description, positionals = {}, options } = definition;
  return {
    command,
    describe: description,
    builder: (yargs) => {
      for (const [name, option] of Object.entries(positionals)) yargs.positional(name, option);
      return yargs.options(options).strict();
    },
    handler: async (raw) =>
      end(
        await runToEnd(context, texts.usage, async (signal) => {
          refuseFlagValues(optionWords(context.argv), options, texts);
          if (Object.keys(positionals).length === 0) refuseWords(raw, command, texts.usage);
          return await definition.run(raw, { context, signal, language });
        }),
      ),
  };
}
