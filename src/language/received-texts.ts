import type { Agreement, Hop, ReceivedAdvice, SpamVerdict } from '../report/received-letter.js';

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
