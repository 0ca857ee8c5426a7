import type { Argv } from 'yargs';
import { languageOf } from './commands/language-of.js';
import { createSmtpCommand } from './commands/smtp/index.js';
import { type Context, withArgv } from './context.js';
import type { ExitCode } from './exit-codes.js';
import { commandLineTexts } from './language/index.js';
import { watchOutput } from './watch-output.js';

/** What another yargs program has made of its command line. */
interface HostArguments {
  /** The names of the commands, ours being the last of them, and all that stands behind. */
  _?: unknown;
  '--'?: unknown;
}

/**
 * The commands for another yargs program, which hands over their words unread: our own parser reads them, so
 * that help, options, errors and exit codes are the same whatever the host's yargs is, and however strict.
 *
 * @param end takes the exit code
 */
export function createHostedCommand(context: Context, end: (code: ExitCode) => void) {
  const language = languageOf(context);
  const { help } = commandLineTexts(language);
  return {
    command: 'smtp',
    describe: help.group,
    builder: (yargs: Argv) => {
      // The host's completion is to know our options, too.
      if (context.argv.includes('--get-yargs-completions')) {
        return createSmtpCommand(context, language, end).builder(yargs);
      }
      return yargs.help(false).version(false).strict(false).parserConfiguration({
        'unknown-options-as-args': true,
        'boolean-negation': false,
        'parse-positional-numbers': false,
        'populate--': true,
      });
    },
    handler: async (args: HostArguments) => {
      const { main } = await import('./main.js');
      const all = [args._ ?? []].flat().map(String);
      const words = all.slice(all.indexOf('smtp') + 1);
      const behindDashes =
        args['--'] === undefined ? [] : ['--', ...[args['--']].flat().map(String)];
      const argv = ['smtp', ...words, ...behindDashes];
      const own = withArgv(context, argv);
      const output = watchOutput(own);
      end(await main(own, output));
      output.stop();
    },
  };
}
