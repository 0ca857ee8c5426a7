import type { Hints } from './hints.js';
import { findReply, type LoggedReply, mayFindReply } from './logged-reply.js';
import { findKnownError, mayFindKnown } from './patterns/known-errors.js';
import type { KnownError } from './patterns/pattern.js';
import { readableParts } from './readable-parts.js';
import { findRefusalInLog } from './server-log.js';

/** The failure that a line tells of. A reply comes before all else. In JSON, the first text with a failure counts. */
export function findFailure(
  text: string,
  hints?: Hints,
): {
  reply?: LoggedReply | undefined;
  known?: KnownError | undefined;
} {
  if (OF_SENT.test(text) || OF_LIST.test(text)) return {};
  const isReply = mayFindReply(hints);
  // A server's words may contain JSON themselves.
  const before = text.slice(0, Math.max(0, text.indexOf('{"')));
  const isWhole = isReply && (findReply(before, hints) ?? findRefusalInLog(text, hints));
  const parts = isWhole ? [text] : readableParts(text);
  for (const [index, part] of isReply ? parts.entries() : []) {
    const reply = findReply(part, hints);
    if (reply) return { reply: { ...reply, text: goOn(reply.text, parts.slice(index + 1)) } };
  }
  for (const part of mayFindKnown(hints) ? parts : []) {
    const known = findKnownError(part, hints);
    if (known) return { known };
  }
  return {};
}

/** Words about a mail that was passed on. The next server's answer is a receipt then, whatever numbers it has. */
const OF_SENT = /\bstatus=sent \(|\bstat=Sent\b|\bresult="Ok" stat=/;

/** A question to a block list that was not answered. The mail goes on without it. */
const OF_LIST = /\blookup error for DNS query \d/;

/** A reply joined with the texts that are its next lines. */
function goOn(first: string, rest: readonly string[]): string {
  const lines = [first];
  for (const part of rest) {
    if (!lines.at(-1)?.startsWith(`${part.slice(0, 3)}-`)) break;
    lines.push(part);
  }
  return lines.join('\n');
}
