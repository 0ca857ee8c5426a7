import { REPLY } from '../hints.js';
import { mayBeCode } from './code.js';
import { type FindWindows, HIT, WindowTable, windowFinder } from './find-windows.js';
import { neededTexts } from './needed-texts.js';
import { Needle, rarityOf, WITHOUT_CASE } from './needle.js';
import { Places } from './places.js';
import { WANTED } from './wanted.js';

const LF = 0x0a;

/** A line that may tell of a failure. */
export interface CandidateLine {
  /** The number of lines before this one. */
  line: number;
  /** The place of the line's first byte, and the place behind its line feed. */
  start: number;
  end: number;
  /** The expressions that may find something in the line. */
  hints: Set<RegExp> | undefined;
}

/** JSON may write a letter, a space or the start of a colour as an escape: `\u0041`. */
const ESCAPED = /\\u00[0-7]/;
/** The other escapes stand for characters that no wanted text holds: `"`, `&`, `'`, `/`, `<`, `>`, a backslash. */
const HARMLESS = /^\\u00(?:2[267f]|3[ce]|5c|7f)/i;
const LENGTH_OF_ESCAPED = 6;

/**
 * Finds the lines in which an expression may find something, by the texts that it cannot do without, in bytes: of a long
 * log nearly every line is about something else, and need not become a string.
 */
export class Screen {
  static #made: Screen | undefined;

  /** The shared screen: building one takes time. */
  static get(): Screen {
    Screen.#made ??= new Screen();
    return Screen.#made;
  }

  readonly #find: FindWindows;
  readonly #places = new Places();
  /** The number of lines in the bytes of the last search. */
  lines = 0;
  /** JSON has hidden a colour in those bytes. */
  hasSeenEscapes = false;

  /** @param makeFinder makes the function that finds windows */
  constructor(makeFinder = windowFinder) {
    const table = new WindowTable();
    for (const { hint, expression, texts, isRaw } of WANTED) {
      const needed = texts ?? neededTexts(expression, rarityOf, isRaw);
      if (!needed) throw new RangeError(`nothing to look for: ${expression}`);
      for (const text of needed) {
        const ignoresCase = expression.ignoreCase || texts !== undefined;
        this.#add(new Needle(hint, text, ignoresCase), table);
      }
    }
    for (const text of neededTexts(ESCAPED, rarityOf, true) ?? []) {
      this.#add(new Needle(ESCAPED, text, false), table);
    }
    this.#find = makeFinder(table);
  }

  #add(needle: Needle<RegExp>, table: WindowTable): void {
    for (const [offset, windows] of needle.windows()) {
      const place = { needle, offset };
      for (const window of windows) {
        table.add(window);
        this.#places.add(window, place);
      }
    }
  }

  /**
   * The lines that may tell of a failure, in their order.
   *
   * @param bytes whole lines, at an even place of their memory
   */
  *candidates(bytes: Buffer): Generator<CandidateLine> {
    let at = 0;
    let lines = 0;
    let candidate: CandidateLine | undefined;
    this.hasSeenEscapes = false;
    while (at < bytes.length) {
      const { hits, length, bytes: looked, lines: ended, step } = this.#find(bytes, at);
      for (let index = 0; index < length; index += HIT) {
        const hit = hits[index] as number;
        const window = at + (hit >> 1);
        const found = (hit & 1) === 1 ? codeAt(bytes, window) : this.#textsAt(bytes, window);
        if (found.length === 0) continue;
        // The first byte of a window may be the end of the line before.
        const place = bytes[window] === LF ? window + 1 : window;
        if (candidate && place > candidate.end) {
          yield candidate;
          candidate = undefined;
        }
        candidate ??= {
          line:
            lines +
            (hits[index + 1] as number) +
            linesIn(bytes, window - ((window - at) % step), place),
          start: place === 0 ? 0 : bytes.lastIndexOf(LF, place - 1) + 1,
          end: bytes.indexOf(LF, place),
          hints: new Set<RegExp>(),
        };
        for (const hint of found) {
          if (hint === ESCAPED) {
            candidate.hints = undefined;
            this.hasSeenEscapes = true;
          } else candidate.hints?.add(hint);
        }
      }
      lines += ended;
      at += looked;
    }
    if (candidate) yield candidate;
    this.lines = lines;
  }

  /** The expressions whose text stands at a window. */
  #textsAt(bytes: Buffer, at: number): readonly RegExp[] {
    const window =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24) |
      WITHOUT_CASE;
    const places = this.#places.at(window);
    if (!places) return NOTHING;
    let found = NOTHING;
    for (const { needle, offset } of places) {
      if (!needle.standsAt(bytes, at, offset)) continue;
      if (needle.key === ESCAPED && isHarmless(bytes, at - offset)) continue;
      found = [...found, needle.key];
    }
    return found;
  }
}

const NOTHING: readonly RegExp[] = [];
const CODE: readonly RegExp[] = [REPLY];

function codeAt(bytes: Buffer, window: number): readonly RegExp[] {
  return mayBeCode(bytes, window) || mayBeCode(bytes, window + 1) ? CODE : NOTHING;
}

function isHarmless(bytes: Buffer, at: number): boolean {
  return HARMLESS.test(bytes.toString('latin1', at, at + LENGTH_OF_ESCAPED));
}

function linesIn(bytes: Buffer, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at += 1) if (bytes[at] === LF) lines += 1;
  return lines;
}
