import type { CommandLineTexts } from '../../language/interface-texts.js';
import type { CommandDefinition } from './define-command.js';
import { readExplainArguments } from './explain-arguments.js';
import { yargsOptions } from './options.js';

/** `tailchat smtp explain`: names the causes behind an error message or a log, without network. */
export function explainCommand(texts: CommandLineTexts): CommandDefinition {
  const { examples, explain, exitCodes, options } = texts.help;
  return {
    command: 'explain [text..]',
    usage: 'smtp explain [text]',
    description: explain,
    positionals: { text: { type: 'string', describe: options.message } },
    options: yargsOptions('explain', texts),
    examples: [
      ['smtp explain "535 Login fail"', examples.explainText],
      ['smtp explain < service-core.log', examples.explainLog],
      ['smtp explain bounce.eml', examples.explainLetter],
      ['smtp explain --json < service-core.log', examples.explainJson],
    ],
    exitCodes: exitCodes.explain,
    run: async (raw, run) => {
      const args = readExplainArguments(raw, texts);
      const { runExplainCommand } = await import('./run-explain-command.js');
      return await runExplainCommand(args, run);
    },
  };
}
