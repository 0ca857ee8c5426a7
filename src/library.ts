import { hostname } from 'node:os';
import type { Source } from './explain/explain.js';
import { isLanguage, loadDomainTexts, loadTexts } from './language/index.js';
import { LANGUAGES, type Language } from './languages.js';
import { isDuration, LONGEST_SECONDS, SHORTEST_TIMEOUT } from './limits.js';
import type { CheckCommand } from './report/check-command.js';
import type { DomainReport } from './report/domain-report.js';
import type { Explanation } from './report/explanation.js';
import type { CheckListener, Report } from './report/report.js';
import { hasControls } from './safety/control-characters.js';
import { Secret } from './safety/secret.js';
import { ENV_FORMATS, type EnvFormat } from './settings/env-files/env-format.js';
import type { FoundValue } from './settings/found-values.js';
import { findValues } from './settings/values.js';
import type { FindCure, LookEarly } from './smtp/cure.js';
import type { MessageOptions } from './smtp/message-options.js';
import { runCheck } from './smtp/run.js';
import type { RunOptions } from './smtp/run-options.js';
import { describeReport, hearInWords } from './words/describe-report.js';

/** What `verify` takes. Everything may be left out. */
export interface VerifyOptions {
  /** Instead of `SMTP_URI`. */
  uri?: string;
  /** Instead of `SMTP_SENDER`. */
  sender?: string;
  /** Where else to look for the two variables, such as `process.env`. Default: nowhere. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Env files to look into, the first that has a variable wins. Default: none. */
  envFiles?: readonly string[];
  /** Whose rules to read the files by. Default: `auto`, by the file's name and the compose file beside it. */
  envFormat?: EnvFormat;
  /** The folder that relative names of files start from. Default: `.` */
  cwd?: string;
  /** Bound on the whole check, in seconds. Default: 30. */
  timeout?: number;
  /** Try again while the failure is retryable, until this many seconds have passed. Default: 0. */
  wait?: number;
  /** Open further connections to learn more of a failure. Default: true. */
  suggest?: boolean;
  /** A host to compare with, where none of the server's ports answers, such as `smtp.gmail.com`. */
  controlHost?: string;
  /** A warning counts as a failure. */
  strict?: boolean;
  /** Show the URI with its password in the report. */
  showSecrets?: boolean;
  /** Language of the report's texts. Default: `en`. */
  lang?: Language;
  /** Ends the check: the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Told of everything that happens while the check runs. */
  onEvent?: CheckListener;
}

/** What `verify` alone takes. */
interface OfflineOption {
  /** Check the settings, touch no network. */
  offline?: boolean;
}

/** What `sendTest` takes: the options of `verify`, and the mail. */
export interface SendTestOptions extends VerifyOptions, MessageOptions {
  /** Who gets the mail; each may be a list with commas. */
  to: string | readonly string[];
  /** Look for the mail in its recipient's mailbox for so many seconds. Default: 0, not at all. */
  await?: number;
  /** That mailbox: `imaps://user:password@host/`, or `imap://`, which demands STARTTLS. */
  imap?: string;
}

/**
 * Learns everything about the settings that can be learned without sending a mail. Prints nothing,
 * asks nothing, never ends the process.
 *
 * @returns the same report as `tailchat smtp verify --json`, on failure too
 * @throws the signal's reason, when it is aborted; RangeError or TypeError for an impossible option
 */
export async function verify(options: VerifyOptions & OfflineOption = {}): Promise<Report> {
  return await run('verify', options, { isOffline: options.offline ?? false });
}

/**
 * The same as `verify`, then really sends a mail.
 *
 * @returns the same report as `tailchat smtp test --json`, on failure too
 * @throws the signal's reason, when it is aborted; RangeError or TypeError for an impossible option
 */
export async function sendTest(options: SendTestOptions): Promise<Report> {
  const { subject, text, html } = options;
  const awaiting = await findMailbox(options);
  const own = { message: { subject, text, html }, ...(awaiting ? { awaiting } : {}) };
  return await run('test', options, own, [options.to].flat());
}

/** Nothing is sent before the mailbox is known. Its URI holds a password, and is never repeated. */
async function findMailbox({ await: seconds = 0, imap }: SendTestOptions) {
  if (!isDuration(seconds, 0))
    throw new RangeError(`await is no number of seconds from 0 to ${LONGEST_SECONDS}`);
  if (seconds === 0) return undefined;
  const { parseImapUri } = await import('./imap/imap-uri.js');
  const { awaitingIn } = await import('./smtp/awaiting.js');
  const uri = parseImapUri(imap ?? '');
  if (!uri) throw new TypeError('imap is no imaps://user:password@host/');
  return awaitingIn(uri, seconds * 1000);
}

/** What `explain` takes. Everything may be left out. */
export interface ExplainOptions {
  /** Language of the texts. Default: `en`. */
  lang?: Language;
  /** Ends the reading: the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Names the causes behind an error message or a log. Opens no connection, prints nothing.
 *
 * @param source a text, or the pieces of one, such as a stream
 * @returns the same document as `tailchat smtp explain --json`
 * @throws the signal's reason, when it is aborted; RangeError for an impossible option; whatever
 *   reading the source throws
 */
export async function explain(source: Source, options: ExplainOptions = {}): Promise<Explanation> {
  const { lang = 'en', signal = new AbortController().signal } = options;
  refuseLanguage(lang);
  signal.throwIfAborted();
  const texts = await loadTexts(lang);
  const [{ explainSource }, { describeExplanation }] = await Promise.all([
    import('./explain/explain.js'),
    import('./words/describe-explanation.js'),
  ]);
  const found = await explainSource(source, { isError: typeof source === 'string', signal });
  return describeExplanation(found, texts);
}

/** What `checkDomain` takes. Everything may be left out. */
export interface CheckDomainOptions
  extends Pick<
    VerifyOptions,
    'uri' | 'sender' | 'env' | 'envFiles' | 'envFormat' | 'cwd' | 'showSecrets' | 'lang' | 'signal'
  > {
  /** The domain, or an address in it. Default: that of `SMTP_SENDER`. */
  domain?: string;
  /** DKIM selectors to look at. */
  selectors?: readonly string[];
  /** A recipient whose domain is looked at as well. */
  recipient?: string;
  /** The address that mail leaves from, where the server is the user's own. */
  ip?: string;
  /** DNS servers in place of the system's: `address` or `address:port`. */
  dnsServers?: readonly string[];
  /** Ask block lists, which are third parties. Default: false. */
  blocklists?: boolean;
  /** Say what the settings alone tell, touch no network. Default: false. */
  offline?: boolean;
  /** Bound on the whole check, in seconds. Default: 5. */
  timeout?: number;
}

/**
 * What DNS says about mail from a domain. Sends nothing, prints nothing, and asks nobody but the resolver.
 *
 * @returns the same document as `tailchat smtp domain --json`
 * @throws the signal's reason, when it is aborted; RangeError for an impossible option
 */
export async function checkDomain(options: CheckDomainOptions = {}): Promise<DomainReport> {
  const { lang = 'en', timeout = 5, env = {}, envFiles = [], envFormat, cwd = '.' } = options;
  const { signal = new AbortController().signal, domain: name } = options;
  signal.throwIfAborted();
  refuseTimeout(timeout);
  refuseLanguage(lang);
  const [{ runDomainCheck }, { domainOf }, texts] = await Promise.all([
    import('./domain/run-domain-check.js'),
    import('./domain/domain-of.js'),
    loadDomainTexts(lang),
  ]);
  if (name !== undefined && domainOf(name) === undefined)
    throw new RangeError('domain is no name of one');
  const given = { ...givenValue('uri', options.uri), ...givenValue('sender', options.sender) };
  const values = { ...given, recipients: [], env, envFiles, envFormat, cwd, signal };
  return await runDomainCheck({
    ...{ name, signal, texts, language: lang, recipient: options.recipient, ip: options.ip },
    values: await findValues(values),
    selectors: options.selectors ?? [],
    dnsServers: options.dnsServers,
    asksBlocklists: options.blocklists ?? false,
    isOffline: options.offline ?? false,
    timeoutMs: timeout * 1000,
    showSecrets: options.showSecrets ?? false,
  });
}

/** Loaded where something failed, and not before. */
const findCure: FindCure = async (request) =>
  (await import('./search/find-cure.js')).findCure(request);

const lookEarly: LookEarly = async (request) =>
  (await import('./search/look-early.js')).lookEarly(request);

async function run(
  command: CheckCommand,
  options: VerifyOptions,
  own: Partial<RunOptions>,
  recipients: readonly string[] = [],
): Promise<Report> {
  const { env = {}, envFiles = [], envFormat, cwd = '.' } = options;
  const { timeout = 30, wait = 0, lang = 'en' } = options;
  const signal = options.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  if (envFormat && !ENV_FORMATS.includes(envFormat))
    throw new RangeError(`envFormat is none of ${ENV_FORMATS.join(', ')}`);
  refuseBadOptions(timeout, wait, lang, own.message?.subject);
  const timeoutMs = timeout * 1000;
  const given = { ...givenValue('uri', options.uri), ...givenValue('sender', options.sender) };
  const texts = await loadTexts(lang);
  const found = await runCheck({
    command,
    values: await findValues({ ...given, recipients, env, envFiles, envFormat, cwd, signal }),
    timeoutMs,
    waitMs: wait * 1000,
    isCommandLine: false,
    isStrict: options.strict ?? false,
    isOffline: false,
    mayLookFurther: options.suggest ?? true,
    controlHost: options.controlHost,
    showSecrets: options.showSecrets ?? false,
    mailWords: texts.interface.mail,
    findCure,
    lookEarly,
    machine: hostname(),
    signal,
    listener: options.onEvent ? hearInWords(options.onEvent, texts) : () => {},
    ...own,
  });
  return describeReport(found, texts);
}

/** No option's value is repeated: it may be a setting in the wrong place. */
function refuseLanguage(lang: string): void {
  if (!isLanguage(lang)) throw new RangeError(`lang is none of ${LANGUAGES.join(', ')}`);
}

function refuseTimeout(timeout: number): void {
  if (isDuration(timeout, SHORTEST_TIMEOUT)) return;
  const range = `from ${SHORTEST_TIMEOUT} to ${LONGEST_SECONDS}`;
  throw new RangeError(`timeout is no number of seconds ${range}`);
}

/** What the command line refuses before a check begins. */
function refuseBadOptions(timeout: number, wait: number, lang: string, subject?: string): void {
  refuseTimeout(timeout);
  if (!isDuration(wait, 0))
    throw new RangeError(`wait is no number of seconds from 0 to ${LONGEST_SECONDS}`);
  refuseLanguage(lang);
  if (subject !== undefined && hasControls(subject)) {
    throw new TypeError('subject holds a control character');
  }
}

function givenValue<K extends string>(
  key: K,
  value: string | undefined,
): { [P in K]?: FoundValue } {
  const given =
    value === undefined ? {} : { [key]: { value: new Secret(value), source: { kind: 'flag' } } };
  return given as { [P in K]?: FoundValue };
}
