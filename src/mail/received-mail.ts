import type { AuthenticationResult } from '../report/arrival.js';
import type { Agreement, ReceivedAdvice, ReceivedFacts } from '../report/received-letter.js';
import { fieldOf, type HeaderFields } from './header-fields.js';
import { readHops } from './hops.js';
import { loadOrganisations } from './organisations.js';
import { receiverAuthentication } from './receiver.js';
import { readSpamVerdicts } from './spam-verdicts.js';

/** A mail that arrived, before it is put into words. */
export interface FoundReceived extends ReceivedFacts {
  advice: ReceivedAdvice[];
  isSpam: boolean;
}

const MOST_SIGNERS = 5;
const LONGEST_WORD = 255;

/**
 * What a mail that arrived tells: who judged it and how, its way, and whether its domains agree.
 *
 * @param clean takes secrets and control characters out of words from outside
 */
export async function readReceived(
  headers: HeaderFields,
  clean: (text: string) => string,
): Promise<FoundReceived> {
  const word = (text: string | null) => (text && clean(text).slice(0, LONGEST_WORD)) || null;
  const authentication = receiverAuthentication(headers, await loadOrganisations()).map(
    ({ note: _, ...result }) => ({
      ...result,
      domain: word(result.domain),
      by: word(result.by),
    }),
  );
  const from = word(domainInField(fieldOf(headers, 'from')));
  const spf = authentication.find(({ method }) => method === 'spf');
  const dkim = authentication.filter(({ method }) => method === 'dkim');
  const envelope = word(domainInField(fieldOf(headers, 'return-path'))) ?? spf?.domain ?? null;
  const alignment = {
    spf: await agreement(from, spf ? [spf] : []),
    dkim: await agreement(from, dkim),
  };
  const filters = readSpamVerdicts(headers);
  const hops = readHops(headers).map((hop) => ({ ...hop, from: word(hop.from), by: word(hop.by) }));
  const signers = signersIn(headers).flatMap((signer) => word(signer) ?? []);
  const facts = { from, envelope, signers, authentication, alignment };
  const isSpam = filters.some((verdict) => verdict.isSpam === true);
  return { ...facts, filters, hops, advice: adviceFor(facts, isSpam), isSpam };
}

/** Whether one of those that passed is for the domain that people see (RFC 9989 section 4.4, relaxed). */
async function agreement(
  from: string | null,
  results: readonly AuthenticationResult[],
): Promise<Agreement> {
  if (from === null || results.length === 0) return 'unknown';
  const own = await organisationOf(from);
  const passed = results.filter(({ result }) => result === 'pass');
  if (passed.some(({ domain }) => domain === null)) return 'unknown';
  const others = await Promise.all(passed.map(({ domain }) => organisationOf(domain ?? '')));
  return others.includes(own) ? 'pass' : 'fail';
}

async function organisationOf(domain: string): Promise<string> {
  const { getDomain } = await import('tldts');
  return getDomain(domain, { allowPrivateDomains: true }) ?? domain;
}

/** What helps, the weightiest first; nothing where all is well. */
function adviceFor(
  { authentication, alignment }: Pick<ReceivedFacts, 'authentication' | 'alignment'>,
  isSpam: boolean,
): ReceivedAdvice[] {
  const resultsOf = (name: string) =>
    authentication.filter(({ method }) => method === name).map(({ result }) => result);
  const [spf] = resultsOf('spf');
  const dkim = resultsOf('dkim');
  const isJudged = spf !== undefined || dkim.length > 0;
  if (!isJudged) return isSpam ? ['not-judged', 'content'] : ['not-judged'];
  const isSigned = dkim.some((result) => result !== 'none');
  const advice: ReceivedAdvice[] = [
    ...(spf === 'none' ? (['spf-missing'] as const) : []),
    ...(/fail|permerror/.test(spf ?? '') ? (['spf-failed'] as const) : []),
    ...(dkim.length > 0 && !isSigned ? (['dkim-missing'] as const) : []),
    ...(isSigned && !dkim.includes('pass') && dkim.some((result) => /fail|permerror/.test(result))
      ? (['dkim-failed'] as const)
      : []),
    ...(isForeign(alignment, spf, dkim) ? (['not-aligned'] as const) : []),
    ...(resultsOf('dmarc').includes('none') ? (['dmarc-missing'] as const) : []),
  ];
  return isSpam && advice.length === 0 ? ['content'] : advice;
}

/** Something passed, and none of it for the domain that people see. */
function isForeign(
  { spf, dkim }: ReceivedFacts['alignment'],
  spfResult: string | undefined,
  dkimResults: readonly string[],
): boolean {
  const hasPassed = spfResult === 'pass' || dkimResults.includes('pass');
  return hasPassed && spf !== 'pass' && dkim !== 'pass' && (spf === 'fail' || dkim === 'fail');
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
