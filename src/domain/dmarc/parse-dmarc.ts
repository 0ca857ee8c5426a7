import { splitTag, trimBlanks } from '../../mail/dkim/tag-list.js';
import type { DmarcPolicy, DmarcProblem } from '../../report/domain-finding.js';

/** Whether two domains must be the same, or of one organisation (RFC 9989). */
export type AlignmentMode = 'relaxed' | 'strict';

/** A DMARC record as it is read (RFC 9989 section 4.7). */
export interface DmarcRecord {
  policy: DmarcPolicy;
  /** The policy for subdomains (`sp`) and for names that do not exist (`np`), if it differs from `policy`. */
  subdomainPolicy?: DmarcPolicy;
  nonexistentPolicy?: DmarcPolicy;
  dkim: AlignmentMode;
  spf: AlignmentMode;
  /** `t=y`: the policy is being tested; receivers apply one step less. */
  isTesting: boolean;
  /** `psd=`: whether the domain is a public suffix; absent if the record does not say. */
  publicSuffix?: boolean;
  /** `pct=` of RFC 7489, which RFC 9989 no longer knows. */
  percent?: number;
  /** The addresses that reports go to. */
  reports: string[];
}

/** A record as receivers that keep to RFC 9989 read it, and the problem that other receivers have with it. */
export type DmarcReading =
  | { record: DmarcRecord; problem?: DmarcProblem }
  | { record?: undefined; problem: DmarcProblem };

/** Whether a TXT record is a DMARC record (RFC 9989 section 4.7). */
export function isDmarcRecord(text: string): boolean {
  return /^[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text);
}

/** Whether a TXT record is meant as a DMARC record, even if it is miswritten. */
export function isMeantAsDmarc(text: string): boolean {
  const plain = text.normalize('NFKC');
  const hasVersion = /\bv[^\w=]*=\W*dmarc/i.test(plain);
  return hasVersion || /\bp[^\w=:]*[=:]\W*(?:none|quarantine|reject)\b/i.test(plain);
}

/**
 * Reads a DMARC record (RFC 9989 section 4.10.1). Without a usable `p`, or with a policy for others that nobody
 * knows, it is `p=none` where reports are asked for, and nothing elsewhere.
 *
 * @param text one that `isDmarcRecord` takes
 */
export function parseDmarc(text: string): DmarcReading {
  const { tags, repeated } = readTags(text);
  // A tag-list that repeats a name is invalid (RFC 6376 section 3.2).
  if (repeated !== undefined) return { problem: { kind: 'repeated', tag: repeated } };
  const wrong: string[] = [];
  const take = <T>(name: string, read: (value: string) => T | undefined): T | undefined => {
    const value = tags.get(name);
    if (value === undefined) return undefined;
    const result = read(value);
    if (result === undefined) wrong.push(name);
    return result;
  };
  const policies = {
    policy: take('p', readPolicy),
    subdomainPolicy: take('sp', readPolicy),
    nonexistentPolicy: take('np', readPolicy),
  };
  const reports = (tags.get('rua') ?? '').split(',').flatMap((uri) => trimBlanks(uri) || []);
  const hasReports = reports.some((uri) => /^[a-z][\w+.-]*:./i.test(uri));
  const bad = policyProblem(policies.policy, wrong);
  if (bad && !hasReports) return { problem: bad };
  const { policy, subdomainPolicy, nonexistentPolicy } = bad
    ? { policy: 'none' as const }
    : policies;
  const percent = take('pct', readPercent);
  const publicSuffix = take('psd', readPublicSuffix);
  const record: DmarcRecord = {
    policy: policy ?? 'none',
    ...(subdomainPolicy ? { subdomainPolicy } : {}),
    ...(nonexistentPolicy ? { nonexistentPolicy } : {}),
    dkim: take('adkim', readMode) ?? 'relaxed',
    spf: take('aspf', readMode) ?? 'relaxed',
    isTesting: take('t', (value) => ({ y: true, n: false })[value.toLowerCase()]) ?? false,
    ...(publicSuffix === null || publicSuffix === undefined ? {} : { publicSuffix }),
    ...(percent === undefined ? {} : { percent }),
    reports,
  };
  const [tag] = wrong;
  const problem = bad ?? (tag === undefined ? spellingProblem(text) : { kind: 'bad-value', tag });
  return { record, ...(problem ? { problem } : {}) };
}

function policyProblem(
  policy: DmarcPolicy | undefined,
  wrong: readonly string[],
): DmarcProblem | undefined {
  if (policy === undefined) return { kind: 'no-policy' };
  const tag = (['sp', 'np'] as const).find((name) => wrong.includes(name));
  return tag && { kind: 'bad-subdomain-policy', tag };
}

/** Spellings that the standard allows and real programs misread: `test/deliverability/dmarc-cases.json`. */
function spellingProblem(text: string): DmarcProblem | undefined {
  const parts = text.split(';');
  if (trimBlanks(parts.at(-1) ?? '') === '') parts.pop();
  // All programs read blanks, but not around the version.
  const isPlain = /^v=DMARC1$/.test(parts[0] ?? '') && !parts.some(isOdd);
  return isPlain ? undefined : { kind: 'odd-spelling' };
}

/** Whether a part is empty or has a name in capitals. */
function isOdd(part: string): boolean {
  const at = part.indexOf('=');
  return at < 0 ? trimBlanks(part) === '' : /[A-Z]/.test(part.slice(0, at));
}

function readTags(text: string): { tags: Map<string, string>; repeated?: string } {
  const tags = new Map<string, string>();
  for (const part of text.split(';')) {
    const tag = splitTag(part);
    // A part that is no tag is ignored.
    if (!tag) continue;
    const name = tag.name.toLowerCase();
    if (tags.has(name)) return { tags, repeated: name.slice(0, LONGEST_NAME) };
    tags.set(name, tag.value);
  }
  return { tags };
}

/** The greatest number of characters of a tag's name that are shown. */
const LONGEST_NAME = 20;

function readPolicy(value: string): DmarcPolicy | undefined {
  const policy = value.toLowerCase();
  return policy === 'none' || policy === 'quarantine' || policy === 'reject' ? policy : undefined;
}

function readMode(value: string): AlignmentMode | undefined {
  return ({ r: 'relaxed', s: 'strict' } as const)[value.toLowerCase()];
}

function readPercent(value: string): number | undefined {
  return /^\d{1,3}$/.test(value) && Number(value) <= 100 ? Number(value) : undefined;
}

/** null for `u`, which makes no statement. */
function readPublicSuffix(value: string): boolean | null | undefined {
  return ({ y: true, n: false, u: null } as const)[value.toLowerCase()];
}
