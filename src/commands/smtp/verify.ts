import type { CommandLineTexts } from '../../language/interface-texts.js';
import type { CheckCommand } from './check-command.js';
import { sharedOptions, verifyOptions } from './options.js';

/** `tailchat smtp verify`: everything that can be learned without sending a mail. */
export function verifyCommand(texts: CommandLineTexts): CheckCommand {
  const { examples, verify } = texts.help;
  return {
    name: 'verify',
    usage: 'smtp verify',
    description: verify,
    options: { ...sharedOptions(texts), ...verifyOptions(texts) },
    examples: [
      ['smtp verify', examples.verify],
      ['smtp verify --env-file docker-compose.env', examples.envFile],
      ['smtp verify --json', examples.json],
      ['smtp verify --wait 60', examples.wait],
      ['smtp verify --sandbox', examples.verifySandbox],
    ],
  };
}
