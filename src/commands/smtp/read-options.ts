import { UsageError } from '../../errors.js';
import type { UsageTexts } from '../../language/interface-texts.js';
import { isDuration, LONGEST_SECONDS } from '../../limits.js';
import type { SmtpCommand } from './names.js';
import { type OptionInfo, type OptionValues, optionsFor } from './options.js';

/** What yargs makes of the command line. */
export type RawArguments = Readonly<Record<string, unknown>>;

/**
 * The options of some commands by the table, with what yargs lets pass: one given twice where one is meant,
 * an empty value, a number that is none.
 *
 * @throws UsageError naming the option
 */
export function readOptions<C extends SmtpCommand>(
  commands: readonly C[],
  raw: RawArguments,
  usage: UsageTexts,
): OptionValues<C> {
  const values = optionsFor(commands).map(([name, info]) => {
    return [name, readOption(info, raw[name], `--${name}`, usage)] as const;
  });
  // Each row has the type that the table gives it.
  return Object.fromEntries(values) as OptionValues<C>;
}

function readOption(
  { type, least = 0, default: usual }: OptionInfo,
  value: unknown,
  name: string,
  usage: UsageTexts,
): unknown {
  if (type === 'flag') return [value].flat().includes(true);
  if (type === 'name' && value === '') return '';
  if (type === 'seconds') return readSeconds(value ?? usual, name, least, usage);
  const isSingle = type === 'text' || type === 'name';
  return isSingle ? readSingle(value, name, usage) : readList(value, name, usage);
}

function readSeconds(value: unknown, name: string, least: number, usage: UsageTexts): number {
  if (Array.isArray(value)) throw new UsageError(usage.repeated(name));
  if (typeof value !== 'number' || Number.isNaN(value)) {
    throw new UsageError(usage.notANumber(name));
  }
  if (!isDuration(value, least)) {
    throw new UsageError(usage.outOfRange(name, least, LONGEST_SECONDS));
  }
  return value;
}

/** The words of a command that are no options, also those behind a lone `--`. */
export function readWords(raw: RawArguments, name: string): string[] {
  // Yargs keeps the words behind a lone `--` by itself, behind the words that name the command.
  const behindDashes = [raw._ ?? []].flat().slice(2);
  return [raw[name] ?? [], behindDashes].flat(2).map(String);
}

/**
 * The values of what may be repeated.
 *
 * @throws UsageError where one is blank
 */
function readList(value: unknown, name: string, usage: UsageTexts): string[] {
  if (value === undefined) return [];
  const values = [value].flat().map(String);
  if (values.some((one) => one.trim() === '')) throw new UsageError(usage.blank(name));
  return values;
}

/**
 * The value of what may stand once.
 *
 * @throws UsageError where it is blank, or stands twice
 */
export function readSingle(value: unknown, name: string, usage: UsageTexts): string | undefined {
  const values = readList(value, name, usage);
  if (values.length > 1) throw new UsageError(usage.repeated(name));
  return values[0];
}

/** An object with the member if it has a value, else an empty object. */
export function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
