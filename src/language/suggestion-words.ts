import type { Suggestion, ValueSource } from '../report/report.js';

/** The facts about settings that may work in place of those that failed. */
export interface SuggestionWords extends Pick<Suggestion, 'proof' | 'refused'> {
  /** The place of the value to be replaced; null if there is none. */
  source: ValueSource | null;
  /** The file that it has been written into. */
  writtenInto: string | null;
  isInPod: boolean;
  /** The value stands in base64, and the suggested one belongs below `stringData:`. */
  isEncoded: boolean;
  isMasked: boolean;
  hasLogin: boolean;
  hasSender: boolean;
}
