import type { CheckCommand } from '../report/check-command.js';
import type { Report } from '../report/report.js';
import { hasControls } from '../safety/control-characters.js';
import { createRedactor } from '../safety/redactor.js';
import { shownPath } from '../safety/shown-word.js';
import { parseRecipients } from '../settings/addresses/mail-address.js';
import type { EnvFormat } from '../settings/env-files/env-format.js';
import type { FoundValues } from '../settings/found-values.js';
import { holdsWithheld, shownSetting } from '../settings/shown-settings.js';

/** The options that make a check what it is. */
export interface RepeatedOptions {
  uri?: string;
  sender?: string | undefined;
  envFiles?: string[];
  envFormat?: EnvFormat;
  service?: string;
  container?: string;
  isComparing?: boolean;
  isSandbox?: boolean;
  isOffline?: boolean;
  isStrict?: boolean;
  recipients?: string[];
  /** How long the mail is looked for, in milliseconds. */
  awaitMs?: number;
  imap?: string;
  /** Every name of a file is really one, and no other text in its place. */
  areFilesRead?: boolean;
}

/** The options that make the same check again, of those that were given. */
export function repeatedOptions(
  { message }: Report,
  args: RepeatedOptions,
  { uri, sender, problem }: FoundValues,
): RepeatedOptions {
  const { accepted = [], rejected = [] } = message ?? {};
  const redact = uri?.read.ok ? createRedactor(uri.read.uri) : String;
  // Who has the mail needs no second copy.
  const isForTheRest = accepted.length > 0 && rejected.length > 0 && !args.awaitMs;
  return {
    ...args,
    ...(isForTheRest ? { recipients: rejected.map(({ address }) => address) } : {}),
    // A password would stand in the shell's history once more.
    ...(args.recipients?.some((one) => redact(one) !== one) ? { recipients: [] } : {}),
    ...(sender && holdsWithheld(sender.value) ? { sender: undefined } : {}),
    areFilesRead: problem?.cause !== 'env-file-unreadable',
  };
}

/** The mailbox, to be filled in: its password is never repeated. */
const IMAP_VARIABLE = "SMTP_TEST_IMAP_URI='imaps://user:password@host/'";

/**
 * The command line that makes the same check again, quoted for a POSIX shell. A URI is never repeated:
 * `--uri -` asks for it, and so does `--imap -`, or a variable stands in its place.
 */
export function formatCommandAgain(command: CheckCommand, options: RepeatedOptions): string {
  const { uri, recipients = [], awaitMs = 0, imap } = options;
  // Stdin has one line for one of them.
  const isInVariable = imap !== undefined && uri !== undefined;
  const ofMail: OptionWithValue[] = [
    ...recipients.map((address) => ['--to', address] as const),
    ...(awaitMs > 0 ? [['--await', String(awaitMs / 1000)] as const] : []),
    ...(imap === undefined || isInVariable ? [] : [['--imap', '-'] as const]),
  ];
  return [
    `${isInVariable ? `${IMAP_VARIABLE} ` : ''}tailchat smtp ${command}`,
    ...inWords(ofMail, options),
    ...optionsOfSettings(options),
    ...(options.isComparing ? ['--compare'] : []),
    ...(options.isSandbox ? ['--sandbox'] : []),
    ...(options.isOffline ? ['--offline'] : []),
    ...(options.isStrict ? ['--strict'] : []),
  ].join(' ');
}

/** The options that name the settings and where they are read, quoted for a POSIX shell. */
export function optionsOfSettings(options: RepeatedOptions): string[] {
  const { uri, sender, envFiles = [], envFormat, service, container = '' } = options;
  const pairs: OptionWithValue[] = [
    ...(uri === undefined ? [] : [['--uri', '-'] as const]),
    ...(sender === undefined ? [] : [['--sender', sender] as const]),
    ...envFiles.map((file) => ['--settings', file] as const),
    ...(envFormat === undefined ? [] : [['--env-format', envFormat] as const]),
    ...(service === undefined ? [] : [['--service', service] as const]),
    ...(container === '' ? [] : [['--in', container] as const]),
  ];
  return [...inWords(pairs, options), ...(options.container === '' ? ['--in'] : [])];
}

type OptionWithValue = readonly [option: string, value: string];

function inWords(pairs: readonly OptionWithValue[], options: RepeatedOptions): string[] {
  return pairs
    .filter(([option, value]) => isShown(option, value, options))
    .map(([option, value]) =>
      value.startsWith('-') && value !== '-'
        ? // Behind a blank it would be read as an option.
          `${option}=${quoteForShell(value)}`
        : `${option} ${quoteForShell(value)}`,
    );
}

/** Whether a value may be repeated. A value that was not understood may be a password, and a cleaned value is another one. */
function isShown(option: string, value: string, { areFilesRead }: RepeatedOptions): boolean {
  if (hasControls(value)) return false;
  if (option === '--to') return parseRecipients([value]).ok;
  // A shell gives such a name to a pipe, and only to one command.
  if (/^\/(?:dev|proc\/self)\/fd\/\d+$/.test(value)) return false;
  if (option === '--sender') return shownSetting('SMTP_SENDER', value, false) === value;
  return areFilesRead || shownPath(value) === value;
}

/** A word as a POSIX shell takes it back: bare where nothing in it is special. */
export function quoteForShell(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}
