import type { Options } from 'yargs';
import { UsageError } from '../../errors.js';
import type { CommandLineTexts } from '../../language/interface-texts.js';
import { isDuration, LONGEST_SECONDS, SHORTEST_TIMEOUT } from '../../limits.js';
import { REPORT_FORMATS, type ReportFile, STDOUT } from '../../output/report-format.js';
import { hasControls } from '../../safety/control-characters.js';
import { shownPath } from '../../safety/shown-word.js';
import type { EnvFormat } from '../../settings/env-files/env-format.js';

/** What the command line asks for, checked and typed. */
export interface CheckArguments {
  uri?: string;
  sender?: string;
  envFiles?: string[];
  envFormat?: EnvFormat;
  /** The service of the compose file that sends mail. */
  service?: string;
  isSandbox: boolean;
  isInteractive: boolean;
  isInputAllowed: boolean;
  timeoutMs: number;
  waitMs: number;
  isStrict: boolean;
  isOffline: boolean;
  mayLookFurther: boolean;
  controlHost?: string;
  /** Write what was found to work into the env file, unasked. */
  isWriting: boolean;
  isJson: boolean;
  /** Further reports, for other programs. */
  reports: ReportFile[];
  isVerbose: boolean;
  isQuiet: boolean;
  showsSecrets: boolean;
  isColorWanted: boolean;
  recipients: string[];
  subject?: string;
  text?: string;
  /** The file with the HTML part. */
  htmlFile?: string;
}

/** What `explain` is asked for, checked and typed. */
export interface ExplainArguments {
  /** The words of the command line; without them stdin is read. */
  text?: string;
  /** What to read in place of stdin. */
  files?: string[];
  /** The text is a single argument, which may be the name of a file. */
  isOneWord?: boolean;
  isJson: boolean;
  isQuiet: boolean;
  isColorWanted: boolean;
}

/** What yargs makes of the command line. */
export type RawArguments = Readonly<Record<string, unknown>>;

/**
 * Checks what yargs lets pass: an option given twice where one is meant, an empty value, a number
 * that is none.
 *
 * @throws UsageError naming the option
 */
export function readArguments(raw: RawArguments, { usage }: CommandLineTexts): CheckArguments {
  const list = (name: string) => readList(raw, name, usage);
  const single = (name: string) => readSingle(raw, name, usage);
  const seconds = (name: string, min: number) => readSeconds(raw, name, min, usage);
  const is = (name: string) => isSet(raw, name);

  single('lang');
  const subject = single('subject');
  if (subject !== undefined && hasControls(subject)) {
    throw new UsageError(usage.controlCharacter('--subject'));
  }
  forbidTogether(
    raw,
    [
      ['sandbox', 'uri'],
      ['interactive', 'no-input'],
      ['interactive', 'json'],
      ['control-host', 'no-suggest'],
      ['write', 'sandbox'],
      ['write', 'offline'],
      ['write', 'no-suggest'],
    ],
    usage,
  );
  return {
    ...optional('uri', single('uri')),
    ...optional('sender', single('sender')),
    ...optional('envFiles', list('settings')),
    ...optional('envFormat', single('env-format') as EnvFormat | undefined),
    ...optional('service', single('service')),
    ...optional('subject', subject),
    ...optional('text', single('text')),
    ...optional('htmlFile', single('html')),
    ...optional('controlHost', single('control-host')),
    recipients: list('to') ?? [],
    isSandbox: is('sandbox'),
    isInteractive: is('interactive'),
    isInputAllowed: !is('no-input'),
    timeoutMs: seconds('timeout', SHORTEST_TIMEOUT) * 1000,
    waitMs: seconds('wait', 0) * 1000,
    isStrict: is('strict'),
    isOffline: is('offline'),
    mayLookFurther: !is('no-suggest'),
    isWriting: is('write'),
    isJson: is('json'),
    reports: readReports(raw, usage),
    isVerbose: is('verbose'),
    isQuiet: is('quiet'),
    showsSecrets: is('show-secrets'),
    isColorWanted: !is('no-color'),
  };
}

/**
 * The same for `explain`.
 *
 * @throws UsageError naming the option
 */
export function readExplainArguments(
  raw: RawArguments,
  { usage }: CommandLineTexts,
): ExplainArguments {
  readSingle(raw, 'lang', usage);
  // What stands behind a lone `--` yargs keeps by itself, behind the words that name the command.
  const behindDashes = [raw._ ?? []].flat().slice(2);
  const words = [raw.text ?? [], behindDashes].flat(2).map(String);
  // A lone dash is stdin, as it is for --uri.
  const isGiven = words.length > 0 && words.join() !== '-';
  const files = readList(raw, 'file', usage);
  if (files && words.length > 0) throw new UsageError(usage.together('--file', words.join(' ')));
  return {
    ...(isGiven ? { text: words.join(' ') } : {}),
    ...optional('files', files),
    isOneWord: words.length === 1,
    isJson: isSet(raw, 'json'),
    isQuiet: isSet(raw, 'quiet'),
    isColorWanted: !isSet(raw, 'no-color'),
  };
}

/** A number of seconds, as far as it lies between the least and the most. */
export function readSeconds(
  raw: RawArguments,
  name: string,
  min: number,
  usage: CommandLineTexts['usage'],
): number {
  const value = raw[name];
  if (Array.isArray(value)) throw new UsageError(usage.repeated(`--${name}`));
  if (typeof value !== 'number' || Number.isNaN(value)) {
    throw new UsageError(usage.notANumber(`--${name}`));
  }
  if (!isDuration(value, min)) {
    throw new UsageError(usage.outOfRange(`--${name}`, min, LONGEST_SECONDS));
  }
  return value;
}

/** The values of an option that may be repeated. */
export function readList(
  raw: RawArguments,
  name: string,
  usage: CommandLineTexts['usage'],
): string[] | undefined {
  if (raw[name] === undefined) return undefined;
  const values = [raw[name]].flat().map(String);
  if (values.some((value) => value.trim() === '')) throw new UsageError(usage.blank(`--${name}`));
  return values;
}

/** The system's names for stdout: what is opened by such a name is written over by stdout itself. */
const OWN_STDOUT = new Set(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);

/** `--report junit a.xml --report prometheus b.prom` comes as one list. */
function readReports(raw: RawArguments, usage: CommandLineTexts['usage']): ReportFile[] {
  const words = readList(raw, 'report', usage) ?? [];
  const reports: ReportFile[] = [];
  for (let index = 0; index < words.length; index += 2) {
    const format = REPORT_FORMATS.find((name) => name === words[index]);
    const file = words[index + 1];
    if (!format || file === undefined) {
      throw new UsageError(usage.noFormat('--report', REPORT_FORMATS));
    }
    const isOption = file.startsWith('-') && file !== STDOUT;
    if (isOption) throw new UsageError(usage.optionForFile('--report', shownPath(file)));
    reports.push({ format, file: OWN_STDOUT.has(file) ? STDOUT : file });
  }
  const onStdout = reports.filter(({ file }) => file === STDOUT);
  if (onStdout.length > 0 && isSet(raw, 'json')) {
    throw new UsageError(usage.together(`--report ${onStdout[0]?.format} -`, '--json'));
  }
  if (onStdout.length > 1) {
    throw new UsageError(usage.repeated('--report … -'));
  }
  return reports;
}

/** The value of an option that may stand once. */
export function readSingle(
  raw: RawArguments,
  name: string,
  usage: CommandLineTexts['usage'],
): string | undefined {
  const values = readList(raw, name, usage);
  if (values && values.length > 1) throw new UsageError(usage.repeated(`--${name}`));
  return values?.[0];
}

/** Whether a flag is given. */
export function isSet(raw: RawArguments, name: string): boolean {
  return [raw[name]].flat().includes(true);
}

/** A member that is there only where it has a value. */
export function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

function forbidTogether(
  raw: RawArguments,
  pairs: readonly (readonly [string, string])[],
  usage: CommandLineTexts['usage'],
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
 * Refuses `--json=maybe`: yargs takes every word but `true` for `false`, and the option would be
 * passed over in silence.
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
