import { providerIdOfHost } from '../providers/known-hosts.js';
import type { AbsentValue } from '../report/absent-value.js';
import type { Facts } from '../report/facts.js';
import type { Failing } from '../report/failing.js';
import type { ReportSettings, ValueSource } from '../report/report.js';
import type { MissingValue } from '../report/setting-problem.js';
import { stripToLine } from '../safety/control-characters.js';
import { madeOf } from '../safety/secret.js';
import { isPlainSender } from './addresses/is-plain-sender.js';
import { parseRecipients, parseSender } from './addresses/mail-address.js';
import type { Mailbox } from './addresses/mailbox.js';
import { repairSender } from './addresses/repair-sender.js';
import { cutAt, type FoundValue, type FoundValues, unsetIn } from './found-values.js';
import type { ServerTrust } from './server-trust.js';
import { shownLine, shownMailbox, shownSetting, shownUri } from './shown-settings.js';
import { shownUser } from './uri/mask-uri.js';
import { shownHost } from './uri/shown-host.js';
import type { SmtpUri } from './uri/smtp-uri.js';
import { misspeltVariable } from './variables.js';

/** Settings that a check can work with. */
export interface Settings {
  uri: SmtpUri;
  /** The sender as Tailchat's server reads it from `SMTP_SENDER`; absent where it is not known. */
  sender?: Mailbox;
  /** Nothing of it may be told: it is no plain address, and may be a password. */
  isSenderSecret?: true;
  recipients: string[];
  /** Why a sender that stands somewhere does not reach the server. */
  absentSender?: AbsentValue;
  /** The settings are for a container with a network and a name of its own. */
  isForContainer?: boolean;
  trust?: ServerTrust;
  spots?: Facts['spots'];
}

/** The result of reading the values: settings, or what is wrong with them. */
export type SettingsResult = { ok: true; settings: Settings } | { ok: false; failing: Failing };

/**
 * Makes settings from the values that were found, or names the first thing that is wrong with them. All missing values are named
 * at once.
 *
 * @param needed the values that the run needs
 */
export function readSettings(values: FoundValues, needed: readonly MissingValue[]): SettingsResult {
  if (values.problem) return { ok: false, failing: values.problem };
  const missing = findMissing(values, needed);
  if (!values.uri || missing.length > 0)
    return { ok: false, failing: nameMissing(values, missing) };
  const { source, read, heldIn, value, spot } = values.uri;
  const spots = { spots: { uri: spot, sender: values.sender?.spot } };
  if (!read.ok) {
    const { cause, detail, about } = read;
    const said = { detail, ...(about ? { about } : {}), valueLength: value.length };
    const held = { ...(heldIn ? { heldIn } : {}), ...spots };
    const lost = { ...unsetIn(values), ...cutAt(values) };
    return failing(cause, { ...fileAndLine(source), ...said, ...held, ...lost });
  }
  const { uri } = read;
  const { port, user, password = '' } = uri;
  const facts = { host: shownHost(uri), port, user: user && shownUser(user, password) };
  const { trust = {}, sender } = values;
  // The URI's own options win.
  const tls = trust.off ? { rejectUnauthorized: false, ...uri.tls } : uri.tls;
  // What comes through the environment may have lost its signs to a shell.
  const isPasswordPlain = uri.isPasswordPlain === true && source.kind === 'file';
  const settings: Settings = { uri: { ...uri, tls, isPasswordPlain }, recipients: [], ...spots };
  if (values.trust) settings.trust = values.trust;
  if (values.uri.isForContainer) settings.isForContainer = true;
  const { SMTP_SENDER: absentSender } = values.absent ?? {};
  if (absentSender && !sender) settings.absentSender = absentSender;
  if (sender) {
    const parsed = parseSender(sender.value);
    if (!parsed.ok) {
      const { detail } = parsed;
      return failing('sender-invalid', { ...facts, detail, ...spots, ...badSender(sender) });
    }
    settings.sender = parsed.mailbox;
    if (!isPlainSender(sender.value)) settings.isSenderSecret = true;
  }
  const recipients = parseRecipients(values.recipients);
  if (!recipients.ok) {
    const { index, bad, detail } = recipients;
    const which = { valueNumber: index + 1, valueLength: [...bad].length };
    return failing('recipient-syntax', { ...facts, ...which, detail });
  }
  settings.recipients = recipients.addresses;
  return { ok: true, settings };
}

function failing(cause: Failing['cause'], facts: Failing['facts']): SettingsResult {
  return { ok: false, failing: { cause, facts } };
}

/** Where a sender that cannot be read stands, and the line that was meant, as far as that can be guessed. */
function badSender({ value, source, heldIn, reader, spot }: FoundValue): Failing['facts'] {
  const repaired = repairSender(value);
  const how = { showSecrets: false, reader, spot, isGuess: true };
  const line = repaired && shownLine('SMTP_SENDER', madeOf(value, repaired), how);
  return {
    ...fileAndLine(source),
    ...(heldIn ? { heldIn } : {}),
    valueLength: value.length,
    ...(line && { envLine: line.line, holders: line.holders }),
    ...(line && { envPlace: line.place, below: line.below }),
  };
}

/** The needed values that were found nowhere. */
export function findMissing(
  { uri, sender, recipients }: FoundValues,
  needed: readonly MissingValue[],
): MissingValue[] {
  const isThere = {
    uri: uri !== undefined,
    sender: sender !== undefined,
    recipient: recipients.length > 0,
  };
  return needed.filter((value) => !isThere[value]);
}

const MISSING_CAUSE = {
  uri: 'uri-missing',
  sender: 'sender-missing',
  recipient: 'recipient-missing',
} as const;

function nameMissing(values: FoundValues, missing: MissingValue[]): Failing {
  const first = missing[0] ?? 'uri';
  const empty = { uri: values.emptyUri, sender: values.emptySender, recipient: undefined }[first];
  const place = empty ? fileAndLine(empty) : {};
  const variable = { uri: 'SMTP_URI', sender: 'SMTP_SENDER', recipient: undefined } as const;
  const name = variable[first];
  const absent = name && values.absent?.[name];
  const renamed = misspelt(first, values);
  const names = first === 'uri' ? (values.foreign?.names ?? []) : [];
  // A nearly right name is to be renamed, and nothing new to be made.
  const isNear = renamed.misspelt && misspeltVariable(renamed.misspelt.name) !== undefined;
  const isForeign =
    !absent && !isNear && (names.length > 1 || (names.length === 1 && !renamed.misspelt));
  const foreign = isForeign ? { foreignNames: names } : {};
  const { misspelt: misspeltSender } =
    first === 'uri' && !values.sender ? misspelt('sender', values) : {};
  const known = {
    ...renamed,
    ...(misspeltSender ? { misspeltSender } : {}),
    ...(absent ? { absent } : {}),
    ...foreign,
  };
  const homes = values.homes && {
    homes: { uri: values.homes.SMTP_URI, sender: values.homes.SMTP_SENDER },
  };
  const searched = first === 'uri' && !empty ? searchedFor(values) : {};
  const without =
    values.withoutTailchat === undefined ? {} : { withoutTailchat: values.withoutTailchat };
  const sender = first === 'uri' && !values.sender ? values.absent?.SMTP_SENDER : undefined;
  const other = sender ? { absentSender: sender } : {};
  const likely = first === 'uri' && values.likelyFile ? { likelyFile: values.likelyFile } : {};
  const asFile = first === 'uri' && values.asFile ? { asFile: values.asFile } : {};
  const login = first === 'sender' ? besideSender(values) : {};
  const others = { ...login, ...searched, ...without, ...other, ...likely, ...asFile };
  const facts = { missing: withSender(missing, values), ...place, ...known, ...homes, ...others };
  return { cause: MISSING_CAUSE[first], facts };
}

/** What the URI says for a sender that is missing: its login, where that plainly is an address, and its file. */
function besideSender({ uri }: FoundValues): Pick<Facts, 'user' | 'fileOfUri'> {
  if (!uri?.read.ok) return {};
  const { user = '', password = '' } = uri.read.uri;
  const shown = shownUser(user, password);
  const { file } = fileAndLine(uri.source);
  return {
    ...(shown === user && isPlainSender(user) ? { user } : {}),
    ...(file === undefined ? {} : { fileOfUri: file }),
  };
}

/** What is missing, and the sender: a check can do without it, but Tailchat cannot. */
function withSender(missing: MissingValue[], { sender, absent }: FoundValues): MissingValue[] {
  const isOpen = sender === undefined && !absent?.SMTP_SENDER && missing.includes('uri');
  if (!isOpen || missing.includes('sender')) return missing;
  return missing.flatMap((value) => (value === 'uri' ? ['uri', 'sender'] : [value]));
}

/** Where a value was looked for in vain. What a compose file or a manifest lacks is told by itself. */
export function searchedFor({
  searchedFolder,
  canBeAsked = false,
  envFiles = [],
  dotEnvFiles,
  isFromManifest,
}: FoundValues): Pick<Facts, 'searchedFolder' | 'canBeAsked' | 'searchedFiles'> {
  if (searchedFolder !== undefined)
    return { searchedFolder: stripToLine(searchedFolder), canBeAsked };
  if (dotEnvFiles || isFromManifest || envFiles.length === 0) return {};
  return { searchedFiles: envFiles.map(({ file }) => stripToLine(file)) };
}

/** The name that was likely meant to be the missing variable. */
function misspelt(missing: MissingValue, { remarks }: FoundValues): Pick<Facts, 'misspelt'> {
  const variable = { uri: 'SMTP_URI', sender: 'SMTP_SENDER', recipient: undefined }[missing];
  for (const remark of remarks) {
    const isIt = remark.kind === 'misspelt-variable' && remark.meant === variable;
    if (isIt) return { misspelt: { ...remark, name: stripToLine(remark.name) } };
  }
  return {};
}

/** The env file and line of a value, where it came from one. */
export function fileAndLine(source: ValueSource): { file?: string; line?: number } {
  if (source.file === undefined) return {};
  return { file: stripToLine(source.file), ...(source.line ? { line: source.line } : {}) };
}

/**
 * The settings as the report shows them: also where they are wrong, as far as they can be read.
 *
 * @param showSecrets show the URI with its password
 */
export function describeSettings(values: FoundValues, showSecrets: boolean): ReportSettings {
  const sender = values.sender && parseSender(values.sender.value);
  const mailbox =
    values.sender && sender?.ok ? shownMailbox(values.sender.value, sender.mailbox) : undefined;
  const read = values.uri?.read.uri;
  return {
    uri: values.uri ? shownUri(values.uri, showSecrets) : null,
    uriSource: values.uri?.source ?? null,
    host: read && (showSecrets || !read.isHostDoubtful) ? read.host : null,
    port: read?.port ?? null,
    security: read?.security ?? null,
    user: read?.user === undefined ? null : shownUser(read.user, read.password ?? ''),
    sender: values.sender ? shownSetting('SMTP_SENDER', values.sender.value, showSecrets) : null,
    senderAddress: mailbox?.address ?? null,
    senderName: mailbox?.name ?? null,
    senderSource: values.sender?.source ?? null,
    provider: (read?.host && providerIdOfHost(read.host)) || null,
  };
}
