import type { CommandModule, Options } from 'yargs';
import type { Context } from '../../context.js';
import type { ExitCode } from '../../exit-codes.js';
import type { CommandLineTexts } from '../../language/interface-texts.js';
import { runToEnd } from '../../run-to-end.js';
import { type RawArguments, refuseFlagValues } from './arguments.js';

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
  run: (raw: RawArguments, context: Context, signal: AbortSignal) => Promise<ExitCode>;
}

/**
 * Makes a yargs command of a definition.
 *
 * @param end takes the exit code of the run
 */
export function defineCommand(
  definition: CommandDefinition,
  context: Context,
  texts: CommandLineTexts,
  end: (code: ExitCode) => void,
): CommandModule {
  const { command, usage, description, positionals = {}, options, examples } = definition;
  return {
    command,
    describe: description,
    builder: (yargs) => {
      for (const [words, does] of examples) yargs.example(`$0 ${words}`, does);
      for (const [name, about] of Object.entries(positionals)) yargs.positional(name, about);
      return yargs
        .usage(`$0 ${usage}\n\n${description}`)
        .options(options)
        .epilogue(definition.epilogue)
        .strict();
    },
    handler: async (raw) =>
      end(
        await runToEnd(context, texts.usage, async (signal) => {
          refuseFlagValues(context.argv, options, texts);
          return await definition.run(raw, context, signal);
        }),
      ),
  };
}
