import { domainToASCII } from 'node:url';
import { domainOf } from '../../domain-of.js';
import type { SettingProblem } from '../../report/setting-problem.js';
import { hasControls } from '../../safety/control-characters.js';
import { type Raw, reveal } from '../../safety/secret.js';
import { behindName } from './behind-name.js';
import { hasWideAt } from './has-wide-at.js';
import { looksLikeUri } from './looks-like-uri.js';
import type { Mailbox } from './mailbox.js';
import { readServerAddresses } from './server-addresses.js';

/** The outcome of reading `SMTP_SENDER`. */
export type SenderResult =
  | { ok: true; mailbox: Mailbox }
  | { ok: false; detail: SettingProblem; mailbox?: Mailbox };

// RFC 5321 sections 4.1.2 and 4.5.3.1: dot-string or quoted-string, at most 64 octets, then a domain.
const ADDRESS =
  /^(?:"(?:[^"\\]|\\.)+"|[^\s"(),:;<>@[\\\]]+)@([^\s"'`(),:;<>@[\\\]/?=&#%+!$*|{}^~]+|\[[\w.:]+\])$/;
const OF_SLASHES = /\/\/|／／|%(?:3a|2f)/i;
// A name, a colon and a space before the addresses, as RFC 5322 section 3.4 writes a group.
const GROUP = /^[^:：@]{1,300}:(?:\s|;?$)/;
const LONGEST_ADDRESS = 254;
// Full-width and typographic forms of < > @ and quotes, from Chinese keyboards and word processors. No address has them on
// purpose.
const LOOKALIKE = /[＜＞＠“”‘’〈〉《》：／]/u;

/**
 * Reads `SMTP_SENDER` (`a@x.org`, `"Name" a@x.org` or `Name <a@x.org>`) as Tailchat's server does. The server
 * drops entries without an address. Of several addresses it would send from the first, which nobody can mean.
 *
 * @param raw the variable's value, unchanged
 */
export function parseSender(raw: Raw): SenderResult {
  // A tab counts as a space. A line break at an end counts as one too, since no header ever contains it.
  const value = reveal(raw)
    .replace(/^[\r\n]+|(?<![\r\n])[\r\n]+$/g, ' ')
    .replaceAll('\t', ' ');
  if (hasControls(value)) return { ok: false, detail: 'control-character' };
  if (behindName(value) !== undefined) return { ok: false, detail: 'named-sender' };
  // The URI in the wrong variable: the server would take its password for a mailbox.
  if (looksLikeUri(value)) return { ok: false, detail: problemOfForm(value) };
  const entries = readServerAddresses(value)
    .map(({ address, name }) => ({ address: withoutBrackets(address), name }))
    .filter(({ address }) => address !== '');
  const [mailbox] = entries;
  if (!mailbox) return { ok: false, detail: hasWideAt(value) ? 'wide-at' : 'no-address' };
  if (entries.length > 1) return { ok: false, detail: 'several-addresses' };
  // Half a quote, or a domain without a dot: the server takes for an address what was meant for something else.
  const isTorn = (value.split('"').length & 1) === 0 && !/@[^@]*\./.test(mailbox.address);
  if (isTorn || !isAddress(mailbox.address)) {
    return { ok: false, detail: hasWideAt(value) ? 'wide-at' : 'bad-address', mailbox };
  }
  return { ok: true, mailbox };
}

/** What a value is that may be a URI. Only of slashes, or of a colon without a space behind it, is one to be spoken of. */
function problemOfForm(value: string): SettingProblem {
  if (OF_SLASHES.test(value)) return 'uri-as-sender';
  if (GROUP.test(value)) {
    const isEmpty = readServerAddresses(value).every(({ address }) => address === '');
    return isEmpty ? 'no-address' : 'group-as-sender';
  }
  // An address in the place of the name.
  if (/^[^:：]{0,300}@[^:：@]{1,255}:\s*$/.test(value)) return 'group-as-sender';
  const isEncoded = !value.includes(':') && /%40/.test(value);
  return isEncoded ? 'encoded-at' : 'uri-as-sender';
}

/** A stray bracket at an end of an address. The server drops it in the envelope. */
function withoutBrackets(address: string): string {
  return address.replace(/^[\s<>]+|(?<![\s<>])[\s<>]+$/g, '');
}

/** The outcome of reading the values of `--to`. */
export type RecipientsResult =
  | { ok: true; addresses: string[] }
  | { ok: false; detail: SettingProblem; bad: string; index: number };

/**
 * Reads the recipients: each value may be a list with commas. An address that is given twice counts once.
 *
 * @param values the values of `--to`, unchanged
 */
export function parseRecipients(values: readonly string[]): RecipientsResult {
  const addresses = new Set<string>();
  for (const [index, value] of values.entries()) {
    if (hasControls(value)) return { ok: false, detail: 'control-character', bad: value, index };
    const list = looksLikeUri(value) ? [] : readServerAddresses(value);
    if (list.length === 0) return { ok: false, detail: 'no-address', bad: value, index };
    for (const { address, name } of list) {
      // A recipient that is neither in angle brackets nor behind a comma becomes a part of the name.
      const isStray = name !== '' && (!value.includes('<') || name.includes('@'));
      const isUsable = isAddress(address) && !isStray;
      if (!isUsable)
        return { ok: false, detail: address ? 'bad-address' : 'no-address', bad: value, index };
      addresses.add(address);
    }
  }
  return { ok: true, addresses: [...addresses] };
}

function isAddress(address: string): boolean {
  const domain = domainOf(address);
  const isDomain = domain.startsWith('[') || domain.split('.').every((label) => label !== '');
  const isPlain = isDomain && address.length <= LONGEST_ADDRESS && !LOOKALIKE.test(address);
  return isPlain && ADDRESS.test(address);
}

/**
 * An address as nodemailer 6.7.8 names it to a server and in a header: the domain in small letters and in its ASCII form (RFC
 * 5890), the rest as it is. Only around a space it puts quotation marks: later versions do so around anything that RFC 5321
 * section 4.1.2 allows in no other way, such as two dots in a row.
 */
export function toEnvelopeAddress(address: string): string {
  const clean = address.replace(/[<>]+/g, ' ').trim();
  const at = clean.lastIndexOf('@');
  if (at < 0) return clean;
  const domain = clean.slice(at + 1).toLowerCase();
  return `${quoted(clean.slice(0, at))}@${domainToASCII(domain) || domain}`;
}

function quoted(mailbox: string): string {
  if (!mailbox.includes(' ')) return mailbox;
  const start = mailbox.startsWith('"') ? '' : '"';
  return `${start}${mailbox}${mailbox.endsWith('"') ? '' : '"'}`;
}
