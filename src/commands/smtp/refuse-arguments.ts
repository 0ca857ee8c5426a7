import type { Options } from 'yargs';
import { UsageError } from '../../errors.js';
import type { CommandLineTexts, UsageTexts } from '../../language/interface-texts.js';
import { maskedWords } from '../../safety/shown-word.js';
import type { RawArguments } from './read-options.js';

/**
 * Refuses words behind a command that takes none. Yargs ignores the words behind `--`.
 *
 * @param command the command, whose own words come first
 * @throws UsageError with the words
 */
export function refuseWords(raw: RawArguments, command: string, usage: UsageTexts): void {
  const words = [raw._ ?? []].flat().map(String);
  const others = words.slice(words.indexOf(command) + 1);
  if (others.length > 0) throw new UsageError(usage.noWords(maskedWords(others.join(' '))));
}

/**
 * Refuses options that exclude each other.
 *
 * @param pairs their names, without dashes
 * @throws UsageError naming the first pair of which both are given
 */
export function refuseTogether(
  raw: RawArguments,
  pairs: readonly (readonly [string, string])[],
  usage: UsageTexts,
): void {
  for (const [first, second] of pairs) {
    const areBoth = isGiven(raw[first]) && isGiven(raw[second]);
    if (areBoth) throw new UsageError(usage.together(`--${first}`, `--${second}`));
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== false;
}

/**
 * Refuses `--json=maybe`. Yargs reads every word but `true` as `false` and would ignore the option silently.
 *
 * @param argv the words of the command line
 * @param declared the options of the command
 * @throws UsageError naming the option
 */
export function refuseFlagValues(
  argv: readonly string[],
  declared: Readonly<Record<string, Options>>,
  texts: CommandLineTexts,
): void {
  const options = Object.entries(declared);
  const flags = options
    .filter(([, { type }]) => type === 'boolean')
    .flatMap(([name, { alias = [] }]) => [name, ...[alias].flat()]);
  for (const word of argv) {
    const [, name = '', value = ''] = /^--?([\w-]+)=(.*)$/s.exec(word) ?? [];
    const isRefused = flags.includes(name) && value !== 'true' && value !== 'false';
    if (isRefused) throw new UsageError(texts.usage.noValue(`--${name}`));
  }
}
