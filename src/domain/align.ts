import type { DomainFinding } from '../report/domain-finding.js';
import type { AlignmentResult } from '../report/domain-report.js';
import type { DmarcView } from './dmarc/check-dmarc.js';
import type { DomainQuestion } from './question.js';

/** How SPF and DKIM agree with the sender's domain (RFC 9989 section 4.4). */
export interface Alignment {
  spf: AlignmentResult;
  dkim: AlignmentResult;
  dmarc: AlignmentResult;
}

/** What the checks have shown. */
export interface Shown {
  spf: DomainFinding;
  dkim: DomainFinding;
  dmarc: DmarcView;
}

/**
 * Tells from DNS alone whether a receiver will find the sender's domain in SPF or DKIM. `pass` and `fail` are certain as long as
 * the provider does what its facts say. Otherwise nobody knows before a mail has arrived.
 */
export function align(question: DomainQuestion, { spf, dkim, dmarc }: Shown): Alignment {
  const result = { spf: spfOf(question, spf, dmarc), dkim: dkimOf(question, dkim) };
  return { ...result, dmarc: eitherOf(result.spf, result.dkim) };
}

/**
 * Whether the envelope sender stays as it is. A server that is not known to rewrite it does not. Relays are the exception, and
 * a server of which nothing could be read.
 */
export function keepsSender({ provider, isUriUnread, addresses }: DomainQuestion): boolean {
  if (isUriUnread && addresses.length === 0) return false;
  const envelope = provider?.delivery?.envelope?.value;
  return envelope === 'sender' || (!envelope && provider?.kind !== 'relay');
}

function spfOf(
  question: DomainQuestion,
  { status, facts }: DomainFinding,
  { found }: DmarcView,
): AlignmentResult {
  const envelope = question.provider?.delivery?.envelope?.value;
  if (envelope === 'provider') return 'fail';
  // `aspf=s`: a domain below the sender's does not agree.
  if (envelope === 'subdomain' && found?.record.spf === 'strict') return 'fail';
  if (!keepsSender(question)) {
    // Under the sender's name the record does not list a stranger, and under its own name it does not agree.
    const isForeign = question.freeMailOwner && question.isThroughStranger;
    return isForeign && facts.kind !== 'spf-open' ? 'fail' : 'unknown';
  }
  if (facts.kind === 'spf-covers') return 'pass';
  if (facts.kind === 'spf-open') return facts.doesPass ? 'pass' : 'unknown';
  // A fault that mail of this server does not reach.
  const isBehind = facts.kind === 'spf-invalid' || facts.kind === 'spf-too-many-lookups';
  if (isBehind && status === 'warning') return 'pass';
  return status === 'failed' ? 'fail' : 'unknown';
}

function dkimOf(question: DomainQuestion, { facts }: DomainFinding): AlignmentResult {
  const { domain, provider, freeMailOwner, isThroughStranger, selectors } = question;
  if (freeMailOwner && isThroughStranger) return 'fail';
  // Its owner signs under selectors of its own, and whether it is the owner that sends is not known.
  if (freeMailOwner && !provider) return 'unknown';
  // The key of a given selector may belong to anybody, and that of a domain above may sign for other names.
  if (facts.kind === 'dkim-found') {
    if (facts.isAlone) return 'fail';
    return selectors.length > 0 || facts.domain !== domain ? 'unknown' : 'pass';
  }
  const isOwnDomain = freeMailOwner !== undefined && freeMailOwner.id === provider?.id;
  if (isOwnDomain && provider?.delivery?.signsByDefault?.value) return 'pass';
  if (facts.kind === 'dkim-key-missing' || facts.kind === 'dkim-key-revoked') {
    const mayBeOther = facts.kind === 'dkim-key-missing' && facts.isGiven && !facts.isAlone;
    return mayBeOther ? 'unknown' : 'fail';
  }
  return facts.kind === 'dkim-unknown' && facts.hasKeys === false ? 'fail' : 'unknown';
}

/** One of the two is enough (RFC 9989 section 4.4). */
function eitherOf(spf: AlignmentResult, dkim: AlignmentResult): AlignmentResult {
  if (spf === 'pass' || dkim === 'pass') return 'pass';
  return spf === 'fail' && dkim === 'fail' ? 'fail' : 'unknown';
}
