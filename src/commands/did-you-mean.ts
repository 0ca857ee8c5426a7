import leven from 'leven';
import type { Options } from 'yargs';
import { commandLineTexts } from '../language/index.js';
import { SMTP_COMMANDS } from './smtp/names.js';
import { domainOptions, sharedOptions, testOptions, verifyOptions } from './smtp/options.js';

/** The names of commands, by how many stand before. */
const COMMANDS = [['smtp', 'completion'], SMTP_COMMANDS];
/** So many letters may be wrong, missing or too many. */
const MOST_WRONG = 2;

/**
 * What was likely meant by the first word of a command line that names no command or option; nothing
 * where no name is near, or where the word is one.
 *
 * @param argv the words of the command line
 */
export function findMeant(argv: readonly string[]): string | undefined {
  const texts = commandLineTexts('en');
  const own = { ...verifyOptions(texts), ...testOptions(texts), ...domainOptions(texts) };
  const options = { ...own, ...sharedOptions(texts) };
  const aliases = Object.values(options).flatMap(({ alias }: Options) => alias ?? []);
  const long = [...Object.keys(options), ...aliases, 'help', 'version'].filter(
    (name) => name.length > 1,
  );
  const flags = long.map((name) => `--${name}`);
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const places = words.findIndex((word) => word.startsWith('-'));
  for (const [index, word] of words.entries()) {
    const isCommand = places < 0 || index < places;
    const names = word.startsWith('--') ? flags : (isCommand && COMMANDS[index]) || [];
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
