/**
 * A place in a text: the characters of ASCII that may stand there, one or several. A space stands for what becomes
 * one (a tab, an escaped line break), a slash for itself, escaped or not.
 */
export type CharacterSet = string;

/** A text to search for, place by place. */
export type NeededText = readonly CharacterSet[];

/** A function that rates how rare a text is; 0 if it cannot be searched for. */
export type Rate = (text: NeededText) => number;

/** The knowledge about a part of an expression. */
interface Part {
  /** All texts that the part can match, if they are few. */
  exact?: readonly NeededText[] | undefined;
  /** Every match holds at least one of these texts. */
  needed?: readonly NeededText[] | undefined;
}

const NOTHING: Part = { exact: [[]] };
const ANYTHING: Part = {};

/** The greatest number of texts that are told apart. */
const MOST_TEXTS = 24;

/** A rate from which a text is rare enough: a rarer one gains nothing. */
const SELDOM = 8;

/** The greatest size of a set: a larger one counts as any character. */
const LARGEST_SET = 64;

const DIGITS = '0123456789';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const WORD = `${DIGITS}${LETTERS}${LETTERS.toUpperCase()}_`;

/** Characters that JSON and web pages may escape, so they cannot be searched for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
const WRITTEN_OTHERWISE = /["'<>&\\\0-\x1f\x7f]|[^\0-\x7f]/;

/**
 * The texts of which whatever an expression finds holds one at least; undefined where that cannot be told. What
 * stands around, and where, is not looked at: more may hold one of the texts than the expression finds.
 *
 * @param rate chooses between the parts of the expression
 */
export function neededTexts(
  { source }: RegExp,
  rate: Rate,
  isRaw = false,
): readonly NeededText[] | undefined {
  const part = new Reader(source, rate, isRaw).read();
  const all = part.needed ?? part.exact ?? [];
  const texts = withoutLonger(isRaw ? all : all.map(withSingleSpaces));
  return lowest(texts, rate) > 0 ? texts : undefined;
}

/** The text with each run of spaces as one space. */
function withSingleSpaces(text: NeededText): NeededText {
  return text.filter((place, index) => place !== ' ' || text[index - 1] !== ' ');
}

/** The texts without those that hold another of them: the shorter one finds both. */
function withoutLonger(texts: readonly NeededText[]): readonly NeededText[] {
  const written = texts.map((text) => `\0${text.join('\0')}\0`);
  return texts.filter((_, index) => {
    const own = written[index] ?? '';
    return !written.some((one, at) => own.includes(one) && (one !== own || at < index));
  });
}

function lowest(texts: readonly NeededText[], rate: Rate): number {
  let least = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    least = Math.min(least, rate(text));
    if (least === 0) break;
  }
  return texts.length === 0 ? 0 : least;
}

/** Reads the source of an expression from left to right. */
class Reader {
  readonly #source: string;
  readonly #rate: Rate;
  readonly #isRaw: boolean;
  #at = 0;

  constructor(source: string, rate: Rate, isRaw: boolean) {
    this.#source = source;
    this.#rate = rate;
    this.#isRaw = isRaw;
  }

  /** Reads alternatives up to a closing bracket or the end. */
  read(): Part {
    const ways = [this.#sequence()];
    while (this.#take('|')) ways.push(this.#sequence());
    const exact = ways.flatMap((way) => way.exact ?? []);
    if (ways.every((way) => way.exact) && exact.length <= MOST_TEXTS) return { exact };
    const needed = ways.map((way) => way.needed ?? way.exact);
    return needed.includes(undefined)
      ? ANYTHING
      : { needed: needed.flatMap((texts) => texts ?? []) };
  }

  #sequence(): Part {
    let best: readonly NeededText[] | undefined;
    let run: readonly NeededText[] = [[]];
    let isWhole = true;
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] ?? '')) {
      const { exact, needed } = this.#repeated();
      const isSeldom = exact && exact.length > 1 && lowest(run, this.#rate) >= SELDOM;
      if (exact && !isSeldom && run.length * exact.length <= MOST_TEXTS) {
        run = run.flatMap((text) => exact.map((next) => [...text, ...next]));
        continue;
      }
      isWhole = false;
      if (run.length > 1 || run[0]?.length) best = this.#better(best, run);
      best = this.#better(best, needed);
      run = exact ?? [[]];
    }
    return isWhole ? { exact: run } : { needed: this.#better(best, run) };
  }

  #better(
    one: readonly NeededText[] | undefined,
    other: readonly NeededText[] | undefined,
  ): readonly NeededText[] | undefined {
    if (!one || !other) return one ?? other;
    return lowest(other, this.#rate) > lowest(one, this.#rate) ? other : one;
  }

  #repeated(): Part {
    const part = this.#single();
    if (!'*+?{'.includes(this.#source[this.#at] ?? ' ')) return part;
    const [all, least, comma, most] =
      /^(?:[*+?]|\{(\d{1,6})(,?)(\d{0,6})\})/.exec(this.#source.slice(this.#at)) ?? [];
    if (all === undefined) return part;
    this.#at += all.length;
    this.#take('?');
    const isNever = all === '*' || all === '?' || least === '0';
    if (isNever) {
      const isOnce = all === '?' || most === '1';
      return isOnce && part.exact ? { exact: [[], ...part.exact] } : ANYTHING;
    }
    const isCounted = comma === '' && part.exact?.length === 1;
    if (isCounted)
      return { exact: [Array.from({ length: Number(least) }, () => part.exact?.[0] ?? []).flat()] };
    return { needed: part.needed ?? part.exact };
  }

  #single(): Part {
    const character = this.#next();
    if (character === '(') return this.#group();
    if (character === '[') return this.#set();
    if (character === '\\') return this.#escaped();
    if (character === '^' || character === '$') return NOTHING;
    return character === '.' ? ANYTHING : this.#place(character);
  }

  #group(): Part {
    const [kind = ''] = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += kind.length;
    const inside = this.read();
    this.#at += 1;
    return /[=!]$/.test(kind) ? NOTHING : inside;
  }

  #escaped(): Part {
    const character = this.#next();
    if (character === 'b' || character === 'B') return NOTHING;
    if (character === 'd') return this.#place(DIGITS);
    if (character === 'w') return this.#place(WORD);
    if (character === 'p' || character === 'P') this.#at = this.#source.indexOf('}', this.#at) + 1;
    if (character === 'u') this.#at += 4;
    if (character === 'x') this.#at += 2;
    return /\w/.test(character) ? ANYTHING : this.#place(character);
  }

  #set(): Part {
    const [all = '', isOthers = '', inside = ''] =
      /^(\^?)((?:[^\]\\]|\\.)*)\]/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += all.length;
    const plain = inside
      .replaceAll('\\d', DIGITS)
      .replaceAll('\\w', WORD)
      .replace(/(\w)-(\w)/g, (_, first: string, last: string) => charactersFrom(first, last))
      .replace(/\\(\W)/g, '$1');
    const isPlain = isOthers === '' && !/\\\w/.test(inside.replace(/\\[dw]/g, ''));
    return isPlain ? this.#place(plain) : ANYTHING;
  }

  #place(characters: string): Part {
    const isPlain = this.#isRaw || !WRITTEN_OTHERWISE.test(characters);
    const isOneOfMany = characters.length > 1 && /[ /]/.test(characters);
    if (isOneOfMany && isPlain && characters.length <= 4) {
      return { exact: Array.from(characters, (character) => [character]) };
    }
    return isPlain && !isOneOfMany && characters.length <= LARGEST_SET
      ? { exact: [[characters]] }
      : ANYTHING;
  }

  #next(): string {
    const character = this.#source[this.#at] ?? '';
    this.#at += 1;
    return character;
  }

  #take(character: string): boolean {
    if (this.#source[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }
}

function charactersFrom(first: string, last: string): string {
  const [start = 0, end = 0] = [first.codePointAt(0), last.codePointAt(0)];
  return String.fromCodePoint(
    ...Array.from({ length: end - start + 1 }, (_, index) => start + index),
  );
}
