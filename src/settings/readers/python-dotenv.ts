import type { EnvAssignment, EnvFileReader, Lookup, ReadEnvFile } from './reader.js';

// Python's white space, with and without line ends.
const SPACE = '[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const BLANK =
  '[\\t\\v\\f\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const SPACES = new RegExp(`${SPACE}*`, 'y');
const BLANKS = new RegExp(`${BLANK}*`, 'y');
const EXPORT = new RegExp(`export${BLANK}+`, 'y');
const NAME = new RegExp(`(?:(?!${SPACE})[^=#])+`, 'y');
const COMMENT = new RegExp(`(?<!${SPACE})${SPACE}+#.*`, 's');
const SPACES_AT_END = new RegExp(`(?<!${SPACE})${SPACE}+$`);
const CHARACTERS: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Reads as python-dotenv does: single and double quotes, `${NAME}` replaced in both. A line that it cannot read is skipped. */
export const pythonDotenv: EnvFileReader = {
  name: 'python-dotenv',
  isForContainer: false,
  read: (text, lookup) => readAsPython(text, lookup),
};

/** Reads an `env_file` as docker-compose 1.29 does: with python-dotenv, and a byte-order mark skipped. */
export const compose1: EnvFileReader = {
  ...pythonDotenv,
  name: 'compose1',
  isForContainer: true,
  read: (text, lookup) => readAsPython(text.replace(/^\ufeff/, ''), lookup, lookup),
};

/** @param inherited gives the value of a bare name, for which python-dotenv has none */
function readAsPython(
  text: string,
  lookup: Lookup,
  inherited: Lookup = () => undefined,
): ReturnType<ReadEnvFile> {
  const broken = text.indexOf('\ufffd');
  if (broken >= 0) {
    return { ok: false, line: text.slice(0, broken).split('\n').length, problem: 'not-utf8' };
  }
  const scanner = new Scanner(text.replace(/\r\n?/g, '\n'));
  const assignments: EnvAssignment[] = [];
  const above = new Map<string, string>();
  for (const { name, value: raw, ...lines } of scanner.bindings()) {
    const value =
      raw === undefined
        ? inherited(name)
        : replaceBraces(raw, (other) => above.get(other) ?? lookup(other));
    if (raw !== undefined && value !== undefined) above.set(name, value);
    if (value !== undefined) assignments.push({ name, value, ...lines });
  }
  return { ok: true, assignments };
}

/** Replaces `${NAME}` and `${NAME:-default}`, and no other form. */
function replaceBraces(value: string, lookup: Lookup): string {
  let text = '';
  let done = 0;
  let close = value.indexOf('}');
  for (let at = value.indexOf('${'); at >= 0 && close >= 0; at = value.indexOf('${', at + 1)) {
    if (at < done) continue;
    if (close < at) close = value.indexOf('}', at);
    const inner = close < 0 ? ':' : value.slice(at + 2, close);
    const colon = inner.indexOf(':');
    if (colon >= 0 && inner[colon + 1] !== '-') continue;
    const name = colon < 0 ? inner : inner.slice(0, colon);
    const otherwise = colon < 0 ? '' : inner.slice(colon + 2);
    text += value.slice(done, at) + (lookup(name) ?? otherwise);
    done = close + 1;
  }
  return text + value.slice(done);
}

interface Binding {
  name: string;
  /** undefined where there is no `=`. */
  value: string | undefined;
  line: number;
  endLine: number;
}

class Scanner {
  readonly #text: string;
  #at = 0;
  #counted = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  *bindings(): Generator<Binding> {
    while (this.#at < this.#text.length) {
      this.#take(SPACES);
      if (this.#at === this.#text.length) return;
      const line = this.#lineHere();
      this.#take(EXPORT);
      const binding = this.#binding();
      // An unreadable text is skipped up to the end of its line.
      if (binding === undefined) this.#at = this.#lineEnd() + 1;
      else if (binding.name !== undefined) {
        yield { name: binding.name, value: binding.value, line, endLine: this.#lineHere() };
      }
    }
  }

  #binding(): { name: string | undefined; value: string | undefined } | undefined {
    const isComment = this.#current === '#';
    const name = isComment ? undefined : this.#name();
    if (!isComment && name === undefined) return undefined;
    this.#take(BLANKS);
    let value: string | undefined;
    if (this.#current === '=') {
      this.#at += 1;
      this.#take(BLANKS);
      value = this.#value();
      if (value === undefined) return undefined;
    }
    this.#take(BLANKS);
    if (this.#current === '#') this.#at = this.#lineEnd();
    return this.#at === this.#lineEnd() ? { name, value } : undefined;
  }

  #name(): string | undefined {
    if (this.#current !== "'") return this.#take(NAME) || undefined;
    const end = this.#text.indexOf("'", this.#at + 1);
    if (end <= this.#at + 1) return undefined;
    const name = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return name;
  }

  #value(): string | undefined {
    const quote = this.#current;
    if (quote === "'" || quote === '"') return this.#quoted(quote);
    const written = this.#text.slice(this.#at, this.#lineEnd());
    this.#at = this.#lineEnd();
    return written.replace(COMMENT, '').replace(SPACES_AT_END, '');
  }

  #quoted(quote: string): string | undefined {
    const start = this.#at + 1;
    let escaped: number | undefined;
    let end: number | undefined;
    for (let at = start; at < this.#text.length; at += 1) {
      if (this.#text[at] !== quote) continue;
      if (this.#text[at - 1] === '\\' && at > start) escaped = at;
      else {
        end = at;
        break;
      }
    }
    // An escaped mark closes where there is no other.
    const close = end ?? escaped;
    if (close === undefined) return undefined;
    this.#at = close + 1;
    const escapes = quote === "'" ? /\\([\\'])/g : /\\([\\'"abfnrtv])/g;
    return this.#text
      .slice(start, close)
      .replace(escapes, (_all, character: string) => CHARACTERS[character] ?? character);
  }

  get #current(): string {
    return this.#text[this.#at] ?? '';
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.#at);
    return end < 0 ? this.#text.length : end;
  }

  #lineHere(): number {
    for (; this.#counted < this.#at; this.#counted += 1) {
      if (this.#text[this.#counted] === '\n') this.#line += 1;
    }
    return this.#line;
  }
}
