import type { Cause } from '../../report/causes.js';

/**
 * What a status says of a message that was on its way (RFC 3463 section 3, RFC 7505, and the three digits that Exchange
 * Online counts further with), whatever step it belongs to: subject and detail, without the class.
 */
const STATUS: Partial<Record<string, Cause>> = {
  '1.1': 'recipient-unknown',
  '1.2': 'recipient-unknown',
  '1.3': 'recipient-syntax',
  '1.4': 'recipient-unknown',
  '1.6': 'recipient-unknown',
  '1.10': 'recipient-unknown',
  '2.1': 'recipient-rejected',
  '2.4': 'server-error',
  '3.0': 'server-error',
  '3.1': 'server-error',
  '3.2': 'server-error',
  '3.3': 'server-error',
  '3.5': 'server-error',
  '4.1': 'connection-timeout',
  '4.2': 'connection-closed',
  '4.3': 'dns-unavailable',
  '4.4': 'recipient-unknown',
  '4.6': 'mail-loop',
  '4.14': 'mail-loop',
  '4.300': 'delivery-expired',
  '4.310': 'recipient-unknown',
  '4.312': 'dns-unavailable',
  '4.316': 'connection-timeout',
  '4.317': 'tls-failed',
  '4.318': 'connection-closed',
  '4.320': 'server-busy',
  '5.1': 'protocol-error',
  '5.2': 'protocol-error',
  '5.4': 'protocol-error',
  '7.2': 'recipient-rejected',
  '7.11': 'starttls-required',
  '7.17': 'recipient-rejected',
  '7.18': 'recipient-rejected',
};

/** Causes of temporary statuses: a way that is not known may only be unknown for now. */
const FOR_NOW: Partial<Record<string, Cause>> = {
  '1.2': 'dns-unavailable',
  '2.1': 'server-error',
  '4.4': 'dns-unavailable',
};

/** The cause that a status supports by itself, if it supports one. */
export function causeOfStatus(enhanced: string | null): Cause | undefined {
  const detail = enhanced?.slice(2) ?? '';
  return (enhanced?.startsWith('4') ? FOR_NOW[detail] : undefined) ?? STATUS[detail];
}

/** Exchange Online's codes for a mail that did not find its way (5.4.300 to 5.4.399): none of them judges the mail. */
const OF_ROUTE = /^5\.4\.3\d\d$/;

/** The cause of such a code, whatever words stand behind it: those of the next server may be among them. */
export function causeOfRoute(enhanced: string | null, words: string): Cause | undefined {
  if (!OF_ROUTE.test(enhanced ?? '')) return undefined;
  return /\bexpired\b/i.test(words) ? 'delivery-expired' : causeOfStatus(enhanced);
}
