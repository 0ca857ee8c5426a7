import { isIP } from 'node:net';
import type { Options } from 'yargs';
import { UsageError } from '../../errors.js';
import type { CommandLineTexts, UsageTexts } from '../../language/interface-texts.js';
import { REPORT_FORMATS, type ReportFile, STDOUT } from '../../output/report-format.js';
import { hasControls } from '../../safety/control-characters.js';
import { plainWords, shownPath } from '../../safety/shown-word.js';
import type { EnvFormat } from '../../settings/env-files/env-format.js';
import type { OptionValues } from './options.js';
import { optional, type RawArguments, readOptions } from './read-options.js';

/** What the command line asks for, checked and typed. */
export interface CheckArguments {
  uri?: string;
  sender?: string;
  envFiles?: string[];
  envFormat?: EnvFormat;
  /** The service of the compose file that sends mail. */
  service?: string;
  /** The container to check in; empty: the one that sends mail in the project here. */
  container?: string;
  /** Check here as well, and say what differs. */
  isComparing: boolean;
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
  /** How long to look for the mail in its recipient's mailbox; 0: not at all. */
  awaitMs: number;
  /** The mailbox, `-` for one line of stdin. */
  imap?: string;
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

/** What has no place in a container: its own environment is what counts there. */
const ONLY_HERE = ['uri', 'settings', 'env-format', 'sandbox', 'interactive', 'write'] as const;

/**
 * What `verify` and `test` are asked for.
 *
 * @throws UsageError naming the option that is at fault
 */
export function readArguments(raw: RawArguments, { usage }: CommandLineTexts): CheckArguments {
  const given = readOptions(['verify', 'test'], raw, usage);
  const { subject } = given;
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
      ...ONLY_HERE.map((name) => ['in', name] as const),
    ],
    usage,
  );
  if (given.compare && given.in === undefined) {
    throw new UsageError(usage.onlyWith('--compare', '--in'));
  }
  refuseAwaiting(given, usage);
  return {
    ...optional('uri', given.uri),
    ...optional('sender', given.sender),
    ...optional('envFiles', given.settings.length > 0 ? given.settings : undefined),
    ...optional('envFormat', given['env-format']),
    ...optional('service', given.service),
    ...optional('container', given.in),
    ...optional('subject', subject),
    ...optional('text', given.text),
    ...optional('htmlFile', given.html),
    ...optional('imap', given.imap),
    awaitMs: given.await * 1000,
    ...optional('controlHost', checkHost(given['control-host'], '--control-host', usage)),
    recipients: given.to,
    isComparing: given.compare,
    isSandbox: given.sandbox,
    isInteractive: given.interactive,
    isInputAllowed: !given['no-input'],
    timeoutMs: given.timeout * 1000,
    waitMs: given.wait * 1000,
    isStrict: given.strict,
    isOffline: given.offline,
    mayLookFurther: !given['no-suggest'],
    isWriting: given.write,
    isJson: given.json,
    reports: readReports(given.report, given.json, usage),
    isVerbose: given.verbose,
    isQuiet: given.quiet,
    showsSecrets: given['show-secrets'],
    isColorWanted: !given['no-color'],
  };
}

/** What cannot go with looking for the mail: it has to leave from here, for a mailbox elsewhere. */
function refuseAwaiting(
  given: Pick<OptionValues<'verify' | 'test'>, 'await' | 'imap' | 'uri' | 'sandbox' | 'in'>,
  usage: UsageTexts,
): void {
  if (given.imap !== undefined && given.await === 0)
    throw new UsageError(usage.onlyWith('--imap', '--await'));
  if (given.await === 0) return;
  if (given.sandbox) throw new UsageError(usage.together('--await', '--sandbox'));
  if (given.in !== undefined) throw new UsageError(usage.together('--await', '--in'));
  if (given.imap === '-' && given.uri === '-')
    throw new UsageError(usage.together('--imap -', '--uri -'));
}

/**
 * The same for `explain`.
 *
 * @throws UsageError naming the option that is at fault
 */
export function readExplainArguments(
  raw: RawArguments,
  { usage }: CommandLineTexts,
): ExplainArguments {
  const given = readOptions(['explain'], raw, usage);
  // What stands behind a lone `--` yargs keeps by itself, behind the words that name the command.
  const behindDashes = [raw._ ?? []].flat().slice(2);
  const words = [raw.text ?? [], behindDashes].flat(2).map(String);
  // A lone dash is stdin, as it is for --uri.
  const isGiven = words.length > 0 && words.join() !== '-';
  const files = given.file.length > 0 ? given.file : undefined;
  if (files && words.length > 0) throw new UsageError(usage.together('--file', words.join(' ')));
  return {
    ...(isGiven ? { text: words.join(' ') } : {}),
    ...optional('files', files),
    isOneWord: words.length === 1,
    isJson: given.json,
    isQuiet: given.quiet,
    isColorWanted: !given['no-color'],
  };
}

/** The system's names for stdout: what is opened by such a name is written over by stdout itself. */
const OWN_STDOUT = new Set(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);

/** `--report junit a.xml --report prometheus b.prom` comes as one list. */
function readReports(words: readonly string[], isJson: boolean, usage: UsageTexts): ReportFile[] {
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
  if (onStdout.length > 0 && isJson) {
    throw new UsageError(usage.together(`--report ${onStdout[0]?.format} -`, '--json'));
  }
  if (onStdout.length > 1) {
    throw new UsageError(usage.repeated('--report … -'));
  }
  return reports;
}

/** A name or an address, and nothing around it. */
function checkHost(host: string | undefined, name: string, usage: UsageTexts): string | undefined {
  const isHost = host === undefined || isIP(host) > 0 || /^[\p{L}\p{N}._-]+$/u.test(host);
  if (!isHost) throw new UsageError(usage.notAHost(name));
  return host;
}

/**
 * Refuses words where a command takes none: yargs passes over those behind `--`.
 *
 * @param command the command, whose own words come first
 * @throws UsageError with the words
 */
export function refuseWords(raw: RawArguments, command: string, usage: UsageTexts): void {
  const words = [raw._ ?? []].flat().map(String);
  const others = words.slice(words.indexOf(command) + 1);
  if (others.length > 0) throw new UsageError(usage.noWords(plainWords(others.join(' '))));
}

function forbidTogether(
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
