import type { CommandLineTexts } from '../../language/interface-texts.js';
import type { CheckCommand } from './check-command.js';
import { sharedOptions, testOptions } from './options.js';

/** `tailchat smtp test`: the same as `verify`, then really sends a mail. */
export function testCommand(texts: CommandLineTexts): CheckCommand {
  const { examples, test } = texts.help;
  return {
    name: 'test',
    usage: 'smtp test --to you@example.com',
    description: test,
    options: { ...testOptions(texts), ...sharedOptions(texts) },
    examples: [
      ['smtp test --to you@example.com', examples.test],
      ['smtp test --to a@x.org,b@x.org --subject Hello', examples.several],
      ['smtp test --sandbox --to you@example.com', examples.testSandbox],
    ],
  };
}
