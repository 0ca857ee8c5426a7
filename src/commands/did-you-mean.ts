import leven from 'leven';
import { optionWords } from './option-words.js';
import { SMTP_COMMANDS } from './smtp/names.js';
import { optionsFor } from './smtp/options.js';

/** The names of commands, by how many stand before. */
const COMMANDS: readonly (readonly string[])[] = [['smtp', 'completion'], SMTP_COMMANDS];
/** The most letters that may be wrong, missing or too many. */
const MOST_WRONG = 2;

/**
 * Guesses what was meant by the first word of a command line that names no command or option. Guesses nothing where no name is
 * near, or where the word is a name.
 *
 * @param argv the words of the command line
 */
export function findMeant(argv: readonly string[]): string | undefined {
  const words = optionWords(argv);
  const places = words.findIndex((word) => word.startsWith('-'));
  for (const [index, word] of words.entries()) {
    const isCommand = places < 0 || index < places;
    const names = word.startsWith('--') ? flagsOf(words) : (isCommand && COMMANDS[index]) || [];
    const name = word.replace(/=.*/s, '');
    if (word === 'completion') return undefined;
    if (names.includes(name)) continue;
    const near = nearest(name, names);
    if (near !== undefined) return near;
  }
  return undefined;
}

/** The options of the command that the words name; of all commands, where they name none. */
function flagsOf(words: readonly string[]): string[] {
  const named = SMTP_COMMANDS.filter((name) => name === words[1]);
  const rows = optionsFor(named.length > 0 ? named : SMTP_COMMANDS);
  return [...rows.flatMap(([name, { alias = '' }]) => [name, alias]), 'help', 'version']
    .filter((name) => name.length > 1)
    .map((name) => `--${name}`);
}

function nearest(word: string, names: readonly string[]): string | undefined {
  const distances = names.map((name) => [leven(word, name), name] as const);
  const [best] = distances.sort(([a], [b]) => a - b);
  const letters = word.replace(/^--/, '').length;
  return best && best[0] <= Math.min(MOST_WRONG, letters / 2) ? best[1] : undefined;
}
