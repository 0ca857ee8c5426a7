import { domainOf } from '../../domain-of.js';
import type { SenderDifference } from '../../report/server-difference.js';
import { type Raw, reveal } from '../../safety/secret.js';
import { readServerAddresses, readsAsGroup } from './server-addresses.js';

/**
 * The difference between what a usable sender seems to mean and how Tailchat's server takes it.
 *
 * @param raw the variable's value, unchanged
 */
export function senderDifferenceOf(raw: Raw): SenderDifference | undefined {
  const value = reveal(raw);
  if (readsAsGroup(value)) return 'group';
  const entries = readServerAddresses(value);
  if (entries.some(({ address }) => address === '')) return 'cut';
  if (entries.some(({ address }) => isParted(value, address))) return 'parted';
  return entries.some(({ address }) => isWide(address)) ? 'wide-domain' : undefined;
}

/** Whether a quotation mark that is never closed stands before the address, directly behind another character. */
function isParted(value: string, address: string): boolean {
  const before = value.slice(0, Math.max(value.lastIndexOf(address), 0));
  const quotes = before.replace(/\\./g, '').split('"').length - 1;
  return quotes % 2 === 1 && /[^\s"\\]"$/.test(before);
}

/**
 * Whether 6.7.8 and later versions encode a domain differently. 6.7.8 encodes it as it is written (RFC 3492); others first
 * replace full-width characters (UTS 46).
 */
function isWide(address: string): boolean {
  const domain = domainOf(address).toLowerCase();
  return domain.normalize('NFKC').toLowerCase() !== domain;
}

/** Whether a value has an angle bracket without its counterpart. */
export function hasStrayBracket(raw: Raw): boolean {
  const value = reveal(raw);
  return value.split('<').length !== value.split('>').length;
}

/** Whether the bracket before the address is never closed. The server takes the address all the same. */
export function isUnclosed(raw: Raw): boolean {
  return /<[^<>]*$/.test(reveal(raw));
}
