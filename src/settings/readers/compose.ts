import type { SettingProblem } from '../../report/setting-problem.js';
import { GO_SPACE, GO_SPACE_END } from './go-lines.js';
import { InterpolationError, interpolate } from './interpolate.js';
import type {
  EnvAssignment,
  EnvFileReader,
  EnvFileReading,
  Lookup,
  ReadEnvFile,
} from './reader.js';

/**
 * As Docker Compose reads an `env_file` and its own `.env` (the package `dotenv` of compose-go): single
 * quotes literal, double quotes with escapes, `$` replaced outside single quotes, a comment behind a
 * space and `#`, values over several lines within quotes. One line that it cannot read refuses the file.
 */
export const compose: EnvFileReader = { name: 'compose', isForContainer: true, read };

function read(
  text: string,
  lookup: Lookup,
  before: ReadonlyMap<string, string> = new Map(),
): ReturnType<ReadEnvFile> {
  const scanner = new Scanner(text.replace(/^\ufeff/, ''), lookup, before);
  try {
    return { ok: true, assignments: scanner.scan() };
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): EnvFileReading {
  if (error instanceof Refusal) return { ok: false, line: error.line, problem: error.problem };
  throw error;
}

class Refusal extends Error {
  constructor(
    readonly line: number,
    readonly problem: SettingProblem,
  ) {
    super(problem);
  }
}

// Go's `unicode.IsSpace` without the line feed.
const BLANK = /[\t\v\f\r \u0085\u00a0]/;
// Letters and digits of any script, as Go knows them.
const NAME_CHARACTER = /[\p{L}\p{N}_.[\]-]/u;
const ESCAPE = /\\(?:[abcfnrtv$"\\]|0\d{0,3})/g;
const ESCAPED: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '"': '"',
  '\\': '\\',
  // A later replacement makes one `$` of two.
  $: '$$',
};

class Scanner {
  readonly #text: string;
  readonly #lookup: Lookup;
  readonly #assignments: EnvAssignment[] = [];
  readonly #above: Map<string, string>;
  #at = 0;
  #line = 1;

  constructor(text: string, lookup: Lookup, before: ReadonlyMap<string, string>) {
    this.#text = text;
    this.#lookup = lookup;
    this.#above = new Map(before);
  }

  scan(): EnvAssignment[] {
    while (this.#goToStatement()) this.#readStatement();
    return this.#assignments;
  }

  /** Moves to the next character that is neither white space nor in a comment. */
  #goToStatement(): boolean {
    for (;;) {
      while (this.#at < this.#text.length && GO_SPACE.test(this.#current)) this.#step();
      if (this.#current !== '#') return this.#at < this.#text.length;
      this.#at = this.#lineEnd();
    }
  }

  #readStatement(): void {
    const line = this.#line;
    const exported = /^export[\t\v\f\r \u0085\u00a0]+/.exec(
      this.#text.slice(this.#at, this.#at + 64),
    );
    this.#at += exported?.[0].length ?? 0;
    const { name, isInherited } = this.#readName(line);
    if (name.includes(' ')) throw new Refusal(line, this.#fault());
    const value = isInherited ? this.#lookup(name) : this.#readValue();
    if (value === undefined) return;
    this.#above.set(name, value);
    const endLine = isInherited ? line : this.#line;
    this.#assignments.push({ name, value, line, endLine });
  }

  /** Reads the name up to its separator. Where the line ends first, the value comes from outside. */
  #readName(line: number): { name: string; isInherited: boolean } {
    const start = this.#at;
    for (const char of this.#restOfLine()) {
      const isSeparator = char === '=' || char === ':';
      if (isSeparator) {
        const name = this.#text.slice(start, this.#at).replace(GO_SPACE_END, '');
        this.#at += 1;
        return { name, isInherited: false };
      }
      if (!BLANK.test(char) && !NAME_CHARACTER.test(char)) throw new Refusal(line, this.#fault());
      this.#at += char.length;
    }
    // The last line needs a line end. Without one it is no bare name but a value without a name.
    if (this.#at === this.#text.length) return { name: '', isInherited: false };
    return { name: this.#text.slice(start, this.#at).replace(GO_SPACE_END, ''), isInherited: true };
  }

  /** The fault of a text where a name must be: the rest of a quoted value, if there are quotes in its line. */
  #fault(): 'bad-name' | 'odd-name' | 'wide-sign' | 'unseen-sign' {
    const start = this.#text.lastIndexOf('\n', this.#at - 1) + 1;
    const isName = /^\s*\w*$/.test(this.#text.slice(start, this.#at));
    if (isName && /[＝：]/.test(this.#current)) return 'wide-sign';
    if (isName && /\p{Cf}/u.test(this.#current)) return 'unseen-sign';
    return /["']/.test(this.#text.slice(start, this.#lineEnd())) ? 'bad-name' : 'odd-name';
  }

  #readValue(): string {
    while (BLANK.test(this.#current)) this.#at += 1;
    const quote = this.#current;
    return quote === "'" || quote === '"' ? this.#readQuoted(quote) : this.#readBare();
  }

  #readBare(): string {
    const [value = ''] = this.#restOfLine().split(' #', 1);
    this.#at = this.#lineEnd();
    return this.#replace(value.replace(GO_SPACE_END, ''));
  }

  /** A backslash before the quote keeps it from closing, in single quotes, too. */
  #readQuoted(quote: string): string {
    const line = this.#line;
    const start = this.#at + 1;
    for (this.#at = start; this.#at < this.#text.length; this.#step()) {
      if (this.#current === '\\') this.#step();
      else if (this.#current === quote) {
        const raw = this.#text
          .slice(start, this.#at)
          .replaceAll(`\\${quote}`, (found, offset, all) =>
            isEscaped(all, offset) ? found : quote,
          );
        this.#at += 1;
        return quote === "'" ? raw : this.#replace(expandEscapes(raw));
      }
    }
    throw new Refusal(line, 'quote-not-closed');
  }

  #replace(value: string): string {
    try {
      return interpolate(value, (name) => this.#lookup(name) ?? this.#above.get(name));
    } catch (error) {
      if (error instanceof InterpolationError) throw new Refusal(this.#line, error.problem);
      throw error;
    }
  }

  get #current(): string {
    return this.#text[this.#at] ?? '';
  }

  #step(): void {
    if (this.#current === '\n') this.#line += 1;
    this.#at += 1;
  }

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.#at);
    return end < 0 ? this.#text.length : end;
  }

  #restOfLine(): string {
    return this.#text.slice(this.#at, this.#lineEnd());
  }
}

/** Whether the backslash at this place is escaped by the one before it. */
function isEscaped(text: string, offset: number): boolean {
  let before = 0;
  while (text[offset - before - 1] === '\\') before += 1;
  return before % 2 === 1;
}

/** Expands the escapes of double quotes. An unknown one stays as it is. */
function expandEscapes(value: string): string {
  return value.replace(ESCAPE, (found) => {
    const octal = /^\\0([0-7]{3})$/.exec(found)?.[1];
    if (octal !== undefined) return octalCharacter(octal) ?? found;
    return ESCAPED[found.slice(1)] ?? found;
  });
}

function octalCharacter(digits: string): string | undefined {
  const code = Number.parseInt(digits, 8);
  // Above 0x7f Go makes single bytes, which are no text.
  return code < 0x80 ? String.fromCharCode(code) : undefined;
}
