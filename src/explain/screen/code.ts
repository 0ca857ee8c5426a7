import { ALONE_DIGITS, BEHIND_CODE } from '../logged-reply.js';

const LF = 0x0a;
const QUOTE = 0x27;
const OPENING = 0x28;
const CLOSING = 0x29;
const COMMA = 0x2c;
const DASH = 0x2d;
const POINT = 0x2e;
const COLON = 0x3a;
const OPENING_SQUARE = 0x5b;
const CLOSING_SQUARE = 0x5d;

const isDigit = table(/\d/);
const isWord = table(/\w/);
/** The characters that may stand before a code. */
const isBeforeAny = table(/[^\w.:/=-]/);
/** The bytes where a text may end: a backslash begins an escape, `&` an entity, and trimmed spaces may be beyond ASCII. */
const isEnd = table(/[\r\n\\"&]|[^\0-\x7f]/);
const isSpace = table(/[ \t\\]/);

/** The end of an escape: its letter belongs to no word. */
const ESCAPE = /\\(?:[nrtbf]|u[\da-f]{4})$/i;

/** The words that programs write before a code. Only the end of a long word may be at hand. */
const SAID =
  /(?:said|says|response|reply|replied|answered|server|smtp\w*|error|failed|failure|refused|code|message|s|^\w{24,})$/i;
const LONGEST_SAID = 24;

/** The greatest number of bytes, escapes included, between such a word and the code. */
const LONGEST_BETWEEN = 32;
/** An escape or an entity: its letters belong to no word. */
const HIDDEN = /(?:\\(?:[nrtbf]|u[\da-f]{4})|&#?\w{2,4};?)$/i;

/** The words or the enhanced code behind a code. */
const WORDS = new RegExp(`^(?:-|(?:[ \\t]|\\\\[nrt])+)(?:${BEHIND_CODE})`);
/** Nothing but spaces up to a possible end of the text. */
const NOTHING = /^(?:[ \t]|\\[nrt])+(?:$|[\r\n"\\&\x80-\xff])/;
const ENHANCED = /^(?:-|(?:[ \t]|\\[nrt])+)[45]\.\d/;
const LONGEST_WORDS = 40;

/** Codes that need no words behind them. */
const ALONE_CODE = new RegExp(`^${ALONE_DIGITS}$`);

function table(characters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) =>
    characters.test(String.fromCharCode(byte)) ? 1 : 0,
  );
}

/**
 * Whether the code of a refusal may stand somewhere (RFC 5321 section 4.2.1: 4yz and 5yz), as the expressions of replies
 * have it: `findReply` finds none where this is false.
 *
 * @param bytes lines of a log
 * @param at where its first digit is
 */
export function mayBeCode(bytes: Buffer, at: number): boolean {
  const first = bytes[at];
  const second = bytes[at + 1] ?? 0;
  if (first === 0x34 ? second < 0x32 || second > 0x37 : first !== 0x35 || second > 0x37) {
    return false;
  }
  if (!isDigit[second] || !isDigit[bytes[at + 2] ?? 0]) return false;
  const next = bytes[at + 3] ?? LF;
  const before = at > 0 ? (bytes[at - 1] ?? LF) : LF;
  const isApart = isBeforeAny[before] === 1 || (isWord[before] === 1 && isBehindEscape(bytes, at));
  if (next === DASH || isSpace[next]) {
    const words = bytes.toString('latin1', at + 3, at + LONGEST_WORDS);
    if (WORDS.test(words) || NOTHING.test(words)) {
      if (isApart || isSaid(bytes, at)) return true;
      if (isWord[before] === 0 && before !== POINT && ENHANCED.test(words)) return true;
    }
  }
  if (next === CLOSING || next === CLOSING_SQUARE)
    return before === OPENING || before === OPENING_SQUARE;
  if (isEnd[next]) return isApart || isSaid(bytes, at);
  if (next === COMMA && before === OPENING) return true;
  const mayStandAlone = next === COMMA || next === POINT || next === QUOTE || next === COLON;
  return (
    mayStandAlone && ALONE_CODE.test(bytes.toString('latin1', at, at + 3)) && isSaid(bytes, at)
  );
}

function isBehindEscape(bytes: Buffer, at: number): boolean {
  return ESCAPE.test(bytes.toString('latin1', Math.max(0, at - 6), at));
}

function isSaid(bytes: Buffer, at: number): boolean {
  const first = Math.max(0, at - LONGEST_BETWEEN);
  for (let end = at; end > first; end -= 1) {
    const before = bytes[end - 1] ?? 0;
    if (before === LF) return false;
    if (before >= 0x3c && before <= 0x3e) return true;
    if (isWord[before] === 0) continue;
    const said = bytes.toString('latin1', Math.max(0, end - LONGEST_SAID), end);
    const [hidden] = HIDDEN.exec(said) ?? [];
    if (hidden === undefined) return SAID.test(said);
    end -= hidden.length - 1;
  }
  return false;
}
