import type { Suggestion, ValueSource } from '../report/report.js';

/** What there is to say about settings that may work in place of those that failed. */
export interface SuggestionWords extends Pick<Suggestion, 'proof' | 'refused'> {
  /** Where the value stands that it takes the place of; null: nowhere. */
  source: ValueSource | null;
  /** The file that it has been written into. */
  writtenInto: string | null;
  isInPod: boolean;
  /** It stands in base64, and what is suggested belongs below `stringData:`. */
  isEncoded: boolean;
  isMasked: boolean;
  hasLogin: boolean;
  hasSender: boolean;
}
