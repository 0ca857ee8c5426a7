import type { EnvAssignment, EnvFileReader, EnvFileReading, Lookup } from './reader.js';
import { type Dialect, ShellSyntaxError, ShellText, type Word } from './shell-text.js';

/**
 * Reads as bash does when a file is sourced (`set -a; . FILE`): every line is a command. `&`, `;`, `|`, `<`, `>`, brackets,
 * quotes, `$` and spaces have a meaning. The output of another program counts as empty.
 */
export const bash = shell('bash', {
  isFatal: false,
  isRich: true,
  setsAnyway: true,
  options: 'ahBc',
  hasStrictPatterns: false,
});

/** Reads as dash does, which is `sh` on Debian and much like that of Alpine. */
export const dash = shell('dash', {
  isFatal: true,
  isRich: false,
  setsAnyway: false,
  options: 'a',
  hasStrictPatterns: false,
});

/** Reads as zsh does. */
export const zsh = shell('zsh', {
  isFatal: false,
  isRich: true,
  setsAnyway: false,
  options: '569Xaf',
  hasStrictPatterns: true,
});

function shell(name: 'bash' | 'dash' | 'zsh', dialect: Dialect): EnvFileReader {
  return {
    name,
    isForContainer: false,
    read: (text, lookup) => new Interpreter(text, lookup, dialect).run(),
  };
}

/** A command, and what stands behind it. */
interface Command {
  words: Word[];
  /** The command reads from a file, or writes to one. */
  redirection: '' | '<' | '>';
  /** Nothing is written there. A word that expands to nothing is still a word. */
  isEmpty: boolean;
  end: string;
}

// Special built-in commands (POSIX, 2.14).
const SPECIAL = ['export', 'unset', 'set', ':'];
const OPERATORS = ['&&', '||', ';;', ';', '&', '|', '\n'];

class Interpreter {
  readonly #text: ShellText;
  readonly #dialect: Dialect;
  readonly #set = new Map<string, EnvAssignment | undefined>();

  constructor(text: string, lookup: Lookup, dialect: Dialect) {
    this.#dialect = dialect;
    const inner: Lookup = (name) =>
      this.#set.has(name) ? this.#set.get(name)?.value : lookup(name);
    this.#text = new ShellText(text, inner, dialect);
  }

  run(): EnvFileReading {
    let endsAt: number | undefined;
    while (!this.#text.isOver) {
      const line = this.#text.line;
      try {
        this.#list();
      } catch (error) {
        if (!(error instanceof ShellSyntaxError)) throw error;
        if (this.#dialect.isFatal) return { ok: false, line, problem: 'bad-shell' };
        endsAt = line;
        break;
      }
    }
    const assignments = [...this.#set.values()].flatMap((one) => one ?? []);
    return { ok: true, assignments, ...(endsAt === undefined ? {} : { endsAt }) };
  }

  /** Executes a line, which a shell reads whole before it executes any part. */
  #list(): void {
    const start = { at: this.#text.at, line: this.#text.line };
    this.#scan(() => {});
    const end = this.#text.at;
    this.#text.at = start.at;
    this.#text.line = start.line;
    let isSkipped = false;
    this.#scan((command) => {
      const isLost = isSkipped || command.end === '&' || command.end === '|';
      const isDone = isLost ? false : this.#execute(command);
      isSkipped = command.end === '||' ? isDone : command.end === '&&' ? !isDone : false;
    });
    this.#text.at = end;
  }

  #scan(take: (command: Command) => void): void {
    let isPiped = false;
    for (;;) {
      const command = this.#command();
      const isLast = command.end === '\n' || command.end === '';
      if (!command.isEmpty) {
        take(isPiped ? { ...command, end: '|' } : command);
      } else if (!isLast) throw new ShellSyntaxError();
      const isOpen = ['|', '&&', '||'].includes(command.end);
      isPiped = command.end === '|';
      if (isLast) return;
      this.#text.blanks();
      // The next part may stand on the next line.
      while (isOpen && (this.#text.current === '\n' || this.#text.current === '#')) {
        this.#text.step(this.#text.lineEnd() + 1 - this.#text.at);
        this.#text.blanks();
      }
      if (isOpen && this.#text.current === '') throw new ShellSyntaxError();
    }
  }

  /** @returns whether it succeeds */
  #execute({ words, redirection }: Command): boolean {
    const isLost = words.some(({ isCommandPath }) => isCommandPath);
    if (this.#dialect.hasStrictPatterns && isLost) throw new ShellSyntaxError();
    const first = words.findIndex(({ name }) => name === undefined);
    if (first < 0) {
      const isBroken = redirection === '<';
      if (!isBroken || this.#dialect.setsAnyway) for (const word of words) this.#assign(word);
      return !isBroken;
    }
    const isLonePattern = first === words.length - 1 && words[first]?.isPattern;
    if (this.#dialect.hasStrictPatterns && isLonePattern) {
      for (const word of words.slice(0, first)) this.#assign(word);
      throw new ShellSyntaxError();
    }
    const [command, ...rest] = words.slice(first);
    const isSpecial = SPECIAL.includes(command?.text ?? '');
    if (redirection === '<') {
      if (isSpecial && this.#dialect.isFatal) throw new ShellSyntaxError();
      return false;
    }
    // Assignments before a command hold for that command only, unless a strict shell keeps them.
    if (first > 0 && !(isSpecial && this.#dialect.isFatal)) return false;
    for (const word of words.slice(0, first)) this.#assign(word);
    const isBadName = rest.some(({ text, name }) => name === undefined && !/^\w+$/.test(text));
    if (command?.text === 'export' && isBadName && this.#dialect.isFatal)
      throw new ShellSyntaxError();
    if (command?.text === 'export') for (const word of rest) this.#assign(word);
    if (command?.text === 'unset') for (const { text } of rest) this.#set.set(text, undefined);
    return isSpecial || command?.text === 'true';
  }

  #assign({ text, name, line, endLine }: Word): void {
    if (name === undefined) return;
    const value = text.slice(name.length + 1);
    this.#set.delete(name);
    this.#set.set(name, { name, value, line, endLine });
  }

  #command(): Command {
    const words: Word[] = [];
    let redirection: Command['redirection'] = '';
    let isEmpty = true;
    for (;;) {
      this.#text.blanks();
      if (this.#text.current === '#') this.#text.at = this.#text.lineEnd();
      const operator = OPERATORS.find((one) => this.#text.startsWith(one));
      if (this.#text.isOver) return { words, redirection, isEmpty, end: '' };
      if (operator !== undefined) {
        this.#text.step(operator.length);
        if (operator === ';;') throw new ShellSyntaxError();
        return { words, redirection, isEmpty, end: operator };
      }
      if (this.#text.current === '<' || this.#text.current === '>') {
        if (redirection !== '<') redirection = this.#text.current;
        this.#redirection();
      } else if (this.#text.current === '(' || this.#text.current === ')')
        throw new ShellSyntaxError();
      else words.push(...this.#text.word(words.length === 0));
      isEmpty = false;
    }
  }

  #redirection(): void {
    while ('<>&|'.includes(this.#text.current) && this.#text.current !== '') this.#text.step();
    this.#text.blanks();
    const isThere = this.#text.current !== '' && !'\n;#()'.includes(this.#text.current);
    if (!isThere) throw new ShellSyntaxError();
    this.#text.word(false);
  }
}
