/** What is known of a port of mail. */
interface MailPort {
  /** How a connection begins there. On 2525 servers differ, though STARTTLS is more frequent. */
  begins: 'tls' | 'plain';
  /** The rank in a search, which tries the lowest first. Ports without one are not tried. */
  rank?: number;
  /** The way of beginning is certain (RFC 8314, RFC 6409, RFC 5321). */
  isRuled?: true;
}

/** Ports of mail submission and relay: RFC 5321, RFC 6409, RFC 8314, and those of providers. */
const PORTS = new Map<number, MailPort>([
  [465, { begins: 'tls', rank: 1, isRuled: true }],
  [587, { begins: 'plain', rank: 2, isRuled: true }],
  [2525, { begins: 'plain', rank: 3 }],
  [25, { begins: 'plain', rank: 4, isRuled: true }],
  // At NetEase and at some hosters (formerly assigned to IRC over TLS).
  [994, { begins: 'tls' }],
  [1025, { begins: 'plain' }],
  [2465, { begins: 'tls' }],
  [2587, { begins: 'plain' }],
]);

/** The port of TLS from the first byte (RFC 8314 section 7.3). */
export const SUBMISSIONS_PORT = 465;
/** The port of submission, with STARTTLS (RFC 6409). */
export const SUBMISSION_PORT = 587;
/** The port of relay (RFC 5321). */
export const RELAY_PORT = 25;

/** Ports at which mail is fetched (RFC 9051, RFC 1939, RFC 8314 section 7). At those of HTTP some providers take mail. */
const FETCHED_BY = new Map([
  [110, 'POP3'],
  [143, 'IMAP'],
  [993, 'IMAP'],
  [995, 'POP3'],
]);

/** The protocol of a port at which mail is fetched, and none is sent; undefined on any other. */
export function fetchedBy(port: number): string | undefined {
  return FETCHED_BY.get(port);
}

/** Whether a port is one of mail. */
export function isMailPort(port: number): boolean {
  return PORTS.has(port);
}

/** How a connection begins on a port of mail; undefined on any other. */
export function beginningOf(port: number): MailPort['begins'] | undefined {
  return PORTS.get(port)?.begins;
}

/** The same, where it is certain; undefined where a server may have either. */
export function ruledBeginningOf(port: number): MailPort['begins'] | undefined {
  const known = PORTS.get(port);
  return known?.isRuled ? known.begins : undefined;
}

/** The ports that a search tries, the best first. */
export const TRIED_PORTS: readonly number[] = [...PORTS]
  .filter(([, { rank }]) => rank !== undefined)
  .sort(([, a], [, b]) => (a.rank ?? 0) - (b.rank ?? 0))
  .map(([port]) => port);
