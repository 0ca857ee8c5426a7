import type { CommandModule, Options } from 'yargs';
import type { Context } from '../../context.js';
import type { ExitCode } from '../../exit-codes.js';
import { commandLineTexts } from '../../language/index.js';
import type { CommandLineTexts } from '../../language/interface-texts.js';
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
  description: string;
  positionals?: Record<string, { type: 'string'; describe: string }>;
  options: Record<string, Options>;
  /** Words of the command line, and what they do. */
  examples: readonly (readonly [words: string, does: string])[];
  /** The last lines of its help. */
  epilogue: string;
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
  const { command, usage, description, positionals = {}, options, examples } = definition;
  return {
    command,
    describe: description,
    builder: (yargs) => {
      for (const [name, option] of Object.entries(positionals)) yargs.positional(name, option);
      return yargs
        .usage(`$0 ${usage}\n\n${description}\n\n${layOut(examples, texts)}`)
        .options(options)
        .epilogue(`${definition.epilogue}\n${texts.help.more}`)
        .strict();
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

/**
 * The examples before everything else, for most people look for no more: yargs would put them last. It
 * takes away what a line is indented by, so that what a command does stands before it as in a script.
 */
function layOut(examples: CommandDefinition['examples'], { help }: CommandLineTexts): string {
  const lines = examples.map(([words, does]) => `# ${does}\n$0 ${words}`);
  return [help.groups.examples, ...lines].join('\n');
}
