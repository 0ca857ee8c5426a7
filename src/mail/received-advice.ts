import type { ReceivedAdvice, ReceivedFacts } from '../report/received-letter.js';
import type { NotedResult } from './authentication-results.js';

const BODY_CHANGED = /\bbody[\s-]{0,3}hash|\bbody has been altered|\bmessage has been altered/i;
/** Results that are failures. A trouble of DNS is none, though some write it as `tempfail`. */
export const FAILED = /^(?:soft|hard|perm_?)?fail$|^perm_?error$/;
const NO_KEY =
  /\bno (?:public )?key\b|\bkey (?:was )?not found|\bmissing (?:public )?key|\bkey (?:is )?(?:missing|revoked|not available)\b|\bno such key|\brevoked\b/i;
const UNSIGNED = /\bno sig(?:nature)?\b|\bnot signed\b|\bunsigned\b/i;
/** An error of DNS that may pass (RFC 7208 section 2.6.6, RFC 8601 section 2.7.1), in the words of some servers. */
const UNANSWERED = /^temp|^timeout$|^error$/;
/** Rules of SpamAssassin and rspamd about the server that sent, its name and its address, and about failures of SPF, DKIM and DMARC. */
const OF_SENDER =
  /^(?:RDNS_|RCVD_IN_|RBL_|RECEIVED_SPAMHAUS|HFILTER_H|(?:KHOP_)?HELO_|(?:R_)?SPF_(?:SOFT|PERM)?(?:FAIL|ERROR)|DKIM_INVALID|R_DKIM_(?:REJECT|PERMFAIL)|DMARC_(?:POLICY_)?(?:REJECT|QUAR|FAIL|SOFTFAIL))/;
/** Lists of good servers, and lists that gave no answer. */
const IN_FAVOUR = /DNSWL|MSPIKE_[HW]|IADB|BLOCKED|SAFE|CERTIFIED/;

/** The relation of the results to the domain that people see. */
interface Judged extends Pick<ReceivedFacts, 'alignment' | 'forwarding'> {
  /** SPF was checked for that domain, or for one below or above it. */
  isOwnEnvelope: boolean;
  /** Another server that the mail passed tells of a failure. */
  isDoubted: boolean;
  /** What the receiver's filters name, where they took the mail for spam. */
  reasons: readonly string[];
  /** Whether a result is of that domain, or of one below or above it. True where the result names none. */
  isOwn: (result: NotedResult) => boolean;
}

/**
 * The advice, the weightiest first; nothing where all is well.
 *
 * @param noted the receiver's results, with its remarks
 */
export function adviceFor(
  noted: readonly NotedResult[],
  { alignment, forwarding, isOwnEnvelope, isDoubted, reasons, isOwn }: Judged,
  isSpam: boolean,
): ReceivedAdvice[] {
  const of = (name: string) => noted.filter(({ method }) => method === name);
  const [spf] = of('spf').map(({ result }) => result);
  const dkim = of('dkim');
  const dmarc = of('dmarc').map(({ result }) => result);
  const passed = [...of('spf').slice(0, 1), ...dkim].filter(({ result }) => result === 'pass');
  const isJudged = spf !== undefined || dkim.length > 0;
  const isBlamed = reasons.some((name) => OF_SENDER.test(name) && !IN_FAVOUR.test(name));
  const ofText = isBlamed ? 'sender-blamed' : isDoubted ? 'judged-otherwise' : 'content';
  // The check that it leads to asks for SPF and DKIM as well.
  if (!isJudged && isBlamed) return [ofText];
  if (!isJudged) return isSpam ? ['not-judged', ofText] : ['not-judged'];
  const isAligned = alignment.spf === 'pass' || alignment.dkim === 'pass';
  const isProven = isAligned || dmarc.includes('pass');
  const signatures = dkim.filter(isOfSignature);
  const own = signatures.filter(isOwn);
  const hasOthers = signatures.some((one) => !isOwn(one) && one.result === 'pass');
  const ownDkim = own.length > 0 ? signatureAdvice(own) : hasOthers ? [] : missing(dkim);
  const isForeign = passed.length > 0 && !isProven && own.length === 0 && !passed.some(isOwn);
  // Where DKIM proves the sender, a failure of another domain's SPF matters little.
  const isSpfWeighty =
    !forwarding && (isOwnEnvelope || !(alignment.dkim === 'pass' || dmarc.includes('pass')));
  const wasRight = forwarding?.authentication.some(
    ({ method, result }) => method === 'dkim' && result === 'pass',
  );
  const isChanged = wasRight === true && ownDkim.some((code) => /^dkim-(?:failed|body)/.test(code));
  const isUnanswered =
    (isSpfWeighty && UNANSWERED.test(spf ?? '')) ||
    (!isProven && own.some((one) => UNANSWERED.test(one.result) && !NO_KEY.test(one.note))) ||
    dmarc.some((result) => UNANSWERED.test(result));
  const isOverruled =
    (isSpfWeighty && spf === 'policy') ||
    (!isProven && own.some(({ result }) => result === 'policy'));
  const advice: ReceivedAdvice[] = [
    ...(isSpfWeighty ? spfAdvice(spf) : []),
    ...(isChanged ? (['forwarder-changed'] as const) : ownDkim),
    ...(forwarding && !isProven && !isChanged ? (['forwarded'] as const) : []),
    ...(isForeign && !forwarding ? (['not-aligned'] as const) : []),
    ...(isOverruled ? (['policy'] as const) : []),
    // A domain without a record gets the result of a guess from Microsoft.
    ...(dmarc.some((result) => /^(?:none|bestguesspass)$/.test(result))
      ? (['dmarc-missing'] as const)
      : []),
    ...(dmarc.some((result) => /^perm_?error$/.test(result)) ? (['dmarc-broken'] as const) : []),
    ...(isUnanswered ? (['unanswered'] as const) : []),
  ];
  if (advice.length > 0) return advice;
  if (dmarc.some((result) => FAILED.test(result)) && !forwarding) return ['dmarc-failed'];
  return isSpam ? [ofText] : [];
}

/** What helps against a result of SPF (RFC 7208 section 2.6). */
function spfAdvice(result: string | undefined): ReceivedAdvice[] {
  if (result === 'none') return ['spf-missing'];
  if (/^perm_?error$/.test(result ?? '')) return ['spf-broken'];
  // Neutral: the record says nothing of the server that sent the mail.
  return result === 'neutral' || FAILED.test(result ?? '') ? ['spf-failed'] : [];
}

/** Whether a result of DKIM is that of a signature. */
function isOfSignature({ result, note }: NotedResult): boolean {
  return result !== 'none' && !(result === 'neutral' && UNSIGNED.test(note));
}

/** Signatures of other domains that fail are not to be mended: they would prove nothing. */
const missing = (dkim: readonly NotedResult[]): ReceivedAdvice[] =>
  dkim.length > 0 ? ['dkim-missing'] : [];

/** What helps against results of DKIM (RFC 8601 section 2.7.1), all of the domain that people see. */
function signatureAdvice(own: readonly NotedResult[]): ReceivedAdvice[] {
  if (own.some(({ result }) => result === 'pass')) return [];
  // Some receivers call it neutral or temporary, and give the reason in the remark.
  if (own.some(({ note }) => BODY_CHANGED.test(note))) return ['dkim-body-changed'];
  if (own.some(({ note }) => NO_KEY.test(note))) return ['dkim-key-missing'];
  const isWrong = own.some(({ result }) => result === 'neutral' || FAILED.test(result));
  return isWrong ? ['dkim-failed'] : [];
}
