import type { Evidence } from '../diagnosis/evidence.js';
import type { Cause } from '../report/causes.js';
import type { StepName } from '../report/report.js';

/** What a line of a log says of a failure without a reply. */
export interface KnownError {
  step: StepName;
  evidence?: Partial<Evidence>;
  /** The cause itself, where the words leave nothing to weigh. */
  cause?: Cause;
  weight: Weight;
}

/**
 * How much a line's word counts: `sure`: a mail client says so; `hint`: Tailchat says so, of something
 * that it may have said more of; `possible`: anything that uses a network may say so;
 * `summary`: a mail client sums up a failure, of which the lines before may say more; `generic`: a program says that a mail
 * was not sent, and in the few lines that were given nothing says more.
 */
export type Weight = 'sure' | 'hint' | 'possible' | 'summary' | 'generic';

/** A message, and what it says. */
export interface Pattern extends Omit<KnownError, 'weight'> {
  words: RegExp;
  weight?: Weight;
}

export const timedOut = { isTimedOut: true } as const;
export const closed = { isClosed: true } as const;
/** The code of a TLS failure; whether it was STARTTLS, the line or its port may tell. */
export const code = (errorCode: string) => ({ errorCode, isImplicitTls: true });
