import { isFromWildcard } from '../../dns/is-from-wildcard.js';
import type { DnsResolver } from '../../dns/resolver.js';
import { parseDkimKey } from '../../mail/dkim/parse-dkim-key.js';
import type { DkimKeyProblem } from '../../report/dkim-key-problem.js';
import type { DomainFinding } from '../../report/domain-finding.js';
import type { DmarcView } from '../dmarc/check-dmarc.js';
import { treeNames } from '../dmarc/find-policy.js';
import type { GivenSelector } from '../domain-fault.js';
import type { DomainQuestion } from '../question.js';

/** A key as it was found, or not. */
interface KeyAt {
  selector: string;
  finding: DomainFinding | undefined;
  bits: number | null;
  text: string;
}

/**
 * Whether the keys with which mail of this domain is signed can be found and used (RFC 6376). A key of a domain above counts as
 * well, up to that of the organisation, unless the policy is strict (RFC 9989 section 4.4.1).
 *
 * @param policy what DMARC says of the domain
 */
export async function checkDkim(
  question: DomainQuestion,
  policy: Promise<DmarcView>,
  resolver: DnsResolver,
): Promise<DomainFinding> {
  const finding = await findKeys(question, policy, resolver);
  const { facts } = finding;
  const { domain } = question;
  const isOutside = facts.kind === 'dkim-found' && facts.domain !== domain;
  const isMissing = facts.kind === 'dkim-key-missing' && facts.isGiven;
  const view = await policy;
  if (!isMissing && !(isOutside && view.found?.record.dkim === 'strict')) return finding;
  // The given key does not count. Without any key at a name that counts, no signature agrees.
  const looks = await Promise.all(
    [domain, ...signersAbove(domain, view)].map((name) => lookBelow(name, resolver)),
  );
  const isAlone = looks.every((one) => isWithoutKey(one));
  return isAlone ? { ...finding, facts: { ...facts, isAlone } } : finding;
}

async function findKeys(
  question: DomainQuestion,
  policy: Promise<DmarcView>,
  resolver: DnsResolver,
): Promise<DomainFinding> {
  const own = await checkKeysOf(question.domain, question, resolver);
  if (!isWithoutKey(own)) return own;
  const above = await Promise.all(
    signersAbove(question.domain, await policy).map((domain) =>
      checkKeysOf(domain, question, resolver),
    ),
  );
  return above.find((finding) => !isWithoutKey(finding)) ?? own;
}

function isWithoutKey({ facts }: DomainFinding): boolean {
  const isGone = facts.kind === 'dkim-key-missing' || facts.kind === 'dkim-key-revoked';
  return isGone || (facts.kind === 'dkim-unknown' && facts.hasKeys === false);
}

/** The domains above whose signatures agree with the sender's, for some receivers at least. */
function signersAbove(
  domain: string,
  { found, organization, organizationByList }: DmarcView,
): string[] {
  if (found?.record.dkim === 'strict') return [];
  const organizations = [organization, organizationByList];
  return treeNames(domain).filter((name) =>
    organizations.some((one) => name !== domain && `.${name}`.endsWith(`.${one}`)),
  );
}

async function checkKeysOf(
  domain: string,
  question: DomainQuestion,
  resolver: DnsResolver,
): Promise<DomainFinding> {
  const { selectors } = question;
  const known = question.provider?.delivery?.dkim?.value;
  const usual = known && known.form !== 'issued' ? known.selectors : [];
  const names: readonly GivenSelector[] =
    selectors.length > 0 ? selectors : usual.map((selector) => ({ selector }));
  if (names.length === 0) return await lookBelow(domain, resolver);
  const isGiven = selectors.length > 0;
  const keys = await Promise.all(
    names.map(({ selector, domain: at = domain }) =>
      keyAt(selector, { domain: at, isGiven }, resolver),
    ),
  );
  const good = keys.filter(({ finding }) => finding === undefined);
  const bad = keys.flatMap(({ finding }) => finding ?? []);
  const isOneEnough = !isGiven && good.length > 0;
  const isOnlyMissing = bad.every(({ facts }) => facts.kind === 'dkim-key-missing');
  if (!isGiven && known?.form === 'usual' && isOnlyMissing && !isOneEnough) {
    return await lookBelow(domain, resolver);
  }
  const [worst] = [...bad].sort((a, b) => rank(a) - rank(b));
  if (worst && !isOneEnough) return worst;
  // Where all records were given with one domain, the keys are of that one.
  const [first, ...others] = new Set(names.map((one) => one.domain ?? domain));
  const lengths = good.flatMap(({ bits }) => bits ?? []);
  return {
    name: 'dkim',
    status: 'ok',
    facts: {
      kind: 'dkim-found',
      domain: others.length === 0 && first !== undefined ? first : domain,
      selectors: good.map(({ selector }) => selector),
      shortest: lengths.length > 0 ? Math.min(...lengths) : null,
    },
    evidence: good.map(({ text }) => text),
    record: null,
  };
}

const STATUSES = ['failed', 'unknown', 'warning', 'skipped', 'ok'] as const;
const rank = ({ status }: DomainFinding) => STATUSES.indexOf(status);

/** The damage that quotation marks in the text cause. */
const DAMAGES: readonly DkimKeyProblem[] = ['no-tags', 'wrong-version', 'not-base64'];
const SEVERAL: { problem: DkimKeyProblem } = { problem: 'several-records' };

async function keyAt(
  selector: string,
  { domain, isGiven }: { domain: string; isGiven: boolean },
  resolver: DnsResolver,
): Promise<KeyAt> {
  const name = `${selector}._domainkey.${domain}`;
  const answer = await resolver.ask('TXT', name);
  const base = { selector, bits: null, text: '' };
  const without = (
    status: DomainFinding['status'],
    facts: DomainFinding['facts'],
    evidence: string[] = [],
  ): KeyAt => ({
    ...base,
    finding: { name: 'dkim', status, facts, evidence, record: null },
  });
  if (answer.status === 'error' || answer.status === 'unaskable') {
    const code = answer.status === 'error' ? answer.code : 'EBADNAME';
    return without('unknown', { kind: 'dns-unavailable', name, code });
  }
  const missing = { kind: 'dkim-key-missing', domain, selector, isGiven } as const;
  if (answer.status !== 'found') return without('failed', missing);
  const [text = ''] = answer.records;
  const evidence = answer.records.map((one) => `${name} TXT "${one}"`);
  const reading = answer.records.length > 1 ? SEVERAL : parseDkimKey(text);
  if ('key' in reading) {
    const [shown = ''] = evidence;
    return { ...base, finding: undefined, bits: reading.key.bits ?? null, text: shown };
  }
  // The text of a wildcard for other names is no key that somebody has published here.
  if (await isFromWildcard('TXT', name, resolver)) return without('failed', missing);
  const isQuoted = /["“”]/.test(text) && DAMAGES.includes(reading.problem);
  const problem = isQuoted ? 'quoted' : reading.problem;
  if (problem === 'revoked') {
    return without('failed', { kind: 'dkim-key-revoked', domain, selector }, evidence);
  }
  return without('failed', { kind: 'dkim-key-malformed', domain, selector, problem }, evidence);
}

/**
 * Whether the domain has any keys, when no selector is known and no key can be asked for. The name above all keys exists as soon
 * as one of them does (RFC 8020).
 */
async function lookBelow(domain: string, resolver: DnsResolver): Promise<DomainFinding> {
  const name = `_domainkey.${domain}`;
  const answer = await resolver.ask('TXT', name);
  const isThere = { found: true, 'no-data': true, 'no-name': false }[answer.status as string];
  const hasKeys = isThere && !(await isOfWildcard(name, resolver));
  return {
    name: 'dkim',
    status: hasKeys === undefined ? 'unknown' : 'warning',
    facts: { kind: 'dkim-unknown', domain, hasKeys: hasKeys ?? null },
    evidence: isThere === false ? [`${name} NXDOMAIN`] : [],
    record: null,
  };
}

/** Whether a name that seems to be there is but covered by a wildcard for texts, or for hosts. */
async function isOfWildcard(name: string, resolver: DnsResolver): Promise<boolean> {
  const isOf = (['TXT', 'A'] as const).map((type) => isFromWildcard(type, name, resolver));
  return (await Promise.all(isOf)).includes(true);
}
