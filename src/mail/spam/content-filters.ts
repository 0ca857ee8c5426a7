import { fieldOf, type HeaderFields } from '../header-fields.js';
import { MOST_REASONS, NUMBER, numberIn, type Verdict, weightiest } from './verdict.js';

/** `X-Spam-Status`, `X-Spam-Flag`, `X-Barracuda-Spam-Flag`, Exim's `X-Spam_action` and the like. */
const GENERIC = /^x-(?:([a-z\d]{1,30})-)?spam(?:-(flag|status|result))?$/;
/** What a sender's own server says of what goes out, QQ's mark in what its customers send, and Yandex' number. */
const OTHERS = /^(?:out(?:going|bound)?|qq|yandex)$/;
/** Of `X-Spam-…`, which many filters write. */
const ANY = 'X-Spam';
const SYMBOL = /\b([A-Z][A-Z\d_]{2,60})\s?[(=]\s?(-?[\d.]{1,10})/g;

/** What SpamAssassin, rspamd and those that write fields of their names found. */
export function readContentFilters(fields: HeaderFields): Verdict[] {
  const flags = genericVerdicts(fields);
  const told = [...rspamd(fields), ...mailScanner(fields)];
  const isFlagged = flags.some(({ filter, isSpam }) => filter === ANY && isSpam === true);
  // rspamd says the same in fields of SpamAssassin's names, where it is told to.
  const isToldTwice = ({ filter, score }: Verdict) =>
    filter === ANY && told.some((one) => score === null || one.score === score);
  return [
    ...flags.filter((verdict) => !isToldTwice(verdict)),
    ...told.map((verdict) =>
      // Its own word is whether it refuses the mail: what it takes for spam below that has the flag alone.
      verdict.filter === 'rspamd' && isFlagged && verdict.isSpam !== true
        ? { ...verdict, isSpam: true, limit: null }
        : verdict,
    ),
    ...exim(fields),
  ];
}

/** Those that say more stand before mere flags. */
function genericVerdicts(fields: HeaderFields): Verdict[] {
  const verdicts = fields.flatMap(({ name, value }) => {
    const match = GENERIC.exec(name);
    const said = /^\s*(yes|no|true|false|spam|ok|1|0)\b/i.exec(value)?.[1]?.toLowerCase();
    if (!match || !said || OTHERS.test(match[1] ?? '')) return [];
    const beside = match[1] === undefined ? besideFlag(fields) : NOTHING_BESIDE;
    return [
      {
        filter: match[1] ?? ANY,
        isSpam: ['yes', 'true', 'spam', '1'].includes(said),
        score: numberIn(value, SCORE) ?? beside.score,
        limit: numberIn(value, LIMIT) ?? beside.limit,
        reasons: [...new Set([...testsIn(value), ...beside.reasons])].slice(0, MOST_REASONS),
      },
    ];
  });
  return verdicts.sort((a, b) => Number(b.score !== null) - Number(a.score !== null));
}

const SCORE = new RegExp(String.raw`\b(?:score|hits)=${NUMBER}`, 'i');
const LIMIT = new RegExp(String.raw`\b(?:required|tag2?|kill(?:_level)?)=${NUMBER}`, 'i');
const NOTHING_BESIDE = { score: null, limit: null, reasons: [] };
const BESIDE = new RegExp(String.raw`^\s*${NUMBER}(?:\s*/\s*${NUMBER})?`);

/** What others write into fields of their own: `X-Spam-Score: 7.20 / 15.00`, `X-Spam-Symbols: A, B`, `X-Spam-Result: A (1.00)`. */
function besideFlag(fields: HeaderFields): Pick<Verdict, 'score' | 'limit' | 'reasons'> {
  const [, score, limit] = BESIDE.exec(fieldOf(fields, 'x-spam-score') ?? '') ?? [];
  const symbols = (fieldOf(fields, 'x-spam-symbols') ?? '').match(/\b[A-Z][A-Z\d_]{2,60}\b/g) ?? [];
  const scored = symbolsIn(fieldOf(fields, 'x-spam-result') ?? '');
  return {
    score: score === undefined ? null : Number(score),
    limit: limit === undefined ? null : Number(limit),
    reasons: [...symbols, ...weightiest(scored)].slice(0, MOST_REASONS),
  };
}

/** SpamAssassin and amavis: `tests=A,B` or `tests=[A=1.5, B=-0.1]`. */
function testsIn(value: string): string[] {
  const list = /\btests=\[?([A-Z\d_,=.\s-]{1,4000})/.exec(value)?.[1] ?? '';
  const tests = [...list.matchAll(/\b([A-Z][A-Z\d_]{2,60})(?:=(-?[\d.]{1,10}))?/g)];
  const scored = tests.map(([, name = '', score]) => ({ name, score: Number(score ?? 0) }));
  return weightiest(scored.filter(({ score }) => score >= 0));
}

/** Those that speak against the mail. */
function symbolsIn(value: string): { name: string; score: number }[] {
  return [...value.matchAll(SYMBOL)]
    .map(([, name = '', score]) => ({ name, score: Number(score) }))
    .filter(({ score }) => score > 0);
}

const RSPAMD = new RegExp(String.raw`:\s?(True|False)\s?\[${NUMBER} / ${NUMBER}\]`, 'i');

/** `default: False [1.20 / 15.00]; R_SPF_FAIL(1.00)[-all]; …`; Haraka writes the parts into fields of their own. */
function rspamd(fields: HeaderFields): Verdict[] {
  const value = fieldOf(fields, 'x-spamd-result');
  const action = fieldOf(fields, 'x-rspamd-action');
  const match = RSPAMD.exec(value ?? '');
  const score = match
    ? Number(match[2])
    : numberIn(fieldOf(fields, 'x-rspamd-score') ?? '', BESIDE);
  if (score === null) return [];
  const isMarked = /^(?:add.header|rewrite.subject|reject|quarantine)$/i.test(action ?? '');
  const isRefused = /true/i.test(match?.[1] ?? '');
  const limit = match ? Number(match[3]) : null;
  return [
    {
      filter: 'rspamd',
      isSpam: match || action ? isRefused || isMarked : null,
      score,
      limit: isMarked && !isRefused ? null : limit,
      reasons: weightiest(symbolsIn(value ?? fieldOf(fields, 'x-rspamd-report') ?? '')),
    },
  ];
}

/** `X-Name-MailScanner-SpamCheck: not spam, SpamAssassin (score=-2.6, required 5, …)`. */
function mailScanner(fields: HeaderFields): Verdict[] {
  return fields.flatMap(({ name, value }) => {
    if (!name.endsWith('mailscanner-spamcheck')) return [];
    const said = /^\s*(not spam|spam)\b/i.exec(value)?.[1]?.toLowerCase();
    if (!said) return [];
    const limit = numberIn(value, new RegExp(String.raw`\brequired\s${NUMBER}`));
    const tests = [...value.matchAll(/\b([A-Z][A-Z\d_]{2,60})\s(-?\d[\d.]{0,9})/g)].map(
      ([, test = '', score]) => ({ name: test, score: Number(score) }),
    );
    const reasons = weightiest(tests.filter(({ score }) => score > 0));
    const isSpam = said === 'spam';
    return [{ filter: 'MailScanner', isSpam, score: numberIn(value, SCORE), limit, reasons }];
  });
}

/** `X-Spam_report: (7.2 / 5.0 requ) BAYES_99=3.5,…`, in the names that Exim's documentation gives. */
function exim(fields: HeaderFields): Verdict[] {
  const report = fieldOf(fields, 'x-spam_report') ?? '';
  const pattern = new RegExp(String.raw`\(${NUMBER}(?: points)?(?: /|,) ${NUMBER} requ`);
  const [, score, limit] = pattern.exec(report) ?? [];
  if (score === undefined || limit === undefined) return [];
  return [
    {
      filter: 'Exim',
      isSpam: Number(score) >= Number(limit),
      score: Number(score),
      limit: Number(limit),
      reasons: weightiest(symbolsIn(report)),
    },
  ];
}
