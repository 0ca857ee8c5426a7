import type { CommandLineTexts } from '../../language/interface-texts.js';
import { readCheckArguments } from './check-arguments.js';
import type { CommandDefinition } from './define-command.js';
import { yargsOptions } from './options.js';

/** `tailchat smtp test`: the same as `verify`, then really sends a mail. */
export function testCommand(texts: CommandLineTexts): CommandDefinition {
  const { about, examples, test, exitCodes } = texts.help;
  return {
    command: 'test',
    usage: 'smtp test --to you@example.com',
    description: test,
    about: about.test,
    options: yargsOptions('test', texts),
    examples: [
      ['smtp test --to you@example.com', examples.test],
      ['smtp test --to a@x.org,b@x.org --subject Hello', examples.several],
      ['smtp test --sandbox --to you@example.com', examples.testSandbox],
    ],
    exitCodes: exitCodes.check,
    run: async (raw, run) => {
      const args = readCheckArguments(raw, texts);
      if (args.container !== undefined) {
        const { runInsideCommand } = await import('./run-inside-command.js');
        return await runInsideCommand('test', args, run);
      }
      const { runCheckCommand } = await import('./run-check-command.js');
      return await runCheckCommand('test', args, run);
    },
  };
}
