import type { FoundWarning } from '../../diagnosis/found-warning.js';
import { domainOf } from '../../domain-of.js';
import type { Provider } from '../../providers/provider.js';
import type { SenderDifference } from '../../report/server-difference.js';
import { madeOf } from '../../safety/secret.js';
import { isNearby } from '../../settings/addresses/is-nearby.js';
import { isPlainSender } from '../../settings/addresses/is-plain-sender.js';
import type { Mailbox } from '../../settings/addresses/mailbox.js';
import { repairSender } from '../../settings/addresses/repair-sender.js';
import {
  hasStrayBracket,
  isUnclosed,
  senderDifferenceOf,
} from '../../settings/addresses/sender-difference.js';
import type { FoundValue } from '../../settings/found-values.js';
import { fileAndLine, type Settings } from '../../settings/settings.js';
import { belowOf, holdsWithheld, shownLine, shownMailbox } from '../../settings/shown-settings.js';
import { shownUser } from '../../settings/uri/mask-uri.js';

/** What a display name never holds on purpose: backslashes, brackets, half a quote, a note. */
const ODD_NAME = /[\\＜＞<>“”[\]]|^#|^["']|["']$/u;
/** The address of Tailchat's documentation. */
const EXAMPLE = /^xxx@example\.com$/i;

/** What the sender has in it that was hardly meant so, and where it is not the one who logs in. */
export function warnOfSender(
  found: FoundValue,
  { uri, sender }: Settings,
  provider: Provider | undefined,
): FoundWarning[] {
  if (!sender) return [];
  return [
    ...warnOfPassword(found, sender),
    ...warnOfReading(found, sender),
    ...warnOfForm(found, sender),
    ...warnOfDomain(found, sender, uri.host),
    ...warnOfMismatch(sender, uri, provider),
  ];
}

/** Everybody who gets a mail reads the sender, and here it is masked: the person should know why. */
function warnOfPassword({ value, source }: FoundValue, sender: Mailbox): FoundWarning[] {
  if (!holdsWithheld(value)) return [];
  const mailbox = shownMailbox(value, sender);
  const nothing = { envLine: undefined, holders: undefined };
  return [
    { code: 'sender-unlikely', mailbox, ...nothing, holdsPassword: true, ...fileAndLine(source) },
  ];
}

/** Where the server's old nodemailer reads it in a way of its own. */
function warnOfReading(
  { value, source, reader, spot }: FoundValue,
  sender: Mailbox,
): FoundWarning[] {
  const senderDifference = senderDifferenceOf(value);
  if (!senderDifference) return [];
  const repaired = hasOneRepair(senderDifference) ? repairSender(value) : undefined;
  const line =
    repaired &&
    shownLine('SMTP_SENDER', madeOf(value, repaired), { showSecrets: false, reader, spot });
  const mailbox = shownMailbox(value, sender);
  const where = { envPlace: line?.place, below: belowOf(spot), ...fileAndLine(source) };
  const facts = { senderDifference, mailbox, envLine: line?.line, ...where };
  return [{ code: 'sender-read-otherwise', ...facts }];
}

/** Whether it is clear what was meant: which part of a word was the address, and which domain, is not. */
function hasOneRepair(difference: SenderDifference): boolean {
  return difference === 'group' || difference === 'cut';
}

function warnOfForm({ value, source, reader, spot }: FoundValue, sender: Mailbox): FoundWarning[] {
  const isTorn =
    ODD_NAME.test(sender.name) || hasStrayBracket(value) || sender.address.startsWith('=');
  const isOdd = isTorn || EXAMPLE.test(sender.address) || !isPlainSender(value);
  if (!isOdd || holdsWithheld(value)) return [];
  const repaired = isTorn ? repairSender(value) : undefined;
  const options = { showSecrets: false, reader, spot };
  const line = repaired && shownLine('SMTP_SENDER', madeOf(value, repaired), options);
  const isExample = EXAMPLE.test(sender.address);
  // What already stands there is no advice.
  const isPresent = line && line.line === shownLine('SMTP_SENDER', value, options)?.line;
  if (isPresent && !isExample) return [];
  const place = { envPlace: line?.place, below: belowOf(spot) };
  const advice = { envLine: line?.line, holders: line?.holders, ...place };
  const mailbox = shownMailbox(value, sender);
  const form = isUnclosed(value) ? { isUnclosed: true } : {};
  return [{ code: 'sender-unlikely', mailbox, ...advice, ...form, ...fileAndLine(source) }];
}

/** A domain that nobody outside knows, such as localhost: only a server nearby may take mail from it. */
function warnOfDomain(
  { value, source }: FoundValue,
  sender: Mailbox,
  host: string,
): FoundWarning[] {
  const domain = domainOf(sender.address).replace(/^\[(?:IPv6:)?|\]$/gi, '');
  if (
    isNearby(host) ||
    !isPlainSender(value) ||
    !(isNearby(domain) || /\.localdomain$/i.test(domain))
  )
    return [];
  const mailbox = shownMailbox(value, sender);
  const advice = { isLocal: true, envLine: undefined, holders: undefined };
  return [{ code: 'sender-unlikely', mailbox, ...advice, ...fileAndLine(source) }];
}

/** Only where the provider is known to take no other sender, and the user is an address itself. */
function warnOfMismatch(
  { address }: Mailbox,
  { user, password }: Settings['uri'],
  provider: Provider | undefined,
): FoundWarning[] {
  const isBound = provider?.sender === 'login' && user?.includes('@');
  if (!isBound || !user || plain(address) === plain(user)) return [];
  return [{ code: 'sender-mismatch-likely', user: shownUser(user, password ?? ''), provider }];
}

/** The address without capitals and without a tag behind a plus sign, which make no other mailbox of it. */
function plain(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@)/, '');
}
