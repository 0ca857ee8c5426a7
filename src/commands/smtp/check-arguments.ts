import { UsageError } from '../../errors.js';
import type { CommandLineTexts, UsageTexts } from '../../language/interface-texts.js';
import type { ReportFile } from '../../output/report-format.js';
import { hasControls } from '../../safety/control-characters.js';
import { isIP } from '../../safety/is-ip.js';
import type { EnvFormat } from '../../settings/env-files/env-format.js';
import type { OptionValues } from './options.js';
import { optional, type RawArguments, readOptions } from './read-options.js';
import { readReports } from './read-reports.js';
import { refuseTogether } from './refuse-arguments.js';

/** What the command line asks for, checked and typed. */
export interface CheckArguments {
  uri?: string;
  sender?: string;
  envFiles?: string[];
  envFormat?: EnvFormat;
  /** The service of the compose file that sends mail. */
  service?: string;
  /** The container to check in. Empty means the container that sends mail in this folder's project. */
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
  mayConnectAgain: boolean;
  controlHost?: string;
  /** Write working settings into the env file without asking. */
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

/** What kubectl finds: a type, a name, a container, as it takes them. */
const OF_KUBERNETES = /^kubernetes:[a-z\d.-]+(?:\/[a-z\d.-]+){0,2}$/i;

/** Options that make no sense in a container, where only its own environment counts. */
const ONLY_HERE = ['uri', 'settings', 'env-format', 'sandbox', 'interactive', 'write'] as const;

/**
 * What `verify` and `test` are asked for.
 *
 * @throws UsageError naming the option that is at fault
 */
export function readCheckArguments(raw: RawArguments, { usage }: CommandLineTexts): CheckArguments {
  const given = readOptions(['verify', 'test'], raw, usage);
  const { subject } = given;
  if (subject !== undefined && hasControls(subject)) {
    throw new UsageError(usage.controlCharacter('--subject'));
  }
  refuseTogether(
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
  if (given.in?.startsWith('kubernetes:') && !OF_KUBERNETES.test(given.in)) {
    throw new UsageError(usage.blank('--in kubernetes:<type/name>'));
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
    mayConnectAgain: !given['no-suggest'],
    isWriting: given.write,
    isJson: given.json,
    reports: readReports(given.report, given.json, usage),
    isVerbose: given.verbose,
    isQuiet: given.quiet,
    showsSecrets: given['show-secrets'],
    isColorWanted: !given['no-color'],
  };
}

/** Options that cannot be combined with looking for the mail. The mail has to leave from here, for a mailbox elsewhere. */
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

/** Checks that a value is a host's name or an address, with nothing around it. */
function checkHost(host: string | undefined, name: string, usage: UsageTexts): string | undefined {
  const isHost = host === undefined || isIP(host) > 0 || /^[\p{L}\p{N}._-]+$/u.test(host);
  if (!isHost) throw new UsageError(usage.notAHost(name));
  return host;
}
