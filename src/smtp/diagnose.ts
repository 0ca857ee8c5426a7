import { type Diagnosis, diagnosisOf } from '../report/causes.js';
import type { Evidence } from './evidence.js';
import { replyClass } from './reply.js';
import { causeOfEnhancedCode } from './rules/enhanced-codes.js';
import { causeOfReplyCode } from './rules/reply-codes.js';
import { causeOfSystem } from './rules/system-codes.js';
import { causeOfWords } from './rules/words.js';

/**
 * Names the one cause that the evidence supports, the most specific first: the server's words, the
 * enhanced code (RFC 3463), the reply code (RFC 5321), each read by the step at which it was given;
 * without a reply, what the system or the TLS library says. Pure: no network, no clock, no terminal.
 */
export function diagnose(evidence: Evidence): Diagnosis {
  const { reply } = evidence;
  if (!reply || reply.code === null) return diagnosisOf(causeOfSystem(evidence));
  const isRefusal = replyClass(reply) >= 4;
  const cause =
    (isRefusal ? (causeOfWords(evidence) ?? causeOfEnhancedCode(evidence)) : undefined) ??
    causeOfReplyCode(evidence);
  return diagnosisOf(cause, replyClass(reply) === 4);
}
