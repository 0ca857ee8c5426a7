/** A text as a reader takes it, and the place of each of its characters in the original text. */
export interface View {
  text: string;
  starts: readonly number[];
  ends: readonly number[];
}

type Decode = readonly [encoded: RegExp, decode: (match: RegExpMatchArray) => string];

/** A line end with the reply code of the next line (RFC 5321 section 4.2.1). Servers wrap long texts. */
const WRAPPED: Decode = [/=?\r?\n(?:\d{3}[- ](?:\d\.\d{1,3}\.\d{1,3} )?)?[ \t]*/g, () => ''];
/** RFC 3986 section 2.1. */
const PERCENT: Decode = [/(?:%[\da-f]{2})+/gi, ([run]) => percentDecoded(run)];
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Escapes of white space in JSON and in programs (RFC 8259 section 7). */
const WHITE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** What may stand between letters that stand apart: spaces, a mark, a code of colours, a sign without width or one that was taken out. */
const APART = String.raw`(?:\x1b\[\d{0,2}m|\s{1,3}|[-.*_|,;/·\ufffd\p{Cc}\p{Cf}])`;
const SIGN_APART = new RegExp(APART, 'gu');
const SPELT: Decode = [
  new RegExp(
    String.raw`(?<![\p{L}\p{N}:]|\d\.)(?!\d\.\d{1,3}\.\d{1,3} )(?:[^\s\p{Cc}]${APART}){5,300}[^\s\p{Cc}]`,
    'gu',
  ),
  ([run]) => run.replace(SIGN_APART, ''),
];

/** The letters of octets that are written as numbers, in UTF-8. */
const octets = (run: string, pattern: RegExp, base: number) =>
  Buffer.from(
    Array.from(run.matchAll(pattern), ([, number = '']) => Number.parseInt(number, base)),
  ).toString('utf8');

const DECODERS: readonly Decode[] = [
  PERCENT,
  SPELT,
  // Letters that are typed over, as in bold text of a terminal.
  [/([^\s\p{Cc}])[\b\ufffd]\1/gu, ([, letter = '']) => letter],
  // Letters of full width.
  [/[\uff01-\uff5e]/g, ([letter]) => letter.normalize('NFKC')],
  // Octets as octal and as decimal numbers, and code points.
  [/(?:\\[0-3]?[0-7]{2}){3,}/g, ([run]) => octets(run, /\\(\d+)/g, 8)],
  [/(?<!\d)\d{2,3}(?:[ ,;]{1,2}\d{2,3}(?!\d)){5,300}/g, ([run]) => octets(run, /(\d+)/g, 10)],
  [/(?:\\x[\da-f]{2})+/gi, ([run]) => octets(run, /x(..)/gi, 16)],
  [
    /(?:U\+|0x)([\dA-F]{2,6})[ ,;]{0,2}/gi,
    ([, hex = '']) => character(Number.parseInt(hex, 16)) ?? '',
  ],
  // HTML. Browsers take numbers without the semicolon, too.
  [
    /&(?:#x([\da-f]{1,6});?|#(\d{1,7});?|(amp|lt|gt|quot|apos);)/gi,
    ([run, hex, decimal, name = '']) =>
      NAMED[name.toLowerCase()] ??
      character(hex ? Number.parseInt(hex, 16) : Number(decimal)) ??
      run,
  ],
  // JSON, and the escapes of programs' logs.
  [
    /\\(?:u([\da-f]{4})|x([\da-f]{2})|u\{([\da-f]{1,6})\}|([^ux]))/gi,
    ([, unit, byte, point, escaped = '']) => {
      const hex = unit ?? byte ?? point;
      return hex ? (character(Number.parseInt(hex, 16)) ?? '') : (WHITE[escaped] ?? escaped);
    },
  ],
  // Quoted-printable (RFC 2045 section 6.7), and xtext (RFC 3461 section 4).
  [/(?:[=+][\dA-F]{2})+/gi, ([run]) => octets(run, /[=+](..)/g, 16)],
  // An encoded word (RFC 2047 section 4.2).
  [
    /=\?[\w-]{1,40}\?Q\?([^?\s]{1,75})\?=/gi,
    ([, word = '']) =>
      word.replaceAll('_', ' ').replace(/(?:=[\dA-F]{2})+/gi, (run) => octets(run, /=(..)/g, 16)),
  ],
  // A form of a web page (`application/x-www-form-urlencoded`).
  [/\+|(?:%[\da-f]{2})+/gi, ([run]) => (run === '+' ? ' ' : percentDecoded(run))],
];

/** The text itself. */
export function asItStands(text: string): View {
  const starts = Array.from(text.split(''), (_, at) => at);
  return { text, starts, ends: starts.map((at) => at + 1) };
}

/** A text in each form in which somebody may have written it. Forms that change nothing are left out. */
export function viewsOf(text: string): View[] {
  const plain = asItStands(text);
  const joined = decoded(plain, WRAPPED) ?? plain;
  const views = [plain, joined, ...DECODERS.flatMap((decode) => decoded(joined, decode) ?? [])];
  // A query within a query is encoded twice.
  const twice = views.flatMap((view) =>
    view.text.includes('%') ? (decoded(view, PERCENT) ?? []) : [],
  );
  return [...new Set([...views, ...twice])];
}

/** The letters and figures of a text alone, as if it were written in groups. */
export function squeezed(text: string): View {
  return decoded(asItStands(text), [NO_LETTERS, () => '']) ?? asItStands(text);
}

const NO_LETTERS = /[^\p{L}\p{N}]+/gu;

function decoded(view: View, [encoded, decode]: Decode): View | undefined {
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let last = 0;
  const keep = (end: number) => {
    text.push(view.text.slice(last, end));
    for (; last < end; last += 1) {
      starts.push(view.starts[last] ?? 0);
      ends.push(view.ends[last] ?? 0);
    }
  };
  for (const match of view.text.matchAll(encoded)) {
    keep(match.index);
    const end = match.index + match[0].length;
    const plain = decode(match);
    text.push(plain);
    for (let at = 0; at < plain.length; at += 1) {
      starts.push(view.starts[match.index] ?? 0);
      ends.push(view.ends[end - 1] ?? 0);
    }
    last = end;
  }
  if (last === 0) return undefined;
  keep(view.text.length);
  return { text: text.join(''), starts, ends };
}

function percentDecoded(run: string): string {
  const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
  return bytes.toString('utf8');
}

function character(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
