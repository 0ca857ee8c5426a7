import { PROVIDERS } from '../providers/index.js';
import type { ReplyRule } from '../providers/provider.js';
import { type Cause, type Diagnosis, diagnosisOf } from '../report/causes.js';
import type { Reply } from '../report/report.js';
import type { Evidence } from './evidence.js';
import { providerOf } from './provider-of.js';
import { replyClass } from './reply.js';
import { causeOfEnhancedCode } from './rules/enhanced-codes.js';
import { findRule } from './rules/find-rule.js';
import { causeOfReplyCode } from './rules/reply-codes.js';
import { plainWords, wordsOf } from './rules/reply-words.js';
import { causeOfSystem } from './rules/system-codes.js';
import { WORD_RULES } from './rules/words/index.js';
import { says } from './rules/words/says.js';

/**
 * Names the one cause that the evidence supports, the most specific first: the provider's words, the
 * words that servers share, the enhanced code (RFC 3463), the reply code (RFC 5321), each read by the
 * step at which it was given; without a reply, what the system or the TLS library says. Pure: no
 * network, no clock, no terminal.
 */
export function diagnose(evidence: Evidence): Diagnosis {
  const { reply } = evidence;
  if (!reply) return diagnosisOf(causeOfSystem(evidence));
  if (reply.code === null && !reply.enhanced)
    return diagnosisOf(causeOfSystem({ ...evidence, isMalformed: true }));
  if (replyClass(reply) < 4) return diagnosisOf(causeOfReplyCode(evidence));
  const words = wordsOf(reply);
  const rule = ruleOfWords(evidence, reply, words);
  const cause = rule?.cause ?? causeOfEnhancedCode(evidence) ?? causeOfReplyCode(evidence);
  return toDiagnosis({ ...rule, cause }, reply, words);
}

/** What a cause means after this reply: whether it stays may be said by the rule, or by the words. */
export function toDiagnosis(
  { cause, retryable }: Pick<ReplyRule, 'cause' | 'retryable'>,
  reply: Reply,
  words: string,
): Diagnosis {
  const isTemporary = replyClass(reply) === 4;
  const diagnosis = diagnosisOf(cause, isTemporary);
  if (retryable !== undefined) return { ...diagnosis, retryable };
  const mayPass = MAY_PASS.has(cause) && (isTemporary ? SAYS_FOR_NOW : SAYS_TEMPORARY).test(words);
  return mayPass ? { ...diagnosis, retryable: true } : diagnosis;
}

const SAYS_FOR_NOW = says('{forNow}');
const SAYS_TEMPORARY =
  /\btemporar|\btry (?:again|later)|\bagain later|暂时|稍后|позже|временн|\bplus tard|\bspäter/i;

/** Causes that stay, as a rule, and pass where the server says so. */
const MAY_PASS: ReadonlySet<Cause> = new Set<Cause>([
  'ip-blocked',
  'starttls-unavailable',
  'account-suspended',
  'sender-rejected',
  'recipient-unknown',
  'recipient-rejected',
  'content-rejected',
  'unknown',
]);

/** The rule that a reply's words meet at this step: the provider's own, then those that servers share. */
export function ruleOfWords(
  evidence: Evidence,
  reply: Reply,
  words: string,
): ReplyRule | undefined {
  const { replies = [] } = providerOf(evidence) ?? {};
  return (
    findRule(replies, evidence, reply, words) ??
    findRule(DISTINCTIVE_RULES, evidence, reply, words) ??
    findRule(WORD_RULES, evidence, reply, plainWords(words))
  );
}

/** Rules for words that nobody else says: they hold whatever the host is called. */
const DISTINCTIVE_RULES = PROVIDERS.flatMap(({ replies = [] }) => replies).filter(
  ({ isOnlyHere }) => !isOnlyHere,
);
