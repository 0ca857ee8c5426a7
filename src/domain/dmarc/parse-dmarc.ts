import { splitTag } from '../../mail/dkim/tag-list.js';
import type { DmarcPolicy, DmarcProblem } from '../../report/domain-finding.js';

/** Whether two domains must be the same, or of one organisation (RFC 9989). */
export type AlignmentMode = 'relaxed' | 'strict';

/** A DMARC policy record, read. */
export interface DmarcRecord {
  policy: DmarcPolicy;
  /** For subdomains (`sp`), and for names that do not exist (`np`), where another than `policy`. */
  subdomainPolicy?: DmarcPolicy;
  nonexistentPolicy?: DmarcPolicy;
  dkim: AlignmentMode;
  spf: AlignmentMode;
  /** `t=y`: the policy is being tested; receivers apply one step less. */
  isTesting: boolean;
  /** `psd=`: whether it is a public suffix, or surely none. */
  publicSuffix?: boolean;
  /** `pct=` of RFC 7489, which RFC 9989 no longer knows. */
  percent?: number;
  /** Where reports go. */
  reports: string[];
  /** Tags that were written wrongly and are passed over. */
  ignored: string[];
}

/** Whether a TXT record means to be a DMARC record. */
export function isDmarcRecord(text: string): boolean {
  return /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text);
}

/**
 * Reads a DMARC record. What is written wrongly counts as not written; without a usable `p` the policy is
 * `none` where reports are asked for (RFC 9989 section 4.7).
 *
 * @param text one that `isDmarcRecord` takes
 */
export function parseDmarc(text: string): { record: DmarcRecord } | { problem: DmarcProblem } {
  const { tags, ignored } = readTags(text);
  const take = <T>(name: string, read: (value: string) => T | undefined): T | undefined => {
    const value = tags.get(name);
    if (value === undefined) return undefined;
    const result = read(value);
    if (result === undefined) ignored.push(name);
    return result;
  };
  const policy = take('p', readPolicy);
  const reports = (tags.get('rua') ?? '').split(',').flatMap((uri) => uri.trim() || []);
  const hasReports = reports.some((uri) => /^[a-z][\w+.-]*:./i.test(uri));
  if (policy === undefined && !hasReports) return { problem: 'no-policy' };
  const subdomainPolicy = take('sp', readPolicy);
  const nonexistentPolicy = take('np', readPolicy);
  const percent = take('pct', readPercent);
  const publicSuffix = take('psd', readPublicSuffix);
  return {
    record: {
      policy: policy ?? 'none',
      ...(subdomainPolicy ? { subdomainPolicy } : {}),
      ...(nonexistentPolicy ? { nonexistentPolicy } : {}),
      dkim: take('adkim', readMode) ?? 'relaxed',
      spf: take('aspf', readMode) ?? 'relaxed',
      isTesting: take('t', (value) => ({ y: true, n: false })[value.toLowerCase()]) ?? false,
      ...(publicSuffix === null || publicSuffix === undefined ? {} : { publicSuffix }),
      ...(percent === undefined ? {} : { percent }),
      reports,
      ignored,
    },
  };
}

function readTags(text: string) {
  const tags = new Map<string, string>();
  const ignored: string[] = [];
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const tag = splitTag(part);
    const name = tag?.name.toLowerCase() ?? '';
    if (!tag) ignored.push(part.trim());
    else if (!tags.has(name)) tags.set(name, tag.value);
  }
  return { tags, ignored };
}

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

/** null for `u`, which says nothing. */
function readPublicSuffix(value: string): boolean | null | undefined {
  return ({ y: true, n: false, u: null } as const)[value.toLowerCase()];
}
