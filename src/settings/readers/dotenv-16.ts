import type { EnvAssignment, EnvFileReader } from './reader.js';

const NAME = /[\w.-]+/y;
const SPACES = /\s*/y;
const EXPORT = /export\s+/y;
const BARE = /[^#\n]+/y;
const QUOTES = ['"', "'", '`'];

/**
 * Reads as dotenv from version 15 on, which tailchat-cli uses: single, double and backward quotes, `#` begins a comment anywhere
 * outside of them, nothing is replaced. A line without an assignment is skipped.
 */
export const dotenv16: EnvFileReader = {
  name: 'dotenv16',
  isForContainer: false,
  read: (text) => {
    const scanner = new Scanner(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
    return { ok: true, assignments: scanner.scan() };
  },
};

/** The text behind the separator, and where it ends. */
interface Found {
  value: string;
  end: number;
}

class Scanner {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): EnvAssignment[] {
    const assignments: EnvAssignment[] = [];
    let line = 1;
    let counted = 0;
    for (let at = 0; at < this.#text.length; ) {
      const start = this.#skip(SPACES, at);
      const found = this.#assignment(start);
      const end = found?.end ?? this.#lineEnd(start);
      if (found) {
        line += countLines(this.#text, counted, start);
        const endLine = line + countLines(this.#text, start, found.valueEnd);
        assignments.push({ name: found.name, value: unquoted(found.raw), line, endLine });
        counted = start;
      }
      at = this.#lineEnd(end) + 1;
    }
    return assignments;
  }

  #assignment(start: number) {
    const behindExport = this.#skip(EXPORT, start);
    const first = behindExport > start ? this.#pair(behindExport) : undefined;
    return first ?? this.#pair(start);
  }

  #pair(start: number) {
    const nameEnd = this.#skip(NAME, start);
    if (nameEnd === start) return undefined;
    const name = this.#text.slice(start, nameEnd);
    const separator = this.#skip(SPACES, nameEnd);
    let at: number;
    if (this.#text[separator] === '=') at = separator + 1;
    else if (/^:\s/.test(this.#text.slice(nameEnd, nameEnd + 2))) at = nameEnd + 2;
    else return undefined;
    const { value, end } = this.#quoted(at) ?? this.#bare(at);
    return { name, raw: value, valueEnd: end, end: this.#restEnd(end) };
  }

  /** The closing quotation mark, which may stand some lines further down. An escaped one closes where there is no other. */
  #quoted(at: number): Found | undefined {
    const open = this.#skip(SPACES, at);
    const quote = this.#text[open] ?? '';
    if (!QUOTES.includes(quote)) return undefined;
    const escaped: number[] = [];
    let close = this.#text.indexOf(quote, open + 1);
    while (close > open + 1 && this.#text[close - 1] === '\\') {
      escaped.push(close);
      close = this.#text.indexOf(quote, close + 1);
    }
    const candidates = [...(close < 0 ? [] : [close]), ...escaped.reverse()];
    const fitting = candidates.find((end) => this.#isLineOver(end + 1));
    if (fitting === undefined) return undefined;
    return { value: this.#text.slice(at, fitting + 1), end: fitting + 1 };
  }

  #bare(at: number): Found {
    const end = this.#skip(BARE, at);
    return { value: this.#text.slice(at, end), end };
  }

  /** Whether only white space and a comment follow in the line. */
  #isLineOver(at: number): boolean {
    const next = this.#skip(SPACES, at);
    const rest = this.#text.slice(at, next);
    return next === this.#text.length || this.#text[next] === '#' || rest.includes('\n');
  }

  /** The end of a comment behind the value, which belongs to it, even on lines of its own. */
  #restEnd(at: number): number {
    const next = this.#skip(SPACES, at);
    if (this.#text[next] === '#') return this.#lineEnd(next);
    return next === this.#text.length ? next : this.#text.lastIndexOf('\n', next);
  }

  #skip(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return at + (pattern.exec(this.#text)?.[0].length ?? 0);
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end;
  }
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}

/** The value without the quotes around it. In double quotes `\n` and `\r` become characters. */
function unquoted(raw: string): string {
  const trimmed = raw.trim();
  const quote = trimmed[0] ?? '';
  const isQuoted = QUOTES.includes(quote) && trimmed.length > 1 && trimmed.endsWith(quote);
  const inner = isQuoted ? trimmed.slice(1, -1) : trimmed;
  return quote === '"' ? inner.replace(/\\n/g, '\n').replace(/\\r/g, '\r') : inner;
}
