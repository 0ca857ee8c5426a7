import type { OutputTexts } from '../language/interface-texts.js';
import type { ReaderView } from '../report/report.js';

/** What one reader of the env file makes of a line, in words. */
export interface ReaderRow {
  name: string;
  length: string;
  words: string;
}

/** What a reader makes of a line, in words. */
export function readerRow({ reader, length, problem }: ReaderView, output: OutputTexts): ReaderRow {
  return {
    name: output.readers[reader],
    length: output.valueLength(length),
    words: problem === null ? output.readAsMeant : output.readerProblems[problem],
  };
}
