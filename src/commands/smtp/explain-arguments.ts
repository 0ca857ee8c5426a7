import { UsageError } from '../../errors.js';
import type { CommandLineTexts } from '../../language/interface-texts.js';
import { optional, type RawArguments, readOptions, readWords } from './read-options.js';

/** What `explain` is asked for, checked and typed. */
export interface ExplainArguments {
  /** The words of the command line; without them stdin is read. */
  text?: string;
  /** What to read in place of stdin. */
  files?: string[];
  /** The text is a single argument, which may be the name of a file. */
  isOneWord?: boolean;
  isJson: boolean;
  isQuiet: boolean;
  isColorWanted: boolean;
}

/**
 * What `explain` is asked for.
 *
 * @throws UsageError naming the option that is at fault
 */
export function readExplainArguments(
  raw: RawArguments,
  { usage }: CommandLineTexts,
): ExplainArguments {
  const given = readOptions(['explain'], raw, usage);
  const words = readWords(raw, 'text');
  // A lone dash is stdin, as it is for --uri.
  const isGiven = words.length > 0 && words.join() !== '-';
  const files = given.file.length > 0 ? given.file : undefined;
  if (files && words.length > 0) throw new UsageError(usage.together('--file', '[text]'));
  return {
    ...(isGiven ? { text: words.join(' ') } : {}),
    ...optional('files', files),
    isOneWord: words.length === 1,
    isJson: given.json,
    isQuiet: given.quiet,
    isColorWanted: !given['no-color'],
  };
}
