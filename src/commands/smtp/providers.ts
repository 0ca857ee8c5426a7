import type { CommandLineTexts } from '../../language/interface-texts.js';
import type { CommandDefinition } from './define-command.js';
import { yargsOptions } from './options.js';
import { readOptions, readWords } from './read-options.js';

/** `tailchat smtp providers`: the known providers, and the settings that each of them wants. */
export function providersCommand(texts: CommandLineTexts): CommandDefinition {
  const { examples, providers, exitCodes, options } = texts.help;
  return {
    command: 'providers [words..]',
    usage: 'smtp providers [words]',
    description: providers,
    positionals: { words: { type: 'string', describe: options.providerWords } },
    options: yargsOptions('providers', texts),
    examples: [
      ['smtp providers', examples.providers],
      ['smtp providers qq', examples.providerName],
      ['smtp providers me@163.com', examples.providerAddress],
    ],
    exitCodes: exitCodes.providers,
    run: async (raw, run) => {
      const args = readOptions(['providers'], raw, texts.usage);
      const words = readWords(raw, 'words');
      const { runProvidersCommand } = await import('./run-providers-command.js');
      return await runProvidersCommand({ ...args, words }, run);
    },
  };
}
