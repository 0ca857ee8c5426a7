import type { DnsResolver } from '../../dns/resolver.js';
import { parseDkimKey } from '../../mail/dkim/parse-dkim-key.js';
import type { DkimKeyProblem, DomainFinding } from '../../report/domain-finding.js';
import type { DomainQuestion } from '../question.js';

/** A key as it was found, or not. */
interface KeyAt {
  selector: string;
  finding: DomainFinding | undefined;
  bits: number | null;
  text: string;
}

/** Whether the keys with which mail of this domain is signed can be found and used (RFC 6376). */
export async function checkDkim(
  question: DomainQuestion,
  resolver: DnsResolver,
): Promise<DomainFinding> {
  const { domain, selectors } = question;
  const known = question.provider?.delivery?.dkim?.value;
  const usual = known && known.form !== 'issued' ? known.selectors : [];
  const names = selectors.length > 0 ? selectors : usual;
  if (names.length === 0) return await lookBelow(domain, resolver);
  const isGiven = selectors.length > 0;
  const keys = await Promise.all(
    names.map((selector) => keyAt(selector, { domain, isGiven }, resolver)),
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
  const lengths = good.flatMap(({ bits }) => bits ?? []);
  return {
    name: 'dkim',
    status: 'ok',
    facts: {
      kind: 'dkim-found',
      domain,
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

async function keyAt(
  selector: string,
  { domain, isGiven }: { domain: string; isGiven: boolean },
  resolver: DnsResolver,
): Promise<KeyAt> {
  const name = `${selector}._domainkey.${domain}`;
  const answer = await resolver.ask('TXT', name);
  const base = { selector, bits: null, text: '' };
  const failed = (
    status: DomainFinding['status'],
    facts: DomainFinding['facts'],
    evidence: string[] = [],
  ): KeyAt => ({
    ...base,
    finding: { name: 'dkim', status, facts, evidence, record: null },
  });
  if (answer.status === 'error' || answer.status === 'unaskable') {
    const code = answer.status === 'error' ? answer.code : 'EBADNAME';
    return failed('unknown', { kind: 'dns-unavailable', name, code });
  }
  if (answer.status !== 'found') {
    return failed('failed', { kind: 'dkim-key-missing', domain, selector, isGiven });
  }
  const [text = ''] = answer.records;
  if (answer.records.length > 1) {
    const facts = {
      kind: 'dkim-key-malformed',
      domain,
      selector,
      problem: 'several-records',
    } as const;
    return failed(
      'failed',
      facts,
      answer.records.map((one) => `${name} TXT "${one}"`),
    );
  }
  const shown = `${name} TXT "${text}"`;
  const reading = parseDkimKey(text);
  if ('key' in reading) {
    return { ...base, finding: undefined, bits: reading.key.bits ?? null, text: shown };
  }
  const isQuoted = /["“”]/.test(text) && DAMAGES.includes(reading.problem);
  const problem = isQuoted ? 'quoted' : reading.problem;
  if (problem === 'revoked') {
    return failed('failed', { kind: 'dkim-key-revoked', domain, selector }, [shown]);
  }
  return failed('failed', { kind: 'dkim-key-malformed', domain, selector, problem }, [shown]);
}

/**
 * Whether the domain has any keys, when no selector is known and no key can be asked for. The name above all keys exists as soon
 * as one of them does (RFC 8020).
 */
async function lookBelow(domain: string, resolver: DnsResolver): Promise<DomainFinding> {
  const name = `_domainkey.${domain}`;
  const answer = await resolver.ask('TXT', name);
  const hasKeys = { found: true, 'no-data': true, 'no-name': false }[answer.status as string];
  return {
    name: 'dkim',
    status: hasKeys === undefined ? 'unknown' : 'warning',
    facts: { kind: 'dkim-unknown', domain, hasKeys: hasKeys ?? null },
    evidence: hasKeys === false ? [`${name} NXDOMAIN`] : [],
    record: null,
  };
}
