import { fieldOf, type HeaderFields } from '../header-fields.js';
import type { Verdict } from './verdict.js';

/** Categories of mail that is not wanted (learn.microsoft.com, message-headers-eop-mdo). */
const UNWANTED =
  /^(?:AMP|BIMP|BULK|DIMP|FTBP|GIMP|HPHI?SH|HSPM|INTOS|MALW|PHSH|SAP|SPM|SPOOF|UIMP)$/;
const SPAM_VERDICT = /^(?:SPM|SKS|SKB|BLK)$/;

/** Spam confidence level and filtering verdict, and where the mail was put. */
export function readMicrosoftFilter(fields: HeaderFields): Verdict[] {
  const report = fieldOf(fields, 'x-forefront-antispam-report') ?? '';
  // Its customers' mail bears one, too, of the check on its way out.
  const isOutbound = wordBehind(report, 'DIR') === 'OUT';
  const delivery = fieldOf(fields, 'x-microsoft-antispam-mailbox-delivery') ?? '';
  const level =
    fieldOf(fields, 'x-ms-exchange-organization-scl') ??
    (isOutbound ? undefined : wordBehind(report, 'SCL'));
  const words = {
    SCL: level,
    SFV: isOutbound ? undefined : wordBehind(report, 'SFV'),
    CAT: isOutbound ? undefined : wordBehind(report, 'CAT'),
    BCL: isOutbound ? undefined : wordBehind(fieldOf(fields, 'x-microsoft-antispam') ?? '', 'BCL'),
    dest: wordBehind(delivery, 'dest'),
  };
  const said = Object.entries(words).flatMap(([key, word]) => (word ? [`${key}:${word}`] : []));
  if (said.length === 0) return [];
  const score = level !== undefined && /^-?\d{1,2}$/.test(level) ? Number(level) : null;
  const isSpam = isJunk(words.dest) ?? isUnwanted(words, score);
  return [{ filter: 'Microsoft', isSpam, score, limit: score === null ? null : 5, reasons: said }];
}

/** Where the mail was put, which rules of the reader's decide as well. */
function isJunk(destination: string | undefined): boolean | undefined {
  if (destination === 'J') return true;
  return destination === 'I' ? false : undefined;
}

function isUnwanted(
  { SFV = '', CAT = '' }: { SFV?: string | undefined; CAT?: string | undefined },
  score: number | null,
): boolean {
  return SPAM_VERDICT.test(SFV) || UNWANTED.test(CAT) || (score !== null && score >= 5);
}

function wordBehind(value: string, key: string): string | undefined {
  return new RegExp(String.raw`(?:^|[;\s])${key}:([\w.-]{1,30})`).exec(value)?.[1];
}
