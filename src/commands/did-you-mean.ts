import leven from 'leven';
import { optionWords } from './option-words.js';
import { SMTP_COMMANDS } from './smtp/names.js';
import { ALIASES, OPTIONS } from './smtp/options.js';

/** The names of commands, by how many stand before. */
const COMMANDS: readonly (readonly string[])[] = [['smtp', 'completion'], SMTP_COMMANDS];
const FLAGS = [...Object.keys(OPTIONS), ...ALIASES, 'help', 'version']
  .filter((name) => name.length > 1)
  .map((name) => `--${name}`);
/** So many letters may be wrong, missing or too many. */
const MOST_WRONG = 2;

/**
 * What was likely meant by the first word of a command line that names no command or option; nothing
 * where no name is near, or where the word is one.
 *
 * @param argv the words of the command line
 */
export function findMeant(argv: readonly string[]): string | undefined {
  const words = optionWords(argv);
  const places = words.findIndex((word) => word.startsWith('-'));
  for (const [index, word] of words.entries()) {
    const isCommand = places < 0 || index < places;
    const names = word.startsWith('--') ? FLAGS : (isCommand && COMMANDS[index]) || [];
    const name = word.replace(/=.*/s, '');
    if (word === 'completion') return undefined;
    if (names.includes(name)) continue;
    const near = nearest(name, names);
    if (near !== undefined) return near;
  }
  return undefined;
}

function nearest(word: string, names: readonly string[]): string | undefined {
  const distances = names.map((name) => [leven(word, name), name] as const);
  const [best] = distances.sort(([a], [b]) => a - b);
  return best && best[0] <= Math.min(MOST_WRONG, word.length / 2) ? best[1] : undefined;
}
