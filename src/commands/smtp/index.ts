import type { Argv, CommandModule } from 'yargs';
import type { Context } from '../../context.js';
import { ExitCode } from '../../exit-codes.js';
import { commandLineTexts } from '../../language/index.js';
import type { Language } from '../../language-codes.js';
import { defineCommand } from './define-command.js';
import { DEFINITIONS } from './definitions.js';

/**
 * The group `smtp` for a yargs program: our own or another that takes it in. Alone it prints its help.
 *
 * @param end takes the exit code of the command that ran
 */
export function createSmtpCommand(
  context: Context,
  language: Language,
  end: (code: ExitCode) => void,
) {
  const texts = commandLineTexts(language);
  const commands = Object.values(DEFINITIONS).map((define) =>
    defineCommand(define(texts), context, language, end),
  );
  return {
    command: 'smtp',
    describe: texts.help.group,
    builder: (yargs: Argv) =>
      yargs
        // Options that begin with "no-" are declared under that name, and the help shows them so.
        .parserConfiguration({ 'boolean-negation': false, 'dot-notation': false })
        .command(commands)
        // The option is declared here because it chooses the language of the help.
        .option('lang', { type: 'string', requiresArg: true, hidden: true })
        .strict(),
    handler: async ({ $0 }) => {
      const { helpFor } = await import('../help.js');
      context.stdout.write(`${await helpFor(['smtp'], String($0), context, language)}\n`);
      end(ExitCode.ok);
    },
  } satisfies CommandModule;
}
