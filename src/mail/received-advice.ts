import type { ReceivedAdvice, ReceivedFacts } from '../report/received-letter.js';
import type { NotedResult } from './authentication-results.js';

const BODY_CHANGED = /\bbody[\s-]{0,3}hash|\bbody has been altered|\bmessage has been altered/i;
/** Results that are failures. A trouble of DNS is none, though some write it as `tempfail`. */
export const FAILED = /^(?:soft|hard|perm_?)?fail$|^perm_?error$/;
const NO_KEY =
  /\bno (?:public )?key\b|\bkey (?:was )?not found|\bmissing (?:public )?key|\bkey (?:is )?(?:missing|revoked|not available)|\bno such key|\brevoked\b/i;

/** The relation of the results to the domain that people see. */
interface Judged extends Pick<ReceivedFacts, 'alignment' | 'forwarding'> {
  /** SPF was checked for that domain, or for one below or above it. */
  isOwnEnvelope: boolean;
  /** Another server that the mail passed tells of a failure. */
  isDoubted: boolean;
}

/**
 * The advice, the weightiest first; nothing where all is well.
 *
 * @param noted the receiver's results, with its remarks
 */
export function adviceFor(
  noted: readonly NotedResult[],
  { alignment, forwarding, isOwnEnvelope, isDoubted }: Judged,
  isSpam: boolean,
): ReceivedAdvice[] {
  const resultsOf = (name: string) =>
    noted.filter(({ method }) => method === name).map(({ result }) => result);
  const [spf] = resultsOf('spf');
  const dkim = noted.filter(({ method }) => method === 'dkim');
  const hasPassed = spf === 'pass' || dkim.some(({ result }) => result === 'pass');
  const isJudged = spf !== undefined || dkim.length > 0;
  const ofText = isDoubted ? 'judged-otherwise' : 'content';
  if (!isJudged) return isSpam ? ['not-judged', ofText] : ['not-judged'];
  const isProven = alignment.spf === 'pass' || alignment.dkim === 'pass';
  const isForeign =
    hasPassed && !isProven && (alignment.spf === 'fail' || alignment.dkim === 'fail');
  // Where DKIM proves the sender, a failure of another domain's SPF matters little.
  const isSpfWeighty = !forwarding && (isOwnEnvelope || alignment.dkim !== 'pass');
  const wasRight = forwarding?.authentication.some(
    ({ method, result }) => method === 'dkim' && result === 'pass',
  );
  const isChanged =
    wasRight === true && dkimAdvice(dkim).some((code) => /^dkim-(?:failed|body)/.test(code));
  const advice: ReceivedAdvice[] = [
    ...(spf === 'none' && isSpfWeighty ? (['spf-missing'] as const) : []),
    ...(FAILED.test(spf ?? '') && isSpfWeighty ? (['spf-failed'] as const) : []),
    ...(isChanged ? (['forwarder-changed'] as const) : dkimAdvice(dkim)),
    ...(forwarding && !isProven && !isChanged ? (['forwarded'] as const) : []),
    ...(isForeign && !forwarding ? (['not-aligned'] as const) : []),
    ...(resultsOf('dmarc').includes('none') ? (['dmarc-missing'] as const) : []),
  ];
  return isSpam && advice.length === 0 ? [ofText] : advice;
}

function dkimAdvice(results: readonly NotedResult[]): ReceivedAdvice[] {
  if (results.length === 0 || results.some(({ result }) => result === 'pass')) return [];
  if (results.every(({ result }) => result === 'none')) return ['dkim-missing'];
  // Some receivers call it neutral or temporary, and give the reason in the remark.
  if (results.some(({ note }) => BODY_CHANGED.test(note))) return ['dkim-body-changed'];
  if (results.some(({ note }) => NO_KEY.test(note))) return ['dkim-key-missing'];
  return results.some(({ result }) => FAILED.test(result)) ? ['dkim-failed'] : [];
}
