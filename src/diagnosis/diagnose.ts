import { PROVIDERS } from '../providers/index.js';
import type { ReplyRule } from '../providers/provider.js';
import { mayShowProvider } from '../providers/signs.js';
import { type Cause, causeInfo, type Diagnosis, diagnosisOf } from '../report/causes.js';
import type { Reply } from '../report/report.js';
import type { Evidence } from './evidence.js';
import { providerOf } from './provider-of.js';
import { type HeardReply, replyClass } from './reply.js';
import { causeOfEnhancedCode } from './rules/enhanced-codes.js';
import { findRule } from './rules/find-rule.js';
import { causeOfReplyCode } from './rules/reply-codes.js';
import { plainWords, reasonOf, wordsOf } from './rules/reply-words.js';
import { causeOfRoute } from './rules/report-status.js';
import { causeOfSystem } from './rules/system-codes.js';
import { REASON_RULES, WORD_RULES } from './rules/words/index.js';
import { says } from './rules/words/says.js';
import { troubleRules } from './rules/words/trouble.js';

/**
 * Names the one cause that the evidence supports, the most specific first: the provider's words, the
 * words that servers share, the enhanced code (RFC 3463), the reply code (RFC 5321), each read by the
 * step at which it was given; without a reply, what the system or the TLS library says. Pure: no
 * network, no clock, no terminal.
 */
export function diagnose(evidence: Evidence): Diagnosis {
  const { reply } = evidence;
  if (isOtherProtocol(evidence)) return diagnosisOf('not-smtp');
  if (!reply) return diagnosisOf(causeOfSystem(evidence));
  if (reply.code === null && !reply.enhanced)
    return diagnosisOf(causeOfSystem({ ...evidence, isMalformed: true }));
  if (replyClass(reply) < 4) return diagnosisOf(causeOfReplyCode(evidence));
  const words = wordsOf(reply);
  const route = causeOfRoute(reply.enhanced, words);
  if (route) return toDiagnosis({ cause: route }, reply, words);
  const rule = ruleOfWords(evidence, reply, words);
  const said = rule?.cause ?? causeOfEnhancedCode(evidence) ?? causeOfReplyCode(evidence);
  const cause = said === 'auth-required' ? causeOfWantedLogin(evidence, words) : said;
  const isOfEmptySender = evidence.isSenderEmpty && evidence.step === 'mail-from';
  if (isOfEmptySender && replyClass(reply) === 5 && OF_EMPTY_SENDER.has(cause)) {
    return diagnosisOf('sender-missing');
  }
  return toDiagnosis({ ...rule, cause }, reply, words);
}

/**
 * Greetings that tell LMTP (RFC 2033 section 4.1) and FTP (RFC 959) from SMTP. FTP greets with the same 220, and neither knows
 * EHLO.
 */
function isOtherProtocol({ step, greeting = '', reply }: Evidence): boolean {
  if (step !== 'ehlo' || replyClass(reply) !== 5) return false;
  return /\bLMTP\b/.test(greeting) || (OF_FTP.test(greeting) && !/SMTP/i.test(greeting));
}

/** Words of an FTP server, outside of host names. */
const OF_FTP = /(?<![\w.-])\w{0,12}-?ftpd?(?![\w.-]*\.\w)|\bfilezilla\b/i;

/** The diagnosis for a cause after this reply. Whether it lasts is told by the rule, or by the words. */
export function toDiagnosis(
  { cause, retryable }: Pick<ReplyRule, 'cause' | 'retryable'>,
  reply: Reply,
  words: string,
): Diagnosis {
  const isTemporary = replyClass(reply) === 4;
  const diagnosis = diagnosisOf(cause, isTemporary);
  if (retryable !== undefined) return { ...diagnosis, retryable };
  const isOfPolicy = isTemporary && cause === 'auth-policy-rejected';
  const mayPass =
    (isOfPolicy || causeInfo(cause).mayPass) &&
    (isTemporary ? SAYS_FOR_NOW : SAYS_TEMPORARY).test(words);
  return mayPass ? { ...diagnosis, retryable: true } : diagnosis;
}

const SAYS_FOR_NOW = says('{forNow}');
const SAYS_TEMPORARY =
  /\btemporar|\b(?:re)?try (?:again|later)|\bagain later|暂时|稍后|позже|временн|\bplus tard|\bspäter/i;

/**
 * Corrects a cause that asks for a login in a session that is logged in. Either this login lacks the right, or the server has
 * forgotten it (RFC 4954 section 4).
 */
function causeOfWantedLogin({ step, isAuthenticated }: Evidence, words: string): Cause {
  if (!isAuthenticated) return 'auth-required';
  if (step === 'rcpt-to') return 'relay-denied';
  return SPEAKS_OF_SENDER.test(words) ? 'sender-mismatch' : 'server-error';
}

/** Words that say the login is not the sender's. */
const SPEAKS_OF_SENDER = says('{sender}', 'as (the )?owner', 'not? own(ed|er)*');

/** Causes that a server states when it refuses an empty sender. */
const OF_EMPTY_SENDER: ReadonlySet<Cause> = new Set<Cause>([
  'sender-mismatch',
  'sender-unverified',
  'sender-syntax',
  'sender-rejected',
  'relay-denied',
  'content-rejected',
  'protocol-error',
  'server-error',
  'unknown',
]);

/** The rule that a reply's words meet at this step: the provider's own, then those that servers share. */
export function ruleOfWords(
  evidence: Evidence,
  reply: HeardReply,
  words: string,
): ReplyRule | undefined {
  const { replies = [] } = providerOf(evidence) ?? {};
  const plain = plainWords(words);
  const reason = reasonOf(plain);
  return (
    findRule(troubleRules, evidence, reply, plain) ??
    (reason === undefined ? undefined : findRule(REASON_RULES, evidence, reply, reason)) ??
    findRule(replies, evidence, reply, words) ??
    (mayShowProvider({ ...reply, text: words })
      ? findRule(distinctiveRules(), evidence, reply, words)
      : undefined) ??
    findRule(WORD_RULES, evidence, reply, plain)
  );
}

let distinctive: readonly ReplyRule[] | undefined;

/** Rules for words that nobody else says: they hold whatever the host is called. */
function distinctiveRules(): readonly ReplyRule[] {
  distinctive ??= PROVIDERS.flatMap(({ replies = [] }) => replies).filter(
    ({ isOnlyHere }) => !isOnlyHere,
  );
  return distinctive;
}
