/**
 * Members of nodemailer's connection that are not public: there is no public way to give MAIL FROM
 * without sending a mail. A test fails when a version of nodemailer has them no longer.
 */
export interface NodemailerInternals {
  _responseActions: ((reply: string) => void)[];
  /** Replies that have come and are not yet looked at, each octet one character. */
  _responseQueue: string[];
  /** What has come of a line whose end has not. */
  _remainder?: string | false;
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

/** So much is told of a reply that has not ended. */
const LONGEST_HALF = 100;

/** What has come of a reply that has not ended, on one line; nothing where none has begun. */
export function halfReplyOf({ _responseQueue: waiting, _remainder }: NodemailerInternals): string {
  const text = [...waiting, _remainder || ''].join(' ');
  return text.slice(0, LONGEST_HALF).replace(/\s+/g, ' ').trim();
}

/** The same where the connection has ended: what has come whole stays to be looked at. */
export function takeHalfReply(internals: NodemailerInternals): string {
  const { _responseQueue: waiting } = internals;
  if (!/(?:^|\n)\d{3}-[^\n]*$/.test(waiting.at(-1) ?? '')) return '';
  const half = halfReplyOf(internals);
  waiting.pop();
  return half;
}

/** A line without its end: nodemailer tells it when the connection closes. A refusal counts all the same. */
export function cutReplyIn(internals: NodemailerInternals, line: string): string {
  const { _remainder: rest } = internals;
  return rest && rest.trim() === line && !/^[45]\d\d/.test(line) ? halfReplyOf(internals) : '';
}

/** Whether replies come faster than anybody could look at them. */
export function isFlooded({ _responseQueue: waiting }: NodemailerInternals): boolean {
  return waiting.length > MOST_REPLIES_WAITING;
}
