import type { CommandModule } from 'yargs';
import type { Context } from '../../context.js';
import { runToEnd } from '../../ending.js';
import type { ExitCode } from '../../exit-codes.js';
import type { CommandLineTexts } from '../../language/interface-texts.js';
import { readArguments, refuseFlagValues } from './arguments.js';
import { sharedOptions, testOptions } from './options.js';

/** `tailchat smtp test`: the same as `verify`, then really sends a mail. */
export function createTestCommand(
  context: Context,
  texts: CommandLineTexts,
  end: (code: ExitCode) => void,
): CommandModule {
  const { examples, test } = texts.help;
  return {
    command: 'test',
    describe: test,
    builder: (yargs) =>
      yargs
        .usage(`$0 smtp test --to you@example.com\n\n${test}`)
        .options({ ...testOptions(texts), ...sharedOptions(texts) })
        .example('$0 smtp test --to you@example.com', examples.test)
        .example('$0 smtp test --to a@x.org,b@x.org --subject Hello', examples.several)
        .example('$0 smtp test --sandbox --to you@example.com', examples.testSandbox)
        .epilogue(texts.help.epilogue)
        .strict(),
    handler: async (raw) =>
      end(
        await runToEnd(context, texts.usage, async (signal) => {
          refuseFlagValues(context.argv, texts);
          const args = readArguments(raw, texts);
          const { runCheckCommand } = await import('./run-check-command.js');
          return await runCheckCommand('test', args, context, signal);
        }),
      ),
  };
}
