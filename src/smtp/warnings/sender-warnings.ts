import { providerFacts } from '../../diagnosis/provider-facts.js';
import type { Texts } from '../../language/texts.js';
import type { Provider } from '../../providers/provider.js';
import type { Warning } from '../../report/report.js';
import { stripToLine } from '../../safety/control-characters.js';
import type { Mailbox } from '../../settings/addresses/mail-address.js';
import { repairSender } from '../../settings/addresses/repair-sender.js';
import type { FoundValue } from '../../settings/found-values.js';
import { placeOf, type Settings } from '../../settings/settings.js';
import { shownLine } from '../../settings/shown-settings.js';

/** What a display name never holds on purpose: backslashes, brackets, half a quote, a note. */
const ODD_NAME = /[\\＜＞<>“”[\]]|^#|^["']|["']$/u;
/** The address of Tailchat's documentation. */
const EXAMPLE = /^xxx@example\.com$/i;

/** What the sender has in it that was hardly meant so, and where it is not the one who logs in. */
export function warnOfSender(
  found: FoundValue,
  { uri, sender }: Settings,
  provider: Provider | undefined,
  texts: Texts,
): Warning[] {
  if (!sender) return [];
  return [...warnOfForm(found, sender, texts), ...warnOfMismatch(sender, uri, provider, texts)];
}

function warnOfForm(
  { value, source, reader }: FoundValue,
  sender: Mailbox,
  { warnings }: Texts,
): Warning[] {
  const isOdd = ODD_NAME.test(sender.name) || EXAMPLE.test(sender.address);
  if (!isOdd) return [];
  const repaired = ODD_NAME.test(sender.name) ? repairSender(value) : undefined;
  const options = { showSecrets: false, reader };
  const line = repaired && shownLine('SMTP_SENDER', repaired, options);
  const isExample = EXAMPLE.test(sender.address);
  // What already stands there is no advice.
  if (!isExample && line?.line === shownLine('SMTP_SENDER', value, options)?.line) return [];
  const lineFacts = line ? { envLine: line.line, holders: line.holders } : {};
  const mailbox = { name: stripToLine(sender.name), address: stripToLine(sender.address) };
  const message = warnings['sender-unlikely']({ mailbox, ...lineFacts, ...placeOf(source) });
  return [{ code: 'sender-unlikely', message }];
}

/** Only where the provider is known to take no other sender, and the user is an address itself. */
function warnOfMismatch(
  { address }: Mailbox,
  { host, user }: Settings['uri'],
  provider: Provider | undefined,
  { interface: { language }, warnings }: Texts,
): Warning[] {
  const isBound = provider?.sender === 'login' && user?.includes('@');
  if (!isBound || !user || plain(address) === plain(user)) return [];
  const facts = { host, user: stripToLine(user), provider: providerFacts(provider, language) };
  return [{ code: 'sender-mismatch-likely', message: warnings['sender-mismatch-likely'](facts) }];
}

/** Without what makes no other mailbox of it: capitals, and a tag behind a plus sign. */
function plain(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@)/, '');
}
