import type { Cause } from '../../report/causes.js';
import type { StepName } from '../../report/report.js';
import { causeOfReason } from './deliveries.js';
import type { KnownError } from './pattern.js';

/** Stalwart 0.13 (crates/trc) writes the name of an event, then its properties. */
const OF_STALWART = /\((delivery|smtp|auth|queue)\.([a-z-]{4,40})\)/;
const REASON = /\b(?:details|reason) = "([^"]{3,1500})"/;

/** Postfix (dns/dns_lookup.c): the name of the recipient's domain, or of the next server, and what DNS said of it. */
const OF_NAME = /Name service error for name=([\w.-]{1,253})(?: type=\w{1,9}: (.{1,60}))?/;

/** Its answers for a name that does not exist, or has no address. */
const IS_MISSING = /^Host (?:not found(?!, try)|found but)/;

/** The meaning of Stalwart's events (event/enums_impl.rs). */
const EVENTS: Record<string, readonly [StepName, Cause]> = {
  'auth.failed': ['auth', 'auth-failed'],
  'auth.credential-expired': ['auth', 'auth-failed'],
  'auth.token-expired': ['auth', 'auth-failed'],
  'auth.mfa-required': ['auth', 'app-password-required'],
  'auth.too-many-attempts': ['auth', 'auth-throttled'],
  'auth.error': ['auth', 'server-error'],
  'smtp.auth-mechanism-not-supported': ['auth', 'auth-mechanism-unsupported'],
  'smtp.auth-not-allowed': ['auth', 'auth-mechanism-unsupported'],
  'smtp.missing-auth-directory': ['auth', 'server-error'],
  'smtp.concurrency-limit-exceeded': ['greeting', 'server-busy'],
  'smtp.invalid-ehlo': ['ehlo', 'helo-rejected'],
  'smtp.start-tls-unavailable': ['starttls', 'starttls-unavailable'],
  'smtp.mail-from-unauthenticated': ['mail-from', 'auth-required'],
  'smtp.mail-from-unauthorized': ['mail-from', 'sender-mismatch'],
  'smtp.mail-from-not-allowed': ['mail-from', 'sender-rejected'],
  'smtp.invalid-sender-address': ['mail-from', 'sender-syntax'],
  'smtp.mailbox-does-not-exist': ['rcpt-to', 'recipient-unknown'],
  'smtp.relay-not-allowed': ['rcpt-to', 'relay-denied'],
  'smtp.rcpt-to-greylisted': ['rcpt-to', 'greylisted'],
  'smtp.invalid-recipient-address': ['rcpt-to', 'recipient-syntax'],
  'smtp.too-many-recipients': ['rcpt-to', 'rate-limited'],
  'smtp.too-many-messages': ['mail-from', 'rate-limited'],
  'smtp.rate-limit-exceeded': ['rcpt-to', 'rate-limited'],
  'smtp.transfer-limit-exceeded': ['data', 'rate-limited'],
  'smtp.time-limit-exceeded': ['data', 'timeout'],
  'smtp.message-too-large': ['data', 'message-too-large'],
  'smtp.loop-detected': ['data', 'mail-loop'],
  'queue.rate-limit-exceeded': ['rcpt-to', 'rate-limited'],
  'queue.quota-exceeded': ['rcpt-to', 'quota-exceeded'],
  'delivery.mx-lookup-failed': ['dns', 'dns-unavailable'],
  'delivery.ip-lookup-failed': ['dns', 'dns-unavailable'],
  'delivery.null-mx': ['rcpt-to', 'recipient-unknown'],
  'delivery.connect-error': ['connect', 'connection-timeout'],
  'delivery.missing-outbound-hostname': ['ehlo', 'server-error'],
  'delivery.greeting-failed': ['greeting', 'connection-closed'],
  'delivery.ehlo-rejected': ['ehlo', 'helo-rejected'],
  'delivery.auth-failed': ['auth', 'auth-failed'],
  'delivery.start-tls-unavailable': ['starttls', 'starttls-unavailable'],
  'delivery.start-tls-disabled': ['starttls', 'starttls-unavailable'],
  'delivery.start-tls-error': ['starttls', 'tls-failed'],
  'delivery.implicit-tls-error': ['tls', 'tls-failed'],
  'delivery.rate-limit-exceeded': ['rcpt-to', 'rate-limited'],
  'delivery.concurrency-limit-exceeded': ['connect', 'server-busy'],
};

/** The expressions of servers that name what happened. */
export const SERVER_EVENTS: readonly RegExp[] = [OF_STALWART, OF_NAME];

/** The meaning of an event. The event's own reason decides if it is known. */
export function findEvent(text: string): KnownError | undefined {
  const [, missed, answer = ''] = OF_NAME.exec(text) ?? [];
  if (missed !== undefined) return findMissed(text, missed, IS_MISSING.test(answer));
  const [, part, name] = OF_STALWART.exec(text) ?? [];
  const event = EVENTS[`${part}.${name}`];
  if (!event) return undefined;
  const [step, cause] = event;
  const reason = part === 'delivery' ? REASON.exec(text)?.[1] : undefined;
  const told = reason === undefined ? undefined : causeOfReason(reason);
  return { step, cause: told ?? cause, weight: 'sure' };
}

/** A name that Postfix has looked up: nobody can write to an address at a domain that does not exist. */
function findMissed(text: string, name: string, isMissing: boolean): KnownError {
  if (!isMissing) return { step: 'dns', cause: 'dns-unavailable', weight: 'sure' };
  const isOfRecipient = text.toLowerCase().includes(`@${name.toLowerCase()}>`);
  return isOfRecipient
    ? { step: 'rcpt-to', cause: 'recipient-unknown', weight: 'sure' }
    : { step: 'dns', cause: 'host-not-found', weight: 'sure' };
}
