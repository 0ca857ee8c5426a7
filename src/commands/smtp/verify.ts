import type { CommandModule } from 'yargs';
import type { Context } from '../../context.js';
import { runToEnd } from '../../ending.js';
import type { ExitCode } from '../../exit-codes.js';
import type { CommandLineTexts } from '../../language/interface-texts.js';
import { readArguments, refuseFlagValues } from './arguments.js';
import { sharedOptions, verifyOptions } from './options.js';

/** `tailchat smtp verify`: everything that can be learned without sending a mail. */
export function createVerifyCommand(
  context: Context,
  texts: CommandLineTexts,
  end: (code: ExitCode) => void,
): CommandModule {
  const { examples, verify } = texts.help;
  return {
    command: 'verify',
    describe: verify,
    builder: (yargs) =>
      yargs
        .usage(`$0 smtp verify\n\n${verify}`)
        .options({ ...sharedOptions(texts), ...verifyOptions(texts) })
        .example('$0 smtp verify', examples.verify)
        .example('$0 smtp verify --env-file docker-compose.env', examples.envFile)
        .example('$0 smtp verify --json', examples.json)
        .example('$0 smtp verify --wait 60', examples.wait)
        .example('$0 smtp verify --sandbox', examples.verifySandbox)
        .epilogue(texts.help.epilogue)
        .strict(),
    handler: async (raw) =>
      end(
        await runToEnd(context, texts.usage, async (signal) => {
          refuseFlagValues(context.argv, texts);
          const args = readArguments(raw, texts);
          const { runCheckCommand } = await import('./run-check-command.js');
          return await runCheckCommand('verify', args, context, signal);
        }),
      ),
  };
}
