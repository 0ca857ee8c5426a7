import type { StepName } from '../report/report.js';
import type { LogLine } from './log-line.js';
import { LONGEST_REPLY, withoutOrigin } from './logged-reply.js';

/** The state of a reply after one more of its lines. */
interface Unwrapped {
  reply: string;
  step?: StepName;
  /** The text so far. Present only while the end is still to come. */
  wrapped: string | undefined;
}

const QUOTED = /\bsaid: [45]\d\d\b/;
/** A reply that a colon ends: its reason stands in the next line. */
const ENDS_OPEN = /\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3} .{1,1000}:\s*$/;
/** A reply behind a quotation mark, which a later line closes. */
const OPEN_QUOTE = /(['"`])[45]\d\d[-. ](?:(?!\1).){3,300}$/;
/** The longest quoted reply, in characters. Behind more, a quotation mark was meant otherwise. */
const LONGEST_QUOTED = 500;
/** A line that gives no reason for the reply before: a frame, an error behind the error, a further reply. */
const NO_REASON = /^(?:at |\.\.\. |Caused by|nested |[45]\d\d[ -])|[{[:;]$/;

/** Whether a line begins a server's reply that ends in a later line. */
export function isUnfinished(text: string): boolean {
  // Postfix ends with the command that the reply answers.
  if (QUOTED.test(text)) return !text.includes('(in reply to');
  return ENDS_OPEN.test(text) || OPEN_QUOTE.test(text);
}

/**
 * Goes on with a reply that was wrapped.
 *
 * @param wrapped what was read of it
 * @param first the line where it began
 * @returns undefined where the line is no part of it
 */
export function unwrapped(
  wrapped: string,
  { text, indent }: LogLine,
  first: string,
): Unwrapped | undefined {
  const mark = OPEN_QUOTE.exec(first)?.[1];
  if (mark !== undefined) return inQuote(wrapped, text.trim(), mark);
  if (indent === 0 || wrapped.length > LONGEST_REPLY) return undefined;
  if (!QUOTED.test(first)) {
    const reason = text.trim();
    return NO_REASON.test(reason)
      ? undefined
      : { reply: `${wrapped} ${reason}`, wrapped: undefined };
  }
  const raw = `${wrapped} ${text.trimStart()}`;
  const { text: reply, step } = withoutOrigin(raw);
  const isWhole = /\(in reply to [^)]{1,60}\)/.test(raw);
  return { reply, ...(step ? { step } : {}), wrapped: isWhole ? undefined : raw };
}

function inQuote(wrapped: string, text: string, mark: string): Unwrapped | undefined {
  if (wrapped.length > LONGEST_QUOTED || NO_REASON.test(text)) return undefined;
  const end = text.indexOf(mark);
  const raw = `${wrapped} ${end < 0 ? text : text.slice(0, end)}`;
  return { reply: raw, wrapped: end < 0 ? raw : undefined };
}
