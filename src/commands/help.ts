import type { Context } from '../context.js';
import { commandLineTexts } from '../language/index.js';
import type { Language } from '../language-codes.js';
import { optionWords } from './option-words.js';
import { SMTP_COMMANDS } from './smtp/names.js';

const WIDEST = 100;
const NARROWEST = 40;
const USUAL = 80;

/**
 * The help that was asked for: `-h` is short, `--help` whole.
 *
 * @param words the commands on the command line, as the parser has read them
 * @returns undefined where the command is none of those whose help is our own
 */
export async function helpFor(
  words: readonly string[],
  program: string,
  context: Context,
  language: Language,
): Promise<string | undefined> {
  const { formatCommandHelp, formatCompletionHelp, formatGroupHelp, formatProgramHelp } =
    await import('./format-help.js');
  const columns = context.stdout.columns || USUAL;
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST));
  const layout = { texts: commandLineTexts(language), program, width };
  const [group, name] = words;
  if (group === undefined) return formatProgramHelp(layout);
  if (group === 'completion') return formatCompletionHelp(layout);
  if (group !== 'smtp') return undefined;
  const command = SMTP_COMMANDS.find((one) => one === name);
  if (command === undefined) return formatGroupHelp(layout);
  return formatCommandHelp(command, optionWords(context.argv).includes('--help'), layout);
}
