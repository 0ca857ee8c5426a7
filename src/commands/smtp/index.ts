import type { Argv, CommandModule } from 'yargs';
import type { Context } from '../../context.js';
import { ExitCode } from '../../exit-codes.js';
import { commandLineTexts } from '../../language/index.js';
import { languageOf } from '../language.js';
import { defineCommand } from './define-command.js';
import { domainCommand } from './domain.js';
import { explainCommand } from './explain.js';
import { testCommand } from './test.js';
import { verifyCommand } from './verify.js';

/**
 * The group `smtp` for a yargs program: our own or another that takes it in. Alone it prints its help.
 *
 * @param end takes the exit code of the command that ran
 */
export function createSmtpCommand(context: Context, end: (code: ExitCode) => void) {
  const texts = commandLineTexts(languageOf(context));
  let group: Argv | undefined;
  return {
    command: 'smtp',
    describe: texts.help.group,
    builder: (yargs: Argv) => {
      group = yargs
        // An option that begins with "no-" is one of its own here, and named so in the help.
        .parserConfiguration({ 'boolean-negation': false, 'dot-notation': false })
        .usage(texts.help.group)
        .command(defineCommand(verifyCommand(texts), context, texts, end))
        .command(defineCommand(testCommand(texts), context, texts, end))
        .command(defineCommand(explainCommand(texts), context, texts, end))
        .command(defineCommand(domainCommand(texts), context, texts, end))
        .strict();
      return group;
    },
    handler: async () => {
      context.stdout.write(`${await group?.getHelp()}\n`);
      end(ExitCode.ok);
    },
  } satisfies CommandModule;
}
