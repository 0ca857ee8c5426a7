import type { AuthenticationResult } from '../report/arrival.js';
import type {
  Agreement,
  ReceivedAdvice,
  ReceivedFacts,
  SignatureFacts,
} from '../report/received-letter.js';
import {
  type NotedResult,
  parseAuthenticationResults,
  plainResults,
} from './authentication-results.js';
import { forwardingOf } from './forwarding.js';
import { fieldOf, type HeaderFields } from './header-fields.js';
import { readHops } from './hops.js';
import { loadOrganisations, type Organisations } from './organisations.js';
import { adviceFor, FAILED } from './received-advice.js';
import { receiverAuthentication, receiverSide } from './receiver.js';
import { readSpamVerdicts } from './spam/read-spam-verdicts.js';

/** A mail that arrived, before it is put into words. */
export interface FoundReceived extends ReceivedFacts {
  advice: ReceivedAdvice[];
  isSpam: boolean;
}

/** The mail itself, where it is complete. */
export interface RawSource {
  bytes: Buffer;
  /** Verifies the signatures, where the receiver does not say whether it did. Given by callers that may ask DNS. */
  verify?: (bytes: Buffer) => Promise<NotedResult[]>;
}

const MOST_SIGNERS = 5;
const LONGEST_WORD = 255;

/**
 * What a mail that arrived tells: who judged it and how, its way, and whether its domains agree.
 *
 * @param clean takes secrets and control characters out of words from outside, when all is concluded from them: a password that is a
 * part of a domain changes no relation
 * @param raw then it is told whether its body is what was signed
 */
export async function readReceived(
  headers: HeaderFields,
  clean: (text: string) => string,
  raw?: RawSource,
): Promise<FoundReceived> {
  const word = (text: string | null) => (text && clean(text).slice(0, LONGEST_WORD)) || null;
  const words = (all: readonly string[]) => all.flatMap((one) => word(one) ?? []);
  const cleaned = <T extends AuthenticationResult>(results: readonly T[]) =>
    results.map((result) => ({ ...result, domain: word(result.domain), by: word(result.by) }));
  const organisations = await loadOrganisations();
  const side = receiverSide(headers, organisations);
  const written = receiverAuthentication(headers, side, organisations);
  const signers = signersIn(headers);
  const isOpen = signers.length > 0 && !written.some(({ method }) => method === 'dkim');
  const noted = [...written, ...((isOpen && (await raw?.verify?.(raw.bytes))) || [])];
  const authentication = plainResults(noted);
  const forwarding = forwardingOf(headers, written, organisations);
  const from = domainInField(fieldOf(headers, 'from'));
  const spf = authentication.find(({ method }) => method === 'spf');
  const dkim = authentication.filter(({ method }) => method === 'dkim');
  const envelope = domainInField(fieldOf(headers, 'return-path')) ?? spf?.domain ?? null;
  const alignment = {
    spf: agreement(from, spf ? [spf] : [], organisations),
    dkim: agreement(from, dkim, organisations),
  };
  const { domainOf } = organisations;
  const isDoubted = isJudgedBad(headers, noted[0]?.by);
  const isOwnEnvelope = !spf?.domain || domainOf(spf.domain) === domainOf(from ?? '');
  const filters = readSpamVerdicts(headers, side);
  const hops = readHops(headers).map((hop) => ({ ...hop, from: word(hop.from), by: word(hop.by) }));
  const hasPassed = dkim.some(({ result }) => result === 'pass');
  const ownDomain = from === null ? null : (domainOf(from) ?? from);
  const isOwnDomain = (domain: string) =>
    ownDomain === null || (domainOf(domain) ?? domain) === ownDomain;
  // Where a result names no domain, the signatures tell it.
  const isOwn = ({ method, domain }: NotedResult) =>
    domain === null
      ? method !== 'dkim' || signers.length === 0 || signers.some(isOwnDomain)
      : isOwnDomain(domain);
  const signatures = raw && signers.length > 0 && !hasPassed ? await readSignatures(raw.bytes) : [];
  const spam = filters.filter((one) => one.isSpam === true && one.where === 'receiver');
  const isSpam = spam.length > 0;
  const reasons = spam.flatMap((verdict) => verdict.reasons);
  return {
    ...{ from: word(from), envelope: word(envelope), signers: words(signers) },
    authentication: cleaned(authentication),
    forwarding: forwarding && {
      by: word(forwarding.by),
      authentication: cleaned(forwarding.authentication),
    },
    ...{ alignment, filters, hops, isSpam },
    signatures: signatures.map(({ domain, selector, body }) => ({
      ...{ domain: word(domain), selector: word(selector), body },
    })),
    advice: adviceFor(
      noted,
      { alignment, forwarding, isOwnEnvelope, isDoubted, reasons, isOwn },
      isSpam,
    ),
  };
}

/**
 * Whether any field of another server's results tells of a failure, or of the receiver's own, that DMARC failed. Those below the receiver's may be forged (RFC 8601 section 5), so they decide
 * nothing, but nobody can say either that the header is without a fault.
 */
function isJudgedBad(headers: HeaderFields, receiver: string | null | undefined): boolean {
  return headers
    .filter(({ name }) => name === 'authentication-results')
    .map(({ value }) => parseAuthenticationResults(value))
    .flatMap(({ by, results }) =>
      // What SPF and DKIM are to the receiver itself, the advice weighs.
      results.filter(({ method }) => method === 'dmarc' || by !== receiver),
    )
    .some(({ method, result }) => /^(?:spf|dkim|dmarc)$/.test(method) && FAILED.test(result));
}

/** Whether a passed result is for the domain that people see (RFC 9989 section 4.4, relaxed). */
function agreement(
  from: string | null,
  results: readonly AuthenticationResult[],
  { domainOf }: Organisations,
): Agreement {
  if (from === null || results.length === 0) return 'unknown';
  const passed = results.filter(({ result }) => result === 'pass');
  if (passed.some(({ domain }) => domain === null)) return 'unknown';
  const own = domainOf(from) ?? from;
  const others = passed.map(({ domain }) => domainOf(domain ?? '') ?? domain);
  return others.includes(own) ? 'pass' : 'fail';
}

async function readSignatures(raw: Buffer): Promise<SignatureFacts[]> {
  const { verifySignatures } = await import('./dkim/verify-signatures.js');
  const text = raw.toString('latin1');
  const end = /\n\r?\n/.exec(text)?.index;
  // A header that was pasted alone has no body that could have been changed.
  const hasBody = end !== undefined && text.slice(end).trim() !== '';
  return (await verifySignatures(raw)).map(({ domain, selector, isBodyIntact }) => {
    const isKnown = isBodyIntact !== null && (isBodyIntact || hasBody);
    const body = isKnown ? (isBodyIntact ? 'intact' : 'changed') : 'unknown';
    return { domain, selector, body };
  });
}

function signersIn(headers: HeaderFields): string[] {
  const domains = headers
    .filter(({ name }) => name === 'dkim-signature')
    .flatMap(
      ({ value }) => /(?:^|;)\s{0,99}d\s{0,9}=\s{0,9}([^\s;]{1,255})/.exec(value)?.[1] ?? [],
    );
  return [...new Set(domains)].slice(0, MOST_SIGNERS);
}

/** The domain of the first address in a field. */
function domainInField(value: string | undefined): string | null {
  const address = /<([^<>]{0,320})>/.exec(value ?? '')?.[1] ?? value ?? '';
  const domain = /@([^\s@<>,;"()]{1,253})\s*$/.exec(address.trim())?.[1];
  return domain?.toLowerCase() ?? null;
}
