import { ruleOfWords } from '../diagnosis/diagnose.js';
import { plainWords } from '../diagnosis/rules/reply-words.js';
import { stepOfWords } from './guess-step.js';
import type { KnownError } from './pattern.js';

/** A program says that a mail was not sent, and after a colon what it was told, without the code. */
const NOT_SENT =
  /\b(?:SMTP (?:error|exception)|(?:error|fail\w{0,5}|unable|could ?n[o']t|cannot|problem|exception)\b[^:]{0,60}\b(?:e-?mails?|smtp|mails?|messages?|login|auth\w{0,12})\b[^:]{0,60}): (\S.{8,1000})$/i;

/** What a server said, where a program has taken its code away and left its words. */
export function findWordsAlone(text: string): KnownError | undefined {
  const words = NOT_SENT.exec(text)?.[1];
  if (words === undefined) return undefined;
  const step = stepOfWords(plainWords(words));
  if (step === undefined) return undefined;
  const rule = ruleOfWords({ step }, { code: null, enhanced: null, text: words }, words);
  return rule && { step, cause: rule.cause, weight: 'possible' };
}
