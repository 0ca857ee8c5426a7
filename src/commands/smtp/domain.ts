import type { CommandLineTexts } from '../../language/interface-texts.js';
import type { CommandDefinition } from './define-command.js';
import { readDomainArguments } from './domain-arguments.js';
import { yargsOptions } from './options.js';

/** `tailchat smtp domain`: what DNS says about mail from a domain. */
export function domainCommand(texts: CommandLineTexts): CommandDefinition {
  const { examples, domain, exitCodes, options } = texts.help;
  return {
    command: 'domain [name]',
    usage: 'smtp domain [name]',
    description: domain,
    positionals: { name: { type: 'string', describe: options.domainName } },
    options: yargsOptions('domain', texts),
    examples: [
      ['smtp domain', examples.domain],
      ['smtp domain example.com', examples.domainName],
      ['smtp domain --selector s1', examples.domainSelector],
      ['smtp domain --recipient you@example.net', examples.domainRecipient],
    ],
    exitCodes: exitCodes.domain,
    run: async (raw, run) => {
      const args = readDomainArguments(raw, texts);
      const { runDomainCommand } = await import('./run-domain-command.js');
      return await runDomainCommand(args, run);
    },
  };
}
