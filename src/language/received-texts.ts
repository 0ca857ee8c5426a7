import type { AuthenticationResult } from '../report/arrival.js';
import type {
  Agreement,
  Hop,
  ReceivedAdvice,
  SignatureFacts,
  SpamVerdict,
} from '../report/received-letter.js';

/** Steps that are about no domain. */
type Placeless = 'content' | 'unanswered' | 'policy';

/** The words about what a mail that arrived says of its way. */
export interface ReceivedTexts {
  /** The verdict that a filter wrote. */
  filter: (verdict: SpamVerdict) => string;
  /** The domain that people see, and whether SPF and DKIM prove it. */
  agreement: (
    from: string,
    envelope: string | null,
    signers: readonly string[],
    alignment: { spf: Agreement; dkim: Agreement },
  ) => string;
  /** The state of the signed body in this copy. */
  signature: (signature: SignatureFacts) => string;
  /** The results of a server that forwarded the mail; `by` is null if it does not name itself. */
  forwarded: (by: string | null, results: readonly AuthenticationResult[]) => string;
  /** The heading of the stations. */
  way: string;
  hop: (hop: Hop) => string;
  /** The heading of the steps, if nothing else failed. */
  helps: string;
  /** The steps. `domain` is the one that people see: it goes into the command to copy. */
  advice: Record<Exclude<ReceivedAdvice, Placeless>, (domain: string) => string> &
    Record<Placeless, () => string>;
}
