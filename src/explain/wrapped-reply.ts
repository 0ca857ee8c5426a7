import type { StepName } from '../report/report.js';
import type { LogLine } from './log-line.js';
import { LONGEST_REPLY, withoutOrigin } from './logged-reply.js';

/** What is known of a reply after one more of its lines. */
interface Unwrapped {
  reply: string;
  step?: StepName;
  /** What was read of it, while its end is still to come. */
  wrapped: string | undefined;
}

/** Whether a line begins what another server said, and its end stands in a later one: somebody's window has wrapped it. */
export function isUnfinished(text: string): boolean {
  // Postfix says at the end what it was the answer to.
  return /\bsaid: [45]\d\d\b/.test(text) && !text.includes('(in reply to');
}

/**
 * Goes on with a reply that was wrapped.
 *
 * @param wrapped what was read of it
 * @returns undefined where the line is no part of it
 */
export function unwrapped(wrapped: string, { text, indent }: LogLine): Unwrapped | undefined {
  if (indent === 0 || wrapped.length > LONGEST_REPLY) return undefined;
  const raw = `${wrapped} ${text.trimStart()}`;
  const { text: reply, step } = withoutOrigin(raw);
  const isWhole = /\(in reply to [^)]{1,60}\)/.test(raw);
  return { reply, ...(step ? { step } : {}), wrapped: isWhole ? undefined : raw };
}
