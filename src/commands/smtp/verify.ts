import type { CommandLineTexts } from '../../language/interface-texts.js';
import { readCheckArguments } from './check-arguments.js';
import type { CommandDefinition } from './define-command.js';
import { yargsOptions } from './options.js';

/** `tailchat smtp verify`: everything that can be learned without sending a mail. */
export function verifyCommand(texts: CommandLineTexts): CommandDefinition {
  const { about, examples, verify, exitCodes } = texts.help;
  return {
    command: 'verify',
    usage: 'smtp verify',
    description: verify,
    about: about.verify,
    options: yargsOptions('verify', texts),
    examples: [
      ['smtp verify', examples.verify],
      ['smtp verify --settings docker-compose.env', examples.envFile],
      ['smtp verify --json', examples.json],
      ['smtp verify --wait 60', examples.wait],
      ['smtp verify --sandbox', examples.verifySandbox],
    ],
    exitCodes: exitCodes.check,
    run: async (raw, run) => {
      const args = readCheckArguments(raw, texts);
      if (args.container !== undefined) {
        const { runInsideCommand } = await import('./run-inside-command.js');
        return await runInsideCommand('verify', args, run);
      }
      const { runCheckCommand } = await import('./run-check-command.js');
      return await runCheckCommand('verify', args, run);
    },
  };
}
