import type { LineRoom } from '../report/line-room.js';
import type { Suggestion, ValueSource } from '../report/report.js';

/** The facts about settings that may work in place of those that failed. */
export interface SuggestionWords extends Pick<Suggestion, 'proof' | 'refused'> {
  /** The place of the value to be replaced; null if there is none. */
  source: ValueSource | null;
  /** The file that it has been written into. */
  writtenInto: string | null;
  isInPod: boolean;
  /** The host, if it is another than that of the settings. */
  otherHost: string | undefined;
  /** Where it belongs, if not in the place of that line. */
  room: LineRoom | undefined;
  isMasked: boolean;
  hasLogin: boolean;
  hasSender: boolean;
  /** How many lines were found to work together. */
  lines: number;
  /** How many of them belong to this place. */
  linesHere: number;
  /** Other lines stand before it, with what is known of both. */
  isAnother: boolean;
}
