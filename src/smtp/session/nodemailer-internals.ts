/**
 * Members of nodemailer's connection that are not public: there is no public way to give MAIL FROM
 * without sending a mail. A test fails when a version of nodemailer has them no longer.
 */
export interface NodemailerInternals {
  _responseActions: ((reply: string) => void)[];
  /** Replies that have come and are not yet looked at, each octet one character. */
  _responseQueue: string[];
  _sendCommand(line: string): void;
  /** Takes what comes from the server, decrypted. */
  _onData(chunk: Buffer): void;
  /** What the last EHLO has offered, as far as nodemailer uses it. */
  _supportedExtensions: string[];
  /** The name for SNI (RFC 6066 section 3), where the options for TLS have none. */
  servername: string | false;
}

// As many as a mail to thousands of recipients brings at once.
const MOST_REPLIES_WAITING = 10_000;

/**
 * Whether an answer is there before its question. It answers nothing: it would pass for a login that was
 * never made. A 421 may come at any time (RFC 5321 section 4.2.1).
 */
export function hasEarlyAnswer({
  _responseActions: expected,
  _responseQueue: waiting,
}: NodemailerInternals): boolean {
  const isEarly = expected.length <= 1 && waiting.some((reply) => /^\d{3}/.test(reply));
  return isEarly && waiting[0]?.startsWith('421') !== true;
}

/** Whether replies come faster than anybody could look at them. */
export function isFlooded({ _responseQueue: waiting }: NodemailerInternals): boolean {
  return waiting.length > MOST_REPLIES_WAITING;
}
