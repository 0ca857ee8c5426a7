import type { SpamVerdict } from '../report/received-letter.js';
import { fieldOf, type HeaderFields } from './header-fields.js';

const MOST_REASONS = 8;

/** `X-Spam-Status`, `X-Spam-Flag`, `X-Barracuda-Spam-Flag` and the like. */
const GENERIC = /^x-(?:([a-z\d]{1,30})-)?spam(?:-(flag|status|result))?$/;
/** Of `X-Spam-…`, which many filters write. */
const ANY = 'X-Spam';
const NUMBER = String.raw`(-?\d{1,6}(?:\.\d{1,6})?)`;

/** What the spam filters on the way wrote into the header, each once. */
export function readSpamVerdicts(fields: HeaderFields): SpamVerdict[] {
  const told = rspamd(fields);
  // rspamd says the same in fields of SpamAssassin's names, where it is told to.
  const isToldTwice = ({ filter, score }: SpamVerdict) =>
    filter === ANY && told.some((one) => score === null || one.score === score);
  const found = [
    ...genericVerdicts(fields).filter((verdict) => !isToldTwice(verdict)),
    ...told,
    ...microsoft(fields),
    ...yandex(fields),
  ];
  return found.filter(
    (verdict, index) => found.findIndex(({ filter }) => filter === verdict.filter) === index,
  );
}

/** Those that say more stand before mere flags. */
function genericVerdicts(fields: HeaderFields): SpamVerdict[] {
  const verdicts = fields.flatMap(({ name, value }) => {
    const match = GENERIC.exec(name);
    const said = /^\s*(yes|no|true|false|spam|ok|1|0)\b/i.exec(value)?.[1]?.toLowerCase();
    if (!match || !said) return [];
    const beside = match[1] === undefined ? besideFlag(fields) : NOTHING_BESIDE;
    return [
      {
        filter: match[1] ?? ANY,
        isSpam: ['yes', 'true', 'spam', '1'].includes(said),
        score:
          numberIn(value, new RegExp(String.raw`\b(?:score|hits)=${NUMBER}`, 'i')) ?? beside.score,
        limit:
          numberIn(value, new RegExp(String.raw`\b(?:required|tag2?|kill)=${NUMBER}`, 'i')) ??
          beside.limit,
        reasons: [...new Set([...testsIn(value), ...beside.reasons])].slice(0, MOST_REASONS),
      },
    ];
  });
  return verdicts.sort((a, b) => Number(b.score !== null) - Number(a.score !== null));
}

const NOTHING_BESIDE = { score: null, limit: null, reasons: [] };

/** What rspamc and others write into fields of their own: `X-Spam-Score: 7.20 / 15.00`, `X-Spam-Symbols: A, B`. */
function besideFlag(fields: HeaderFields): Pick<SpamVerdict, 'score' | 'limit' | 'reasons'> {
  const pattern = new RegExp(String.raw`^\s*${NUMBER}(?:\s*/\s*${NUMBER})?`);
  const [, score, limit] = pattern.exec(fieldOf(fields, 'x-spam-score') ?? '') ?? [];
  const symbols = (fieldOf(fields, 'x-spam-symbols') ?? '').match(/\b[A-Z][A-Z\d_]{2,60}\b/g) ?? [];
  return {
    score: score === undefined ? null : Number(score),
    limit: limit === undefined ? null : Number(limit),
    reasons: symbols.slice(0, MOST_REASONS),
  };
}

/** SpamAssassin and amavis: `tests=A,B` or `tests=[A=1.5, B=-0.1]`. */
function testsIn(value: string): string[] {
  const list = /\btests=\[?([A-Z\d_,=.\s-]{1,4000})/.exec(value)?.[1] ?? '';
  const tests = [...list.matchAll(/\b([A-Z][A-Z\d_]{2,60})(?:=(-?[\d.]{1,10}))?/g)];
  const scored = tests.map(([, name = '', score]) => ({ name, score: Number(score ?? 0) }));
  return weightiest(scored.filter(({ score }) => score >= 0));
}

/** `default: False [1.20 / 15.00]; R_SPF_FAIL(1.00)[-all]; …`. */
function rspamd(fields: HeaderFields): SpamVerdict[] {
  const value = fieldOf(fields, 'x-spamd-result');
  const match = new RegExp(String.raw`:\s?(True|False)\s?\[${NUMBER} / ${NUMBER}\]`, 'i').exec(
    value ?? '',
  );
  if (!value || !match) return [];
  const symbols = [...value.matchAll(/\b([A-Z][A-Z\d_]{2,60})\((-?[\d.]{1,10})\)/g)];
  const scored = symbols.map(([, name = '', score]) => ({ name, score: Number(score) }));
  return [
    {
      filter: 'rspamd',
      isSpam: /true/i.test(match[1] ?? ''),
      score: Number(match[2]),
      limit: Number(match[3]),
      reasons: weightiest(scored.filter(({ score }) => score > 0)),
    },
  ];
}

/** Spam confidence level and filtering verdict, and where the mail was put. */
function microsoft(fields: HeaderFields): SpamVerdict[] {
  const report = fieldOf(fields, 'x-forefront-antispam-report') ?? '';
  const delivery = fieldOf(fields, 'x-microsoft-antispam-mailbox-delivery') ?? '';
  const level = fieldOf(fields, 'x-ms-exchange-organization-scl') ?? wordBehind(report, 'SCL');
  const bulk = wordBehind(fieldOf(fields, 'x-microsoft-antispam') ?? '', 'BCL');
  const words = {
    SCL: level,
    SFV: wordBehind(report, 'SFV'),
    CAT: wordBehind(report, 'CAT'),
    BCL: bulk,
    dest: wordBehind(delivery, 'dest'),
  };
  const said = Object.entries(words).flatMap(([key, word]) => (word ? [`${key}:${word}`] : []));
  if (said.length === 0) return [];
  const score = level !== undefined && /^-?\d{1,2}$/.test(level) ? Number(level) : null;
  const isJunk = words.dest === 'J' || /^(?:SPM|SKS|SKB)$/.test(words.SFV ?? '');
  const isSpam = isJunk || (score !== null && score >= 5);
  return [{ filter: 'Microsoft', isSpam, score, limit: score === null ? null : 5, reasons: said }];
}

function yandex(fields: HeaderFields): SpamVerdict[] {
  const value = fieldOf(fields, 'x-yandex-spam');
  if (value === undefined || !/^\d$/.test(value)) return [];
  return [{ filter: 'Yandex', isSpam: value === '4', score: null, limit: null, reasons: [] }];
}

function wordBehind(value: string, key: string): string | undefined {
  return new RegExp(String.raw`(?:^|[;\s])${key}:([\w.-]{1,30})`).exec(value)?.[1];
}

function numberIn(value: string, pattern: RegExp): number | null {
  const found = pattern.exec(value)?.[1];
  return found === undefined ? null : Number(found);
}

function weightiest(scored: readonly { name: string; score: number }[]): string[] {
  const sorted = [...scored].sort((a, b) => b.score - a.score).map(({ name }) => name);
  return [...new Set(sorted)].slice(0, MOST_REASONS);
}
