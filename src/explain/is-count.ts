import { ruleOfWords } from '../diagnosis/diagnose.js';
import type { Evidence } from '../diagnosis/evidence.js';
import { wordsOf } from '../diagnosis/rules/reply-words.js';

const COUNTED = /^(?!(?:this|does|has|was|is|access|address|pass|status)\b)[a-z]{2,20}s\b/;

/**
 * Whether an apparent reply counts something, as `550 books` does: a plural stands behind the number, and no word of a refusal
 * follows.
 */
export function isCount(evidence: Evidence): boolean {
  const { reply } = evidence;
  if (!reply || reply.code === null || reply.enhanced !== null) return false;
  const words = wordsOf(reply);
  return COUNTED.test(words) && ruleOfWords(evidence, reply, words) === undefined;
}
