import type { DnsResolver } from '../../dns/resolver.js';
import type { DomainFinding, FindingFacts } from '../../report/domain-finding.js';
import { keepsSender } from '../align.js';
import { MOST_ADDRESSES } from '../check-own-server.js';
import { evidenceOf, findMeant } from '../meant-record.js';
import { formatNetwork, isCovered, samplesOf } from '../networks.js';
import type { DomainQuestion } from '../question.js';
import { checkHost } from './check-host.js';
import { isMeantAsSpf, repairedSpf } from './meant-as-spf.js';
import { mendSpf } from './mend-spf.js';
import { providersIn } from './of-others.js';
import { isSpfRecord } from './parse-spf.js';
import { MOST_LOOKUPS } from './spf-outcome.js';
import { doesLetNobody, EVERYBODY, type SpfTree, walkSpf } from './walk-spf.js';
import { addressTerm, mergeTerms, newRecord } from './write-spf.js';

/** The greatest number of address blocks that are named: the others are counted. */
const MOST_SHOWN = 5;
/** The greatest number of a provider's addresses that are tried on a record with a fault. */
const MOST_SAMPLES = 300;

/** Whether SPF (RFC 7208) allows the provider or the own server to send for this domain. */
export async function checkSpf(
  question: DomainQuestion,
  resolver: DnsResolver,
): Promise<DomainFinding> {
  const { domain, provider } = question;
  const include = isOfEnvelope(question) ? provider?.delivery?.spf?.value : undefined;
  const [tree, ofProvider] = await Promise.all([
    walkSpf(domain, resolver),
    include === undefined ? undefined : walkSpf(include, resolver),
  ]);
  const broken = findBroken(domain, tree);
  const several = tree.problems.find(
    (one) => one.kind === 'several-records' && one.domain === domain,
  );
  const texts =
    several?.kind === 'several-records'
      ? several.records
      : [tree.text].flatMap((text) => text ?? []);
  const evidence = texts.map((text) => `${domain} TXT "${text}"`);
  const senders = ofProvider
    ? samplesOf(ofProvider.networks, tree.networks)
    : question.addresses.slice(0, MOST_ADDRESSES);
  if (broken) {
    const refusedBy = async (dns: DnsResolver) =>
      (ofProvider ? [] : await evaluate(question, senders, dns))
        .filter(({ result }) => result !== 'pass')
        .map(({ ip }) => ip);
    const { facts } = broken;
    const value = await mendSpf({ domain, facts, tree, include, refusedBy }, resolver);
    const record = value === undefined ? null : ({ name: domain, type: 'TXT', value } as const);
    // Terms are read from left to right, and the first that matches ends it (RFC 7208 section 4.6.2).
    const isBehind = await doAllPass(question, senders, resolver);
    const status = isBehind ? 'warning' : broken.status;
    return { name: 'spf', record, evidence, ...broken, status };
  }
  if (tree.text === undefined) return await withoutRecord(question, resolver);
  const finding = (
    status: DomainFinding['status'],
    facts: FindingFacts,
    more: readonly string[] = [],
  ): DomainFinding => ({
    ...{ name: 'spf', status, facts, record: null },
    evidence: [...evidence, ...more],
  });
  // The first term that matches ends it, so an exception counts before all that stands behind it.
  const tried = tree.hasExceptions
    ? await evaluate(question, senders.slice(0, MOST_SAMPLES), resolver)
    : [];
  const refused = tried.filter(({ result }) => result !== 'pass');
  const isOpen = tree.rest === '+' || EVERYBODY.some((all) => isCovered(all, tree.networks));
  if (isOpen && refused.length === 0) {
    const doesPass = tried.length > 0 || !tree.hasExceptions;
    return finding('warning', { kind: 'spf-open', domain, doesPass });
  }
  const failed = [...tree.problems, ...(ofProvider?.problems ?? [])].find(
    ({ kind }) => kind === 'dns-error',
  );
  const letsNobody = doesLetNobody(tree);
  if (ofProvider && include !== undefined && provider) {
    const missing = ofProvider.networks.filter((network) => !isCovered(network, tree.networks));
    const names = { domain, provider: provider.name };
    const isEmpty = ofProvider.networks.length === 0;
    const isAllowed = missing.length + refused.length === 0;
    if (isAllowed && !isEmpty) return finding('ok', { kind: 'spf-covers', ...names });
    if (failed?.kind === 'dns-error') return finding('unknown', unavailable(failed));
    if (isEmpty && !letsNobody) return finding('ok', { kind: 'spf-found', domain });
    // Terms that depend on the address may let the mail pass.
    const isUndecided = tree.undecided.length > 0;
    const isPartial =
      tried.length > 0
        ? refused.length < tried.length
        : missing.length < ofProvider.networks.length;
    const facts = { kind: 'spf-provider-missing', ...names, isPartial } as const;
    const status = isUndecided || isPartial ? 'warning' : 'failed';
    const outside = tried.length > 0 ? refused.map(({ ip }) => ip) : missing.map(formatNetwork);
    const shown = outside.slice(0, MOST_SHOWN);
    const more = outside.length > MOST_SHOWN ? [`… ${outside.length - MOST_SHOWN}`] : [];
    const value = mergeTerms(tree.text, [`include:${include}`]);
    return {
      ...finding(status, facts, [...shown, ...more]),
      record: { name: domain, type: 'TXT', value },
    };
  }
  // For known addresses the evaluation decides: it may never come to the unanswered term.
  if (question.addresses.length > 0) {
    return await checkAddresses(question, { resolver, text: tree.text, finding });
  }
  if (failed?.kind === 'dns-error') return finding('unknown', unavailable(failed));
  const keeps = keepsSender(question);
  if (letsNobody && (keeps || question.isUriUnread)) {
    return finding(keeps ? 'failed' : 'warning', {
      kind: 'spf-address-missing',
      domain,
      addresses: [],
    });
  }
  const others = provider && keeps && tree.record ? providersIn(tree.record) : undefined;
  if (!provider || !others) return finding('ok', { kind: 'spf-found', domain });
  const hint = provider.advice?.['auth-policy-rejected'] ?? null;
  return finding('warning', {
    kind: 'spf-of-others',
    domain,
    provider: provider.name,
    others,
    hint,
  });
}

type MakeFinding = (
  status: DomainFinding['status'],
  facts: FindingFacts,
  more?: readonly string[],
) => DomainFinding;

/** What a receiver makes of mail from some addresses (RFC 7208 section 4). */
async function evaluate(
  { domain, helo, sender }: DomainQuestion,
  addresses: readonly string[],
  resolver: DnsResolver,
) {
  const identity = { domain, sender: sender ?? `postmaster@${domain}`, helo: helo ?? domain };
  return await Promise.all(
    addresses.map(async (ip) => ({ ip, ...(await checkHost({ ...identity, ip }, resolver)) })),
  );
}

/** Whether mail from all of some addresses passes; false for none of them, and for more than are tried. */
async function doAllPass(
  question: DomainQuestion,
  addresses: readonly string[],
  resolver: DnsResolver,
): Promise<boolean> {
  if (addresses.length === 0 || addresses.length > MOST_SAMPLES) return false;
  const outcomes = await evaluate(question, addresses, resolver);
  return outcomes.every(({ result }) => result === 'pass');
}

/** Whether a receiver accepts mail from the addresses of the user's own server. */
async function checkAddresses(
  question: DomainQuestion,
  { resolver, text, finding }: { resolver: DnsResolver; text: string; finding: MakeFinding },
): Promise<DomainFinding> {
  const { domain } = question;
  const addresses = question.addresses.slice(0, MOST_ADDRESSES);
  const outcomes = await evaluate(question, addresses, resolver);
  const missing = outcomes.filter(({ result }) => result !== 'pass');
  if (missing.length === 0) return finding('ok', { kind: 'spf-covers', domain, provider: null });
  const problem = missing.find((outcome) => outcome.problem)?.problem;
  if (problem?.kind === 'dns-error') return finding('unknown', unavailable(problem));
  // Others may ask for the name that the macros make.
  if (problem?.kind === 'unaskable') return finding('ok', { kind: 'spf-found', domain });
  if (problem) return finding('failed', { kind: 'spf-invalid', domain, problem });
  const refused = missing.map(({ ip }) => ip);
  const value = mergeTerms(text, refused.map(addressTerm));
  // Nobody knows from which of several addresses a mail will leave.
  const status = refused.length < outcomes.length ? 'warning' : 'failed';
  return {
    ...finding(status, { kind: 'spf-address-missing', domain, addresses: refused }),
    record: { name: domain, type: 'TXT', value },
  };
}

/** The fault that makes a record worthless for every sender. */
function findBroken(
  domain: string,
  { problems, lookups, text }: SpfTree,
): Pick<DomainFinding, 'status' | 'facts'> | undefined {
  const own = problems.find((problem) => problem.kind !== 'dns-error');
  if (own?.kind === 'several-records' && own.domain === domain) {
    const facts = { kind: 'spf-multiple', domain, count: own.records.length } as const;
    return { status: 'failed', facts };
  }
  if (own) return { status: 'failed', facts: { kind: 'spf-invalid', domain, problem: own } };
  if (lookups > MOST_LOOKUPS) {
    return { status: 'failed', facts: { kind: 'spf-too-many-lookups', domain, lookups } };
  }
  const failed = problems.find(({ kind }) => kind === 'dns-error');
  if (text === undefined && failed?.kind === 'dns-error') {
    return { status: 'unknown', facts: unavailable(failed) };
  }
  return undefined;
}

function unavailable({ name, code }: { name: string; code: string }): FindingFacts {
  return { kind: 'dns-unavailable', name, code };
}

/** Whether receivers check this domain's record. They check another one if the provider sets an envelope sender of its own. */
function isOfEnvelope({ provider }: DomainQuestion): boolean {
  const envelope = provider?.delivery?.envelope;
  return envelope === undefined || envelope.value === 'sender';
}

async function withoutRecord(
  question: DomainQuestion,
  resolver: DnsResolver,
): Promise<DomainFinding> {
  const { domain, provider, addresses, isUriUnread } = question;
  const isUnknown = isUriUnread && addresses.length === 0;
  const isOwnRead = isOfEnvelope(question);
  const include = provider?.delivery?.spf?.value;
  const isMeant = (text: string) => isSpfRecord(text) || isMeantAsSpf(text);
  // Many panels add the domain to the name of a record by themselves.
  const meant = await findMeant([domain, `${domain}.${domain}`], isMeant, resolver);
  const terms = include === undefined ? addresses.map(addressTerm) : [`include:${include}`];
  const repaired = meant && repairedSpf(meant.text);
  const value = repaired ? mergeTerms(repaired, terms) : newRecord(terms);
  return {
    name: 'spf',
    // A provider that nobody could read of may have an envelope sender of its own.
    status: isOwnRead && !isUnknown ? 'failed' : 'warning',
    facts: {
      kind: 'spf-missing',
      domain,
      provider: provider?.name ?? null,
      isOfEnvelope: isOwnRead,
      ...(meant ? { meantAt: meant.name } : {}),
    },
    evidence: evidenceOf(meant),
    record: value === undefined ? null : { name: domain, type: 'TXT', value },
  };
}
