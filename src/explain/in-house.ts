import type { Evidence } from '../diagnosis/evidence.js';
import { type Cause, type Diagnosis, diagnosisOf } from '../report/causes.js';

/**
 * Deliveries in which no other server took part: by Postfix's local(8), virtual(8), pipe(8) and lmtp(8); by its queue manager,
 * whose transport failed (qmgr(8), trivial-rewrite(8)); by Exim's transports into files, pipes and LMTP, whose names people
 * choose; and by Debian's Exim, where it is set up to deliver on its own machine only (`nonlocal`).
 */
const IN_HOUSE =
  /\bpostfix[\w.-]{0,40}\/(?:[\w.-]{1,40}\/)?(?:local|virtual|pipe|lmtp)\[\d|\brelay=none,.{0,300} \((?:[^()]{0,40}\btransport (?:unavailable|error)|[^()]{0,40}\bconfiguration (?:error|problem))|\s(?:==|\*\*) \S{1,320} .{0,200}\bT=(?!remote|smart|smtp)\w{0,40}(?:local|lmtp|lda|maildir|mbox|mailbox|pipe|file|virtual|dovecot)|\s\*\* \S{1,320} .{0,200}\bremote domains not supported/;

/** Whether a line is about a delivery that a mail server made without another one. */
export function isInHouse(line: string): boolean {
  return IN_HOUSE.test(line);
}

/** Causes that another server would have to answer for. A mailbox that is full or missing is one here as there. */
const OF_OTHERS: ReadonlySet<Cause> = new Set<Cause>([
  ...(['recipient-rejected', 'content-rejected', 'relay-denied', 'server-busy'] as const),
  ...(['connection-refused', 'connection-timeout', 'connection-closed'] as const),
  ...(['network-unreachable', 'server-silent', 'timeout'] as const),
  ...(['host-not-found', 'dns-unavailable', 'unknown'] as const),
]);

/** The diagnosis of a delivery, where no other server took part: the mail server itself is at fault. */
export function asInHouse(diagnosis: Diagnosis, { isOwn, reply, isDeferred }: Evidence): Diagnosis {
  const isOwnFault = isOwn && !reply && OF_OTHERS.has(diagnosis.cause);
  return isOwnFault ? diagnosisOf('server-error', isDeferred) : diagnosis;
}
