import type { SpfProblem } from '../../report/domain-finding.js';

/** DNS look-ups that the evaluation of a record may cost (RFC 7208 section 4.6.4). */
export const MOST_LOOKUPS = 10;

/** What SPF says of an address (RFC 7208 section 2.6). */
export type SpfResult =
  | 'none'
  | 'neutral'
  | 'pass'
  | 'fail'
  | 'softfail'
  | 'temperror'
  | 'permerror';

/** The mail that SPF is asked about. */
export interface SpfQuestion {
  /** The address of the client. */
  ip: string;
  /** The domain whose record counts. */
  domain: string;
  /** The address of the sender, `local-part@domain`. */
  sender: string;
  /** The client's name in EHLO. */
  helo: string;
}

/** The result, and what it rests on. */
export interface SpfOutcome {
  result: SpfResult;
  /** The mechanism that matched, unchanged. */
  term?: string;
  /** The fault behind a `permerror` or a `temperror`. */
  problem?: SpfProblem;
  /** The domain's words for a refusal, from `exp=`. */
  explanation?: string;
  /** How many of the ten DNS look-ups were used (RFC 7208 section 4.6.4). */
  lookups: number;
}
