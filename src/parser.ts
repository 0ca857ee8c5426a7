import yargs, { type Argv } from 'yargs';
import { completeWords, completionCommand } from './commands/completion.js';
import { createSmtpCommand } from './commands/smtp/index.js';
import { usageMessage } from './commands/usage-message.js';
import type { Context } from './context.js';
import { UsageError } from './errors.js';
import type { ExitCode } from './exit-codes.js';
import { commandLineTexts } from './language/index.js';
import type { Language } from './language-codes.js';
import { readVersion } from './version.js';

/** What the command is called. */
export const PROGRAM = 'tailchat';

/**
 * The command line of `tailchat`. Yargs neither prints nor ends anything: what is wrong is thrown as
 * a `UsageError`.
 *
 * @param end takes the exit code of the command that ran
 */
export function createParser(
  context: Context,
  language: Language,
  end: (code: ExitCode) => void,
): Argv {
  const texts = commandLineTexts(language);
  const { help } = texts;
  const parser = yargs([], context.cwd)
    .scriptName(PROGRAM)
    // Messages about wrong use are replaced by our words.
    .locale('en')
    .command(createSmtpCommand(context, language, end))
    .command('$0', false, {}, async () => {
      const { helpFor } = await import('./commands/help.js');
      context.stdout.write(`${await helpFor([], PROGRAM, context, language)}\n`);
    })
    .command(completionCommand(context, texts))
    // Yargs's own script gets another name, which nobody needs. Our script knows the shell.
    .completion('yargs-completion', false, completeWords)
    .strict()
    .version(readVersion())
    .describe('version', help.options.version)
    .help('help', help.options.help)
    .alias('help', 'h')
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message, error) => {
      // Yargs has errors of its own for some kinds of wrong use, and only a message for others.
      if (error && error.name !== 'YError') throw error;
      throw new UsageError(usageMessage(message, context.argv, texts.usage));
    });
  return parser;
}
