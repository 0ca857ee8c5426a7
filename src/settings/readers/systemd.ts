import type { EnvAssignment, EnvFileReader } from './reader.js';

const BLANK = ' \t\n\r';
const NEWLINE = '\n\r';
// The characters that a backslash escapes within double quotes.
const NEEDS_ESCAPE = '"\\`$';
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
// A value with a control character other than tab and newline is discarded.
const CONTROL = /(?![\t\n])[^\P{Cc}\x80-\x9f]/u;

type State =
  | 'before-name'
  | 'name'
  | 'before-value'
  | 'value'
  | 'value-escape'
  | 'single'
  | 'double'
  | 'double-escape'
  | 'comment'
  | 'comment-escape';

/**
 * As systemd reads an `EnvironmentFile=` (systemd.exec(5)): quotes anywhere in a value but not kept, a backslash
 * at the end of a line joins it with the next, `#` is a comment at the beginning of a line only, nothing is
 * replaced. A name that is none is passed over.
 */
export const systemd: EnvFileReader = {
  name: 'systemd',
  isForContainer: false,
  read: (text) => {
    const machine = new Machine();
    for (const char of text) machine.take(char);
    machine.end();
    const broken = machine.assignments.find(
      ({ name, value }) => name.includes('\ufffd') || value.includes('\ufffd'),
    );
    if (broken) return { ok: false, line: broken.line, problem: 'not-utf8' };
    const isKept = ({ name, value }: EnvAssignment) => NAME.test(name) && !CONTROL.test(value);
    return { ok: true, assignments: machine.assignments.filter(isKept) };
  },
};

class Machine {
  readonly assignments: EnvAssignment[] = [];
  #state: State = 'before-name';
  #line = 1;
  #start = 1;
  #name = '';
  #value = '';
  /** Where the white space at the value's end begins. It is trimmed. */
  #valueEnd: number | undefined;

  take(char: string): void {
    const isNewline = NEWLINE.includes(char);
    switch (this.#state) {
      case 'before-name':
        if (char === '#' || char === ';') this.#state = 'comment';
        else if (!BLANK.includes(char)) this.#begin(char);
        break;
      case 'name':
        if (isNewline) this.#state = 'before-name';
        else if (char === '=') this.#state = 'before-value';
        else this.#name += char;
        break;
      case 'before-value':
        this.#beforeValue(char, isNewline);
        break;
      case 'value':
        this.#inValue(char, isNewline);
        break;
      case 'value-escape':
        this.#state = 'value';
        if (!isNewline) this.#value += char;
        break;
      case 'single':
        if (char === "'") this.#state = 'before-value';
        else this.#value += char;
        break;
      case 'double':
        if (char === '"') this.#state = 'before-value';
        else if (char === '\\') this.#state = 'double-escape';
        else this.#value += char;
        break;
      case 'double-escape':
        this.#state = 'double';
        if (NEEDS_ESCAPE.includes(char)) this.#value += char;
        else if (char !== '\n') this.#value += `\\${char}`;
        break;
      case 'comment':
        if (char === '\\') this.#state = 'comment-escape';
        else if (isNewline) this.#state = 'before-name';
        break;
      case 'comment-escape':
        this.#state = isNewline ? 'before-name' : 'comment';
        break;
    }
    if (char === '\n') this.#line += 1;
  }

  /** Keeps the value at the end of the file, even with an unclosed quotation mark. */
  end(): void {
    const states: readonly State[] = ['before-name', 'name', 'comment', 'comment-escape'];
    if (!states.includes(this.#state)) this.#push();
  }

  #begin(char: string): void {
    this.#state = 'name';
    this.#start = this.#line;
    this.#name = char;
    this.#value = '';
    this.#valueEnd = undefined;
  }

  #beforeValue(char: string, isNewline: boolean): void {
    if (isNewline) this.#push();
    else if (char === "'") this.#state = 'single';
    else if (char === '"') this.#state = 'double';
    else if (char === '\\') this.#state = 'value-escape';
    else if (!BLANK.includes(char)) {
      this.#state = 'value';
      this.#value += char;
    }
  }

  #inValue(char: string, isNewline: boolean): void {
    if (isNewline) this.#push();
    else if (char === '\\') {
      this.#state = 'value-escape';
      this.#valueEnd = undefined;
    } else {
      if (!BLANK.includes(char)) this.#valueEnd = undefined;
      else this.#valueEnd ??= this.#value.length;
      this.#value += char;
    }
  }

  #push(): void {
    const isOpen = this.#state === 'value';
    const value = isOpen ? this.#value.slice(0, this.#valueEnd) : this.#value;
    const name = this.#name.replace(/(?<![ \t])[ \t]+$/, '');
    this.assignments.push({ name, value, line: this.#start, endLine: this.#line });
    this.#state = 'before-name';
    this.#valueEnd = undefined;
  }
}
