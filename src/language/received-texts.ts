import type { AuthenticationResult } from '../report/arrival.js';
import type {
  Agreement,
  Hop,
  ReceivedAdvice,
  SignatureFacts,
  SpamVerdict,
} from '../report/received-letter.js';

/** What is said about a mail that arrived. */
export interface ReceivedTexts {
  /** What a filter wrote. */
  filter: (verdict: SpamVerdict) => string;
  /** The domain that people see, and whether SPF and DKIM prove it. */
  agreement: (
    from: string,
    envelope: string | null,
    signers: readonly string[],
    alignment: { spf: Agreement; dkim: Agreement },
  ) => string;
  /** Whether the body is what was signed, of this copy. */
  signature: (signature: SignatureFacts) => string;
  /** What a server had found before it forwarded the mail; `by` is null where it names itself nowhere. */
  forwarded: (by: string | null, results: readonly AuthenticationResult[]) => string;
  /** Before the stations. */
  way: string;
  hop: (hop: Hop) => string;
  /** Before what helps, where nothing else failed. */
  helps: string;
  /** What helps; the domain that people see, in the command to copy. */
  advice: Record<Exclude<ReceivedAdvice, 'content'>, (domain: string) => string> & {
    content: () => string;
  };
}
