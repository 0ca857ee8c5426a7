import { fieldOf, type HeaderFields } from '../header-fields.js';
import { NUMBER, numberIn, type Verdict } from './verdict.js';

/** The filter fields of one provider or product, by its documentation or by archived mails. */
interface ProviderFilter {
  filter: string;
  /** The only provider whose servers write it; null for a product that anybody may run. */
  operator: string | null;
  field: string;
  spam: RegExp;
  clean: RegExp;
  /** The field that has a score; null where there is none. */
  score: string | null;
}

/**
 * Filters with a documented or observed meaning. Fields without one are left out: X-QQ-*, X-CM-* and X-Coremail-Antispam (which
 * QQ and Coremail write into their users' mail), X-ICL-SCORE, X-7564579A and the like.
 */
const FILTERS: readonly ProviderFilter[] = [
  {
    // Archived mails: 1 in the inbox, 4 in the spam folder.
    filter: 'Yandex',
    operator: 'yandex.net',
    field: 'x-yandex-spam',
    spam: /^4$/,
    clean: /^1$/,
    score: null,
  },
  {
    // Sisimai's and rspamd's sources: 0 is "not recognized as spam", other numbers name the rule.
    filter: 'GMX',
    operator: 'gmx.net',
    field: 'x-gmx-antispam',
    spam: /^[1-9]\d{0,2}\b/,
    clean: /^0\b/,
    score: null,
  },
  {
    // rspamd's rule UNITEDINTERNET_SPAM.
    filter: 'UI',
    operator: 'gmx.net',
    field: 'x-ui-filterresults',
    spam: /^junk\b/i,
    clean: /^notjunk\b/i,
    score: null,
  },
  {
    // Archived mails, 2023 to 2026.
    filter: 'Proton',
    operator: 'protonmail.ch',
    field: 'x-pm-spam-action',
    spam: /^(?:spam|phishing)\b/i,
    clean: /^inbox\b/i,
    score: null,
  },
  {
    // Archived mails, 2023 to 2026.
    filter: 'iCloud',
    operator: 'icloud.com',
    field: 'x-apple-movetofolder',
    spam: /^junk\b/i,
    clean: /^inbox\b/i,
    score: null,
  },
  {
    // OVH, by archived mails.
    filter: 'OVH',
    operator: null,
    field: 'x-vr-spamstate',
    spam: /^spam\b/i,
    clean: /^ok\b/i,
    score: 'x-vr-spamscore',
  },
  {
    // DSPAM's manual.
    filter: 'DSPAM',
    operator: null,
    field: 'x-dspam-result',
    spam: /^(?:spam|blacklisted|blocklisted)\b/i,
    clean: /^(?:innocent|whitelisted)\b/i,
    score: null,
  },
  {
    // Its documentation of headers.
    filter: 'SpamExperts',
    operator: null,
    field: 'x-spamexperts-class',
    spam: /^(?:spam|phish)/i,
    clean: /^(?:ham|whitelisted)\b/i,
    score: null,
  },
  {
    // support.kaspersky.com, KLMS 8.2, 56122.
    filter: 'Kaspersky',
    operator: null,
    field: 'x-klms-antispam-status',
    spam: /^spam\b/i,
    clean: /^not_detected\b/i,
    score: 'x-klms-antispam-rate',
  },
  {
    // Archived mails; `outbound_…` is of what its customers send.
    filter: 'Proofpoint',
    operator: null,
    field: 'x-proofpoint-spam-details',
    spam: /^rule=(?:spam|phish|bulk)/i,
    clean: /^rule=notspam\b/i,
    score: null,
  },
];

/** What filters of providers wrote; `operator` is whose servers alone write it. */
export function readProviderFilters(
  fields: HeaderFields,
): (Verdict & { operator: string | null })[] {
  return FILTERS.flatMap(({ filter, operator, field, spam, clean, score }) => {
    const value = fieldOf(fields, field) ?? '';
    const isSpam = spam.test(value);
    if (!isSpam && !clean.test(value)) return [];
    const points = score === null ? '' : (fieldOf(fields, score) ?? '');
    const number = numberIn(points, new RegExp(`^${NUMBER}$`));
    return [{ filter, operator, isSpam, score: number, limit: null, reasons: [] }];
  });
}
