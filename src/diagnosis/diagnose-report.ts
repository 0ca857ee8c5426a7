import { type Cause, type Diagnosis, diagnosisOf } from '../report/causes.js';
import type { Reply } from '../report/report.js';
import { diagnose, ruleOfWords, toDiagnosis } from './diagnose.js';
import type { Evidence } from './evidence.js';
import { causeOfEnhancedCode } from './rules/enhanced-codes.js';
import { findRule } from './rules/find-rule.js';
import { plainWords, wordsOf } from './rules/reply-words.js';
import { causeOfStatus } from './rules/report-status.js';
import { expiryRules, loopRules, placeRules } from './rules/words/bounce.js';
import { bounceRules } from './rules/words/bounce-network.js';
import { uncodedRules } from './rules/words/bounce-recipient.js';
import { remoteRules } from './rules/words/bounce-remote.js';
import { addressRules } from './rules/words/connection.js';
import { filterRules, policyRules } from './rules/words/message.js';
import { greylistRules, relayRules } from './rules/words/recipient.js';
import { senderRules } from './rules/words/sender.js';

/**
 * How much stands behind a diagnosis: words or an own code, a time-out, a status that roughly says where it failed, a bare code,
 * or nothing.
 */
export type ReportWeight = 'words' | 'enhanced' | 'expiry' | 'status' | 'code' | 'none';

/** What the words of a report mean. */
export interface ReportDiagnosis {
  diagnosis: Diagnosis;
  weight: ReportWeight;
}

/** Evidence with a reply, whose code may be missing. */
export type ReportEvidence = Evidence &
  Required<Pick<Evidence, 'reply'>> & {
    /** The report names the step. */
    isStepTold?: boolean;
  };

/**
 * Names the cause that a report's words support. The speaker is a server other than the one in the settings, or the program that
 * gave up. The rules are those of a conversation and those for reports only.
 */
export function diagnoseReport(evidence: ReportEvidence): ReportDiagnosis {
  const { diagnosis, weight } = weigh(evidence);
  return { diagnosis: asOfRecipient(diagnosis, evidence), weight };
}

/** A rule's outcome, or that of a table. */
interface Outcome {
  cause: Cause;
  retryable?: boolean;
}

function weigh(evidence: ReportEvidence): ReportDiagnosis {
  const { reply } = evidence;
  const text = reply.text.replace(BEHIND_REPLY, '');
  const said = withoutCodes(text, reply.code);
  const words = plainWords(wordsOf({ text: said }));
  const found =
    findWords(evidence, words.replace(OF_EVERY_REFUSAL, '')) ?? findWords(evidence, words);
  if (found) return { diagnosis: toDiagnosis(found, reply, words), weight: 'words' };
  const isCoded = reply.code !== null || reply.enhanced !== null;
  const subject = SUBJECTS[reply.enhanced?.slice(2, 4) ?? ''];
  const enhanced = subject ?? (isCoded ? causeOfEnhancedCode(evidence) : undefined);
  if (enhanced) {
    return { diagnosis: toDiagnosis({ cause: enhanced }, reply, words), weight: 'enhanced' };
  }
  const isExpired = /^[45]\.4\.7$/.test(reply.enhanced ?? '');
  if (isExpired || findRule(expiryRules, evidence, reply, words)) {
    return { diagnosis: diagnosisOf('delivery-expired'), weight: 'expiry' };
  }
  const status = causeOfStatus(reply.enhanced);
  if (status) return { diagnosis: toDiagnosis({ cause: status }, reply, words), weight: 'status' };
  if (reply.code !== null) return { diagnosis: ofCode(evidence, text), weight: 'code' };
  return { diagnosis: diagnosisOf('unknown'), weight: 'none' };
}

/** The meaning of a bare code without its step, which says nothing of the mail's content. */
function ofCode({ isStepTold, ...evidence }: ReportEvidence, text: string): Diagnosis {
  const diagnosis = diagnose({ ...evidence, reply: { ...evidence.reply, text } });
  const isGuess = !isStepTold && diagnosis.cause === 'content-rejected';
  return isGuess ? diagnosisOf('unknown') : diagnosis;
}

/** What the words say, the surest first. */
function findWords(evidence: ReportEvidence, words: string): Outcome | undefined {
  const { reply } = evidence;
  const find = (rules: Parameters<typeof findRule>[0]) => findRule(rules, evidence, reply, words);
  const isCoded = reply.code !== null || reply.enhanced !== null;
  // RFC 3463 section 3.5: the network, and the way to the other server.
  const isOfNetwork = !isCoded || /^[45]\.4\./.test(reply.enhanced ?? '');
  const isOfSender =
    (isCoded && evidence.step === 'mail-from') || SPEAKS_OF_SENDER.test(wordsOf(reply));
  const network = isOfSender ? undefined : find(bounceRules);
  const shared = isCoded ? undefined : findShared(words);
  const remote = find(remoteRules);
  const isOwnQuota = remote?.cause === 'mailbox-full' && IS_OWN_SENDING.test(words);
  return (
    find(loopRules) ??
    (isOwnQuota ? undefined : remote) ??
    (isTooLarge(reply) ? TOO_LARGE : undefined) ??
    (isOfNetwork || OF_THE_WAY.has(network?.cause) ? network : undefined) ??
    (isCoded ? ruleOfWords(evidence, reply, words) : undefined) ??
    network ??
    (isOfSender ? shared : undefined) ??
    find(uncodedRules) ??
    shared ??
    placeRules.find((rule) => rule.words.test(reply.text))
  );
}

/** Words about how much one may send. */
const IS_OWN_SENDING =
  /\b(?:send(?:er|ing|s)?|outgoing|outbound|daily|per (?:hour|day|minute)|hourly|monthly|queue|organi[sz]ation)\b|发信|发送|发件/i;

/** Causes that no server states of itself: the server, or the way to it, did not answer. */
const OF_THE_WAY: ReadonlySet<Cause | undefined> = new Set<Cause>([
  'connection-timeout',
  'network-unreachable',
]);

/** Rules of a conversation that hold for reports too, since reports use their words in no other sense. */
const SHARED_RULES = [
  ...policyRules,
  ...filterRules,
  ...greylistRules,
  ...addressRules,
  ...relayRules,
  ...senderRules,
];

/** Applies the rules for coded replies to words without a code: once as a refusal, once as a temporary one. */
function findShared(words: string): Outcome | undefined {
  const find = (code: number) =>
    findRule(SHARED_RULES, { step: 'data' }, { code, enhanced: null, text: words }, words);
  return find(550) ?? find(451);
}

/** Words that Exim adds to a server's reply when it gives up. The reason is the reply. */
const BEHIND_REPLY = /(?<=\S): retry time(?:out exceeded|\s?not reached)\b.{0,80}$/i;

/**
 * Words that Postfix puts before any reason, whatever rule refused. Where it names the sender, the reason may be the sender's
 * domain.
 */
const OF_EVERY_REFUSAL =
  /\b(?:recipient address rejected:\s+(?!access denied)|sender address rejected:\s+(?!domain|host|need|malformed|unverified|undeliverable|user))(?=\S)/i;

const TOO_LARGE: Outcome = { cause: 'message-too-large' };

/**
 * Whether the enhanced code says that the message is too large (RFC 3463 sections 3.3 and 3.4). Its code outweighs the sentence.
 */
function isTooLarge({ enhanced }: Reply): boolean {
  return /^[45]\.(?:2\.3|3\.4)$/.test(enhanced ?? '');
}

/** The meaning of a code's subject at any step (RFC 3463 section 3): the content of the message. */
const SUBJECTS: Partial<Record<string, Cause>> = { '6.': 'content-rejected' };

/** Words that tell whose domain or address was not found. */
const SPEAKS_OF_SENDER =
  /\bsender|\bfrom (?:address|domain)\b|\bmail from\b|\benvelope from\b|\bhelo\b|发件人/i;

/** Words about an account of one's own. */
const IS_OWN =
  /\byour? (?:account|mail ?box|domain|service|sending)\b|\bsend(?:er|ing)\b|\boutgoing\b|发信|发件|\bauthenticate to server\b/i;

/** Words of a provider that knows the addresses of its account. */
const OF_OWN_SENDER =
  /\bsend[ -]?(?:ing )?as|\bbehalf\b|\bown(?:ed|s)?\b|\byour?\b|\balias\b|\baccount|\blogged|不一致|不匹配|不符/i;

/** Causes that a server states of an account. In a report the account is the recipient's. */
const OF_ACCOUNT: ReadonlySet<Cause> = new Set<Cause>([
  'account-suspended',
  'auth-disabled',
  'auth-failed',
  'auth-throttled',
]);

// A lock stated by the server in the settings is on the user's own account. A server further on means the account of the
// recipient, unless the words say otherwise.
function asOfRecipient(diagnosis: Diagnosis, { step, reply }: ReportEvidence): Diagnosis {
  // The right to send under a name is a matter between an account and its own provider.
  if (diagnosis.cause === 'sender-mismatch' && !OF_OWN_SENDER.test(reply.text))
    return diagnosisOf('sender-rejected');
  if (step === 'auth') return diagnosis;
  if (!OF_ACCOUNT.has(diagnosis.cause) || IS_OWN.test(reply.text)) return diagnosis;
  return diagnosisOf('recipient-rejected');
}

/** The codes of further lines of the same reply, which a report has joined into one line. */
function withoutCodes(text: string, code: number | null): string {
  if (code === null) return text;
  return text.replace(new RegExp(`\\s${code}[ -](?:[245]\\.\\d{1,3}\\.\\d{1,3}\\b)?`, 'g'), ' ');
}
