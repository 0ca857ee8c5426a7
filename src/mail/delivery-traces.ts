import { parseAuthenticationResults } from './authentication-results.js';
import type { HeaderFields } from './header-fields.js';
import { stationIn } from './hops.js';
import { loadOrganisations } from './organisations.js';

/** Fields that are written when a mail is put into a mailbox: by Postfix, qmail, Exim, Cyrus and others. */
const OF_DELIVERY: ReadonlySet<string> = new Set([
  ...['delivered-to', 'x-delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'],
  'received-spf',
]);
/** RFC 3848: sent by somebody who had logged in. */
const SUBMITTED = /\bwith (?:utf8)?e?smtps?a\b/i;
const INTO_MAILBOX = /\bwith (?:utf8)?lmtp|\bvia mailbox transport/i;

/**
 * Whether a mail bears traces of a receiver (RFC 5321 section 4.4). The copy that a mail program or the sending server files has
 * none, or only those of the sending server. False where that cannot be told.
 */
export async function hasDeliveryTraces(fields: HeaderFields): Promise<boolean> {
  const stations = fields.filter(({ name }) => name === 'received').map(({ value }) => value);
  const isFinal = fields.some(({ name }) => name === 'return-path');
  // Gmail writes Return-Path into its copies of submitted mails as well.
  if (isFinal && !(stations.length > 0 && stations.every((value) => SUBMITTED.test(value))))
    return true;
  if (stations.some((value) => INTO_MAILBOX.test(value))) return true;
  if (fields.some(({ name, value }) => OF_DELIVERY.has(name) || isJudgement(name, value)))
    return true;
  const { operatorOf } = await loadOrganisations();
  const operators = stations.flatMap((value) => operatorOf(stationIn(value) ?? '') ?? []);
  return new Set(operators).size > 1;
}

/** Whether a receiver has judged the mail. A server that only sends it may tell of the login, and of its own signature. */
function isJudgement(name: string, value: string): boolean {
  return (
    name === 'authentication-results' &&
    parseAuthenticationResults(value).results.some(({ method }) => /^(?:spf|dmarc)$/.test(method))
  );
}
