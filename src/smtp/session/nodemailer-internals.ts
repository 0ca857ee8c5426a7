/**
 * Private members of nodemailer's connection. There is no public way to send MAIL FROM without sending a mail. A test fails when
 * a version of nodemailer no longer has them.
 */
export interface NodemailerInternals {
  _responseActions: ((reply: string) => void)[];
  /** Replies that have arrived and were not processed yet, each octet one character. */
  _responseQueue: string[];
  /** The beginning of a line whose end has not arrived. */
  _remainder?: string | false;
  _sendCommand(line: string): void;
  /** Takes decrypted data from the server. */
  _onData(chunk: Buffer): void;
  /** The extensions of the last EHLO that nodemailer uses. */
  _supportedExtensions: string[];
  /** In the constructor, `requireTLS` takes the place of the option here. */
  options: { opportunisticTLS?: boolean };
  /** The name for SNI (RFC 6066 section 3), if the options for TLS have none. */
  servername: string | false;
}

// A mail to thousands of recipients brings as many replies at once.
const MOST_REPLIES_WAITING = 10_000;

/**
 * Whether a reply arrived before its command. Such a reply answers nothing, and could pass for a login that was never made. A 421
 * may come at any time (RFC 5321 section 4.2.1).
 */
export function hasEarlyAnswer({
  _responseActions: expected,
  _responseQueue: waiting,
}: NodemailerInternals): boolean {
  const isEarly = expected.length <= 1 && waiting.some((reply) => /^\d{3}/.test(reply));
  return isEarly && waiting[0]?.startsWith('421') !== true;
}

/** The most characters that are shown of an unfinished reply. */
const LONGEST_HALF = 100;

/** The beginning of an unfinished reply, on one line. Nothing where none has begun. */
export function halfReplyOf({ _responseQueue: waiting, _remainder }: NodemailerInternals): string {
  const text = [...waiting, _remainder || ''].join(' ');
  return text.slice(0, LONGEST_HALF).replace(/\s+/g, ' ').trim();
}

/** The same after the end of the connection. Complete replies stay to be processed. */
export function takeHalfReply(internals: NodemailerInternals): string {
  const { _responseQueue: waiting } = internals;
  if (!/(?:^|\n)\d{3}-[^\n]*$/.test(waiting.at(-1) ?? '')) return '';
  const half = halfReplyOf(internals);
  waiting.pop();
  return half;
}

/** A line without its end, which nodemailer reports when the connection closes. A refusal counts all the same. */
export function cutReplyIn(internals: NodemailerInternals, line: string): string {
  const { _remainder: rest } = internals;
  return rest && rest.trim() === line && !/^[45]\d\d/.test(line) ? halfReplyOf(internals) : '';
}

/** Whether replies arrive faster than they can be processed. */
export function isFlooded({ _responseQueue: waiting }: NodemailerInternals): boolean {
  return waiting.length > MOST_REPLIES_WAITING;
}
