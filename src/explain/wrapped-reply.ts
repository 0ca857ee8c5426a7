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
/** A line that gives no reason for the reply before: a frame, an error behind the error, a further reply. */
const NO_REASON = /^(?:at |\.\.\. |Caused by|nested |[45]\d\d[ -])|[{[:;]$/;

/** Whether a line begins a server's reply that ends in a later line. */
export function isUnfinished(text: string): boolean {
  // Postfix ends with the command that the reply answers.
  return QUOTED.test(text) ? !text.includes('(in reply to') : ENDS_OPEN.test(text);
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
