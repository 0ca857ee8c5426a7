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
 * What stands behind a diagnosis: words or a code of its own, that it took too long, a status that says roughly
 * where it failed, a bare code, nothing.
 */
export type ReportWeight = 'words' | 'enhanced' | 'expiry' | 'status' | 'code' | 'none';

/** What the words of a report mean. */
export interface ReportDiagnosis {
  diagnosis: Diagnosis;
  weight: ReportWeight;
}

/** Evidence of which a reply is known; its code may be missing. */
export type ReportEvidence = Evidence &
  Required<Pick<Evidence, 'reply'>> & {
    /** The report says at which step it was. */
    isStepTold?: boolean;
  };

/**
 * Names the cause that a report's words support: what a server answered that is not the one in the
 * settings, or what the one that gave up says by itself. The same rules as in a conversation, and those
 * that hold for reports only.
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

/** A bare code without its step: it says nothing of the mail's content. */
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

/** How much one may send is spoken of. */
const IS_OWN_SENDING =
  /\b(?:send(?:er|ing|s)?|outgoing|outbound|daily|per (?:hour|day|minute)|hourly|monthly|queue|organi[sz]ation)\b|发信|发送|发件/i;

/** What no server says of itself: that it, or the way to it, did not answer. */
const OF_THE_WAY: ReadonlySet<Cause | undefined> = new Set<Cause>([
  'connection-timeout',
  'network-unreachable',
]);

/** Rules of a conversation whose words stand in no sentence that reports have by themselves. */
const SHARED_RULES = [
  ...policyRules,
  ...filterRules,
  ...greylistRules,
  ...addressRules,
  ...relayRules,
  ...senderRules,
];

/** What servers say with a code, said without one: as a refusal, or for now. */
function findShared(words: string): Outcome | undefined {
  const find = (code: number) =>
    findRule(SHARED_RULES, { step: 'data' }, { code, enhanced: null, text: words }, words);
  return find(550) ?? find(451);
}

/** What Exim adds to a server's reply when it gives up: the reply is the reason. */
const BEHIND_REPLY = /(?<=\S): retry time(?:out exceeded|\s?not reached)\b.{0,80}$/i;

/** What Postfix says before any reason, by whatever rule it refuses; of a sender the reason may be its domain. */
const OF_EVERY_REFUSAL =
  /\b(?:recipient address rejected:\s+(?!access denied)|sender address rejected:\s+(?!domain|host|need|malformed|unverified|undeliverable|user))(?=\S)/i;

const TOO_LARGE: Outcome = { cause: 'message-too-large' };

/** RFC 3463 sections 3.3 and 3.4: whatever the sentence speaks of besides. */
function isTooLarge({ enhanced }: Reply): boolean {
  return /^[45]\.(?:2\.3|3\.4)$/.test(enhanced ?? '');
}

/** What a code's subject says at whatever step (RFC 3463 section 3): the content of the message. */
const SUBJECTS: Partial<Record<string, Cause>> = { '6.': 'content-rejected' };

/** Whose domain or address it is that is not found. */
const SPEAKS_OF_SENDER =
  /\bsender|\bfrom (?:address|domain)\b|\bmail from\b|\benvelope from\b|\bhelo\b|发件人/i;

/** An account of one's own is spoken of. */
const IS_OWN =
  /\byour? (?:account|mail ?box|domain|service|sending)\b|\bsend(?:er|ing)\b|\boutgoing\b|发信|发件/i;

/** Said by a provider that knows its account's own addresses. */
const OF_OWN_SENDER =
  /\bsend[ -]?(?:ing )?as|\bbehalf\b|\bown(?:ed|s)?\b|\byour?\b|\balias\b|\baccount|\blogged|不一致|不匹配|不符/i;

/** Causes that a server names for an account, and which in a report are the recipient's. */
const OF_ACCOUNT: ReadonlySet<Cause> = new Set<Cause>([
  'account-suspended',
  'auth-disabled',
  'auth-failed',
  'auth-throttled',
]);

// The user's own account is locked where the server in the settings says so. Further on it is the
// account of the one who did not get the letter, unless the words say otherwise.
function asOfRecipient(diagnosis: Diagnosis, { step, reply }: ReportEvidence): Diagnosis {
  // Who may send under which name is between an account and its own provider.
  if (diagnosis.cause === 'sender-mismatch' && !OF_OWN_SENDER.test(reply.text))
    return diagnosisOf('sender-rejected');
  if (step === 'auth') return diagnosis;
  if (!OF_ACCOUNT.has(diagnosis.cause) || IS_OWN.test(reply.text)) return diagnosis;
  return diagnosisOf('recipient-rejected');
}

/** The codes of further lines of the same reply, which a report has joined to one. */
function withoutCodes(text: string, code: number | null): string {
  if (code === null) return text;
  return text.replace(new RegExp(`\\s${code}[ -](?:[245]\\.\\d{1,3}\\.\\d{1,3}\\b)?`, 'g'), ' ');
}
