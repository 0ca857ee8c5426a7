import { domainOf } from '../../domain-of.js';
import type { SenderDifference } from '../../report/server-difference.js';
import { type Raw, reveal } from '../../safety/secret.js';
import { readServerAddresses, readsAsGroup } from './server-addresses.js';

/**
 * How Tailchat's server takes a sender that can be used otherwise than it seems to be meant.
 *
 * @param raw the variable's value, unchanged
 */
export function senderDifferenceOf(raw: Raw): SenderDifference | undefined {
  const value = reveal(raw);
  if (readsAsGroup(value)) return 'group';
  const entries = readServerAddresses(value);
  if (entries.some(({ address }) => address === '')) return 'cut';
  return entries.some(({ address }) => isWide(address)) ? 'wide-domain' : undefined;
}

/** 6.7.8 encodes a domain as it is written (RFC 3492); others make its characters narrow before (UTS 46). */
function isWide(address: string): boolean {
  const domain = domainOf(address).toLowerCase();
  return domain.normalize('NFKC').toLowerCase() !== domain;
}

/** Whether an angle bracket stands in it that another one does not match. */
export function hasStrayBracket(raw: Raw): boolean {
  const value = reveal(raw);
  return value.split('<').length !== value.split('>').length;
}
