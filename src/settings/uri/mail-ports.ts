/** What is known of a port of mail. */
interface MailPort {
  /** What is said there first. Elsewhere on 2525 both are met, though STARTTLS more often. */
  begins: 'tls' | 'plain';
  /** A search tries it, in this order: the best first. */
  rank?: number;
  /** Which of the two a server has there is known for certain (RFC 8314, RFC 6409, RFC 5321). */
  isRuled?: true;
}

/** Ports of mail submission and relay: RFC 5321, RFC 6409, RFC 8314, and what providers add. */
const PORTS = new Map<number, MailPort>([
  [465, { begins: 'tls', rank: 1, isRuled: true }],
  [587, { begins: 'plain', rank: 2, isRuled: true }],
  [2525, { begins: 'plain', rank: 3 }],
  [25, { begins: 'plain', rank: 4, isRuled: true }],
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

/** Whether mail goes over a port. */
export function isMailPort(port: number): boolean {
  return PORTS.has(port);
}

/** What is said first on a port of mail; undefined on any other. */
export function beginningOf(port: number): MailPort['begins'] | undefined {
  return PORTS.get(port)?.begins;
}

/** The same, where it is known for certain; undefined where a server may have either. */
export function ruledBeginningOf(port: number): MailPort['begins'] | undefined {
  const known = PORTS.get(port);
  return known?.isRuled ? known.begins : undefined;
}

/** The ports that a search tries, the best first. */
export const TRIED_PORTS: readonly number[] = [...PORTS]
  .filter(([, { rank }]) => rank !== undefined)
  .sort(([, a], [, b]) => (a.rank ?? 0) - (b.rank ?? 0))
  .map(([port]) => port);
