import type { Evidence } from '../../diagnosis/evidence.js';
import type { Cause } from '../../report/causes.js';
import type { StepName } from '../../report/report.js';

/** The failure without a reply that a line of a log states. */
export interface KnownError {
  step: StepName;
  evidence?: Partial<Evidence>;
  /** The cause itself, where the words leave no doubt. */
  cause?: Cause;
  weight: Weight;
}

/**
 * How much a line counts. `sure`: a mail client says so. `hint`: Tailchat says so, and may have said more elsewhere. `possible`:
 * anything that uses a network may say so. `summary`: a mail client sums up a failure, and the lines before may say more.
 * `generic`: a program says that a mail was not sent, and none of the few given lines says more.
 */
export type Weight = 'sure' | 'hint' | 'possible' | 'summary' | 'generic';

/** A message, and its meaning. */
export interface Pattern extends Omit<KnownError, 'weight'> {
  words: RegExp;
  weight?: Weight;
}

/** The evidence of a time that ran out, and of a connection that was closed. */
export const timedOut = { isTimedOut: true } as const;
export const closed = { isClosed: true } as const;
/** The code of a TLS failure. The line or its port may tell whether it was STARTTLS. */
export const code = (errorCode: string) => ({ errorCode, isImplicitTls: true });

/** Marks a code that was only concluded. Such a code is not quoted. */
export function withOrigin(evidence: Pattern['evidence'], text: string): Pick<Pattern, 'evidence'> {
  const { errorCode } = evidence ?? {};
  if (errorCode === undefined || text.includes(errorCode)) return {};
  return { evidence: { ...evidence, isCodeInferred: true } };
}
