import type { CommandModule, Options } from 'yargs';
import type { Context } from '../../context.js';
import type { ExitCode } from '../../exit-codes.js';
import type { CommandLineTexts } from '../../language/interface-texts.js';
import { runToEnd } from '../../run-to-end.js';
import { readArguments, refuseFlagValues } from './arguments.js';

/** What `verify` and `test` differ in. */
export interface CheckCommand {
  name: 'verify' | 'test';
  /** The first line of its help, behind the program's name. */
  usage: string;
  description: string;
  options: Record<string, Options>;
  /** Words of the command line, and what they do. */
  examples: readonly (readonly [words: string, does: string])[];
}

/**
 * Makes the yargs command of a check.
 *
 * @param end takes the exit code of the run
 */
export function createCheckCommand(
  { name, usage, description, options, examples }: CheckCommand,
  context: Context,
  texts: CommandLineTexts,
  end: (code: ExitCode) => void,
): CommandModule {
  return {
    command: name,
    describe: description,
    builder: (yargs) =>
      examples
        .reduce((command, [words, does]) => command.example(`$0 ${words}`, does), yargs)
        .usage(`$0 ${usage}\n\n${description}`)
        .options(options)
        .epilogue(texts.help.epilogue)
        .strict(),
    handler: async (raw) =>
      end(
        await runToEnd(context, texts.usage, async (signal) => {
          refuseFlagValues(context.argv, texts);
          const args = readArguments(raw, texts);
          const { runCheckCommand } = await import('./run-check-command.js');
          return await runCheckCommand(name, args, context, signal);
        }),
      ),
  };
}
