import type { Lookup } from './reader.js';
import { expandParameter } from './shell-parameters.js';

/** Differences between shells. */
export interface Dialect {
  /** A line that cannot be read ends the shell, and with it the whole reading. */
  isFatal: boolean;
  /** The shell knows `$'…'` and lists such as `A=(b c)`. */
  isRich: boolean;
  /**
   * A command of one word with `*`, `?` or `[`, or a word `=x` that names no command, ends the reading. Earlier assignments
   * count.
   */
  hasStrictPatterns: boolean;
  /** The options in `$-` while a file is sourced with all variables exported (`set -a`). */
  options: string;
  /** An assignment counts even if the file that its command reads from does not exist. */
  setsAnyway: boolean;
}

/** The shell cannot parse a line. */
export class ShellSyntaxError extends Error {}

/** One word of a command: its text, and whether it begins with a name and a `=` outside quotes. */
export interface Word {
  text: string;
  name: string | undefined;
  /** The word has a `*`, `?` or `[` outside quotes. */
  isPattern: boolean;
  /** The word is replaced by the path of a command (zsh, `=x`). */
  isCommandPath: boolean;
  line: number;
  endLine: number;
}

const END_OF_WORD = ' \t\n;&|<>()';
const RESERVED = 'if then else elif fi do done case esac while until for { }'.split(' ');
const NAME = /^[A-Za-z_][A-Za-z0-9_]*=/;

/** A script, read word by word. Quotes, escapes and parameters are evaluated. */
export class ShellText {
  at = 0;
  line = 1;
  readonly #text: string;
  readonly #lookup: Lookup;
  readonly #dialect: Dialect;

  constructor(text: string, lookup: Lookup, dialect: Dialect) {
    this.#text = text;
    this.#lookup = lookup;
    this.#dialect = dialect;
  }

  /** Whether everything is read. */
  get isOver(): boolean {
    return this.at >= this.#text.length;
  }

  /** Whether a text stands here. */
  startsWith(text: string): boolean {
    return this.#text.startsWith(text, this.at);
  }

  /** @returns nothing for a word that is only an unset name */
  word(isFirst: boolean): Word[] {
    const line = this.line;
    const start = this.at;
    const written = NAME.exec(this.#text.slice(start, start + 256))?.[0];
    let text = '';
    let isPattern = false;
    while (this.current !== '' && !END_OF_WORD.includes(this.current)) {
      const isValue = written !== undefined && this.at === start + written.length;
      isPattern ||= '*?['.includes(this.current);
      if (isValue && this.current === '~') text += this.#home();
      else text += this.#part();
    }
    if (this.current === '(' && written !== undefined && text === written) {
      if (!this.#dialect.isRich) throw new ShellSyntaxError();
      this.#brackets();
      const rest = { isPattern, isCommandPath: false, line, endLine: this.line };
      return [{ text: written, name: undefined, ...rest }];
    }
    const source = this.#text.slice(start, this.at);
    // Compound commands are not followed.
    if (isFirst && RESERVED.includes(source)) throw new ShellSyntaxError();
    const isNothing = text === '' && source.startsWith('$') && !/["']/.test(source);
    const name = written?.slice(0, -1);
    const begins = written?.length ?? 0;
    const isCommandPath = /^=[^\s]/.test(text.slice(begins)) && /^[$=]/.test(source.slice(begins));
    return isNothing ? [] : [{ text, name, isPattern, isCommandPath, line, endLine: this.line }];
  }

  /** The home folder, for a `~` alone or before a slash. */
  #home(): string {
    this.step();
    const isAlone = this.current === '' || `/${END_OF_WORD}`.includes(this.current);
    return isAlone ? (this.#lookup('HOME') ?? '~') : '~';
  }

  #part(): string {
    const char = this.current;
    this.step();
    if (char === "'") return this.#until("'");
    if (char === '"') return this.#double();
    if (char === '`') return this.#substituted();
    if (char === '\\') return this.#escaped();
    if (char !== '$') return char;
    if (this.#dialect.isRich && this.current === "'") {
      this.step();
      return this.#until("'");
    }
    if (this.#dialect.isRich && this.current === '"') return '';
    return this.#parameter();
  }

  #escaped(): string {
    const char = this.current;
    this.step();
    if (char === '' && !this.#dialect.hasStrictPatterns) return '\\';
    return char === '\n' ? '' : char;
  }

  #double(): string {
    let text = '';
    while (this.current !== '"') {
      const char = this.current;
      if (char === '') throw new ShellSyntaxError();
      this.step();
      if (char === '`') text += this.#substituted();
      else if (char === '$') text += this.#parameter();
      else if (char !== '\\') text += char;
      else if (this.current !== '' && '$`"\\\n'.includes(this.current)) text += this.#escaped();
      else text += '\\';
    }
    this.step();
    return text;
  }

  #until(quote: string): string {
    const end = this.#text.indexOf(quote, this.at);
    if (end < 0) throw new ShellSyntaxError();
    const text = this.#text.slice(this.at, end);
    this.step(end + 1 - this.at);
    return text;
  }

  #substituted(): string {
    let quote = '';
    while (this.current !== '`') {
      const char = this.current;
      if (char === '') throw new ShellSyntaxError();
      if (char === quote) quote = '';
      else if (quote === '' && (char === '"' || char === "'")) quote = char;
      this.step(char === '\\' ? 2 : 1);
    }
    if (quote !== '' && this.#dialect.hasStrictPatterns) throw new ShellSyntaxError();
    this.step();
    return '';
  }

  /** Evaluates the text behind a `$`. */
  #parameter(): string {
    if (this.current === '(') {
      this.#brackets();
      return '';
    }
    if (this.current === '-') {
      this.step();
      return this.#dialect.options;
    }
    const found = expandParameter(this.#text, this.at, this.#lookup);
    if (!found) throw new ShellSyntaxError();
    this.step(found.length);
    return found.value;
  }

  #brackets(): void {
    let open = 0;
    do {
      const char = this.current;
      if (char === '') throw new ShellSyntaxError();
      this.step();
      if (char === '(') open += 1;
      if (char === ')') open -= 1;
    } while (open > 0);
  }

  /** The next character, empty at the end. */
  get current(): string {
    return this.#text[this.at] ?? '';
  }

  /** Passes over spaces, tabs and joined lines. */
  blanks(): void {
    for (;;) {
      if (this.current === ' ' || this.current === '\t') this.step();
      else if (this.#text.startsWith('\\\n', this.at)) this.step(2);
      else return;
    }
  }

  /** Goes on by some characters. */
  step(count = 1): void {
    for (let index = 0; index < count && this.at < this.#text.length; index += 1) {
      if (this.current === '\n') this.line += 1;
      this.at += 1;
    }
  }

  /** Where the line ends. */
  lineEnd(): number {
    const end = this.#text.indexOf('\n', this.at);
    return end < 0 ? this.#text.length : end;
  }
}
