import type { EnvAssignment, EnvFileReader, EnvFileReading } from './reader.js';

/**
 * Reads as `node --env-file` does from Node 22 on: quotes of three kinds, `#` begins a comment anywhere outside of them, nothing
 * is replaced. A line without `=` is skipped.
 */
export const node: EnvFileReader = {
  name: 'node',
  isForContainer: false,
  read: (text) => readAsNode(text, { blank: ' \t\n', isOld: false }),
};

/** Reads as Node 20 does: a line without `=` becomes part of the next line's name, and a tab stays. */
export const node20: EnvFileReader = {
  ...node,
  name: 'node20',
  read: (text) => readAsNode(text, { blank: ' ', isOld: true }),
};

interface Rules {
  /** Characters that are trimmed from the ends of names and values. */
  blank: string;
  /** A line without `=` belongs to the next one, and an unclosed quotation mark ends the reading. */
  isOld: boolean;
}

function readAsNode(text: string, rules: Rules): EnvFileReading {
  return { ok: true, assignments: new Scanner(text, rules).scan() };
}

class Scanner {
  readonly #text: string;
  readonly #rules: Rules;
  readonly #assignments: EnvAssignment[] = [];
  #at = 0;
  #counted = 0;
  #line: number;

  constructor(text: string, rules: Rules) {
    this.#rules = rules;
    const plain = text.replaceAll('\r', '');
    this.#text = this.#trim(plain);
    // The trimmed beginning may contain lines, too.
    const cut = plain.slice(0, plain.indexOf(this.#text));
    this.#line = cut.split('\n').length;
  }

  scan(): EnvAssignment[] {
    while (this.#at < this.#text.length) {
      const first = this.#text[this.#at];
      if (first === '\n' || first === '#') this.#toNextLine(this.#at);
      else if (!this.#statement()) break;
    }
    return this.#assignments;
  }

  #statement(): boolean {
    const start = this.#at;
    const equals = this.#text.indexOf('=', start);
    const lineEnd = this.#text.indexOf('\n', start);
    if (equals < 0) return false;
    if (!this.#rules.isOld && lineEnd >= 0 && lineEnd < equals) {
      this.#at = lineEnd + 1;
      return true;
    }
    const written = this.#trim(this.#text.slice(start, equals));
    this.#at = equals + 1;
    if (written === '' && !this.#rules.isOld) return true;
    const isEmpty = this.#at >= this.#text.length || this.#text[this.#at] === '\n';
    // Node 22 does not look for `export` if no value follows.
    const name = isEmpty && !this.#rules.isOld ? written : written.replace(/^export /, '');
    const value = this.#value();
    if (value === undefined) return false;
    this.#add(name, start, value);
    return true;
  }

  /** Reads a value. The white space before it may span lines. */
  #value(): string | undefined {
    if (this.#at >= this.#text.length || this.#text[this.#at] === '\n') return '';
    while (this.#isBlank(this.#text[this.#at])) this.#at += 1;
    const quote = this.#text[this.#at] ?? '';
    const isQuoted = quote !== '' && '"\'`'.includes(quote);
    const close = isQuoted ? this.#text.indexOf(quote, this.#at + 1) : -1;
    if (close >= 0) {
      const inner = this.#text.slice(this.#at + 1, close);
      this.#toNextLine(close + 1);
      return quote === '"' ? inner.replaceAll('\\n', '\n') : inner;
    }
    const end = this.#lineEnd(this.#at);
    const written = this.#text.slice(this.#at, end);
    const isLast = end === this.#text.length;
    this.#at = end + 1;
    // An unclosed mark makes the whole line the value.
    if (isQuoted) return isLast && this.#rules.isOld ? undefined : written;
    const [value = ''] = written.split('#', 1);
    return this.#trim(value);
  }

  #isBlank(char: string | undefined): boolean {
    return char !== undefined && this.#rules.blank.includes(char);
  }

  #add(name: string, start: number, value: string): void {
    if (name === '') return;
    const line = this.#lineOf(start);
    const endLine = this.#lineOf(Math.max(start, this.#at - 1));
    this.#assignments.push({ name, value, line, endLine });
  }

  #trim(text: string): string {
    let start = 0;
    let end = text.length;
    while (start < end && this.#isBlank(text[start])) start += 1;
    while (end > start && this.#isBlank(text[end - 1])) end -= 1;
    return text.slice(start, end);
  }

  #toNextLine(at: number): void {
    this.#at = this.#lineEnd(at) + 1;
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end;
  }

  /** The line of a place. The places must rise from call to call. */
  #lineOf(at: number): number {
    for (; this.#counted < at; this.#counted += 1) {
      if (this.#text[this.#counted] === '\n') this.#line += 1;
    }
    return this.#line;
  }
}
