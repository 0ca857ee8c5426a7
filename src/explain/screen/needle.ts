import type { CharacterSet, NeededText } from './needed-texts.js';

/** The number of bytes that are compared at once, at every second place. */
export const WINDOW = 4;

/** A mask that sets bit 5 of each byte. Letters lose their case, and a few other characters change too. */
export const WITHOUT_CASE = 0x20202020;

/** Texts that logs are full of, so they are no signs of a failure. */
const USUAL = [
  'abcdefghijklmnopqrstuvwxyz 0123456789abcdef information message request connection accepted',
  'http:// https:// host name node user users server service services date time remote client address',
  'database data metadata update updated status state started start stop content context connect level',
  'local www.example.com/index.html api static assets main group application javascript plugin login',
  'tailchat converse conversation socket.io transport websocket session protocol progress key from',
  'command action query find filter cache event handler module process version network checkpoint saving',
  'authorization author authenticated autoselect health path format check reading writing uuid curl',
  'stdout stderr stream snapshot userInfo Mozilla collection internal interface index found expected response received success successfully',
]
  .join(' ')
  .toLowerCase();

const USUAL_PARTS: ReadonlySet<string> = new Set(
  [WINDOW - 1, WINDOW].flatMap((length) =>
    Array.from(USUAL, (_, index) => USUAL.slice(index, index + length)),
  ),
);

/** Characters in the order of how often they occur. All others are rare. */
const OFTEN = 'etaoinsrhldcum0123456789-:/."';

const BIT_OF_CASE = 0x20;
const ANY_BYTE = Array.from({ length: 256 }, (_, byte) => byte).filter(
  (byte) => (byte & BIT_OF_CASE) !== 0,
);

/** The greatest number of windows for one place of a text. */
const MOST_WINDOWS = 1024;

/** A part of a text in which each place is one byte. */
interface Stretch {
  start: number;
  end: number;
}

/** The places of two windows in a text: one for a text at an even byte, one for a text at an odd byte. */
interface Windows {
  stretch: Stretch;
  offsets: readonly [even: number, odd: number];
  rarity: number;
}

/** How rare a text is; 0 if it cannot be searched for. */
export function rarityOf(text: NeededText): number {
  return rarestWindows(text)?.rarity ?? 0;
}

function rarestWindows(text: NeededText): Windows | undefined {
  let best: Windows | undefined;
  for (const stretch of stretchesOf(text)) {
    const even = rarestIn(text, stretch, 0);
    const odd = rarestIn(text, stretch, 1);
    if (!even || !odd) continue;
    const rarity = Math.min(even.rarity, odd.rarity);
    if (!best || rarity > best.rarity)
      best = { stretch, offsets: [even.offset, odd.offset], rarity };
  }
  return best;
}

function stretchesOf(text: NeededText): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let end = 0; end <= text.length; end += 1) {
    if (end < text.length && !isFlexible(text[end] ?? '')) continue;
    if (end - start >= WINDOW - 1) stretches.push({ start, end });
    start = end + 1;
  }
  return stretches;
}

function isFlexible(place: CharacterSet): boolean {
  return place === ' ' || place === '/';
}

/** The rarest window with the given parity. The window may include a byte from outside the text. */
function rarestIn(
  text: NeededText,
  stretch: Stretch,
  parity: number,
): { offset: number; rarity: number } | undefined {
  let best: { offset: number; rarity: number } | undefined;
  for (let offset = stretch.start - 1; offset <= stretch.end - WINDOW + 1; offset += 1) {
    if ((offset & 1) !== parity) continue;
    const rarity = rarityOfWindow(text, offset, stretch);
    if (rarity > 0 && (!best || rarity >= best.rarity)) best = { offset, rarity };
  }
  return best;
}

function rarityOfWindow(text: NeededText, offset: number, { start, end }: Stretch): number {
  let rarity = 0;
  let ways = 1;
  let plain = '';
  for (let index = offset; index < offset + WINDOW; index += 1) {
    const place = index >= start && index < end ? (text[index] ?? '') : '';
    ways *= place.length || ANY_BYTE.length;
    if (place.length === 1) {
      rarity += OFTEN.includes(place.toLowerCase()) ? 2 : 3;
      plain += place.toLowerCase();
    } else if (place.length > 1) rarity += 1;
  }
  if (ways > MOST_WINDOWS) return 0;
  // Each window takes up room in the table.
  const least = rarity - Math.log2(ways) / 8;
  return USUAL_PARTS.has(plain) ? least / 4 : least;
}

/** A text to search for. */
export class Needle<Key> {
  readonly key: Key;
  readonly #text: NeededText;
  /** The bytes that may stand at each place. */
  readonly #tables: readonly Uint8Array[];
  readonly #windows: Windows;

  /** @param ignoresCase whether letters of either case are meant */
  constructor(key: Key, text: NeededText, ignoresCase: boolean) {
    this.key = key;
    this.#text = text;
    this.#tables = text.map((place) => tableOf(ignoresCase ? inBothCases(place) : place));
    const windows = rarestWindows(text);
    if (!windows) throw new RangeError(`no text to look for: ${text.join('')}`);
    this.#windows = windows;
  }

  /** All bytes that the windows may hold, without case, and the windows' places in the text. */
  windows(): readonly (readonly [offset: number, windows: readonly number[]])[] {
    return this.#windows.offsets.map((offset) => [offset, this.#windowsAt(offset)]);
  }

  #windowsAt(offset: number): readonly number[] {
    const { start, end } = this.#windows.stretch;
    let windows: readonly number[] = [0];
    for (let index = 0; index < WINDOW; index += 1) {
      const at = offset + index;
      const bytes = bytesOf(at >= start && at < end ? this.#text[at] : undefined);
      windows = windows.flatMap((window) => bytes.map((byte) => window | (byte << (8 * index))));
    }
    return windows;
  }

  /** Whether the text stands at one of its windows. */
  standsAt(bytes: Uint8Array, at: number, offset: number): boolean {
    const first = Math.max(offset, this.#windows.stretch.start);
    let forward = at + first - offset;
    for (let index = first; index < this.#tables.length; index += 1) {
      forward = this.#step(index, bytes, forward);
      if (forward < 0) return false;
    }
    let back = at + first - offset;
    for (let index = first - 1; index >= 0; index -= 1) {
      back = this.#stepBack(index, bytes, back);
      if (back < 0) return false;
    }
    return true;
  }

  #step(index: number, bytes: Uint8Array, at: number): number {
    const place = this.#text[index];
    if (place === ' ') return behindSpace(bytes, at);
    if (place === '/' && bytes[at] === BACKSLASH && bytes[at + 1] === SLASH) return at + 2;
    return this.#tables[index]?.[bytes[at] ?? 0] === 1 ? at + 1 : -1;
  }

  #stepBack(index: number, bytes: Uint8Array, at: number): number {
    const place = this.#text[index];
    if (place === ' ') return beforeSpace(bytes, at);
    if (place === '/' && bytes[at - 1] === SLASH && bytes[at - 2] === BACKSLASH) return at - 2;
    return this.#tables[index]?.[bytes[at - 1] ?? 0] === 1 ? at - 1 : -1;
  }
}

const TAB = 0x09;
const SPACE = 0x20;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
/** The letters of the escapes `\n`, `\r` and `\t`. */
const ESCAPED_SPACES: readonly number[] = [0x6e, 0x72, 0x74];

/** The end of a run of white space, escaped or not; -1 if there is none. */
function behindSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const byte = bytes[at];
    if (byte === SPACE || byte === TAB) at += 1;
    else if (byte === BACKSLASH && ESCAPED_SPACES.includes(bytes[at + 1] ?? 0)) at += 2;
    else return at > start ? at : -1;
  }
}

function beforeSpace(bytes: Uint8Array, end: number): number {
  let at = end;
  for (;;) {
    const byte = bytes[at - 1];
    if (byte === SPACE || byte === TAB) at -= 1;
    else if (bytes[at - 2] === BACKSLASH && ESCAPED_SPACES.includes(byte ?? 0)) at -= 2;
    else return at < end ? at : -1;
  }
}

/** The bytes that may stand at a place, without case. A place outside of the text allows any byte. */
function bytesOf(place: CharacterSet | undefined): readonly number[] {
  if (place === undefined) return ANY_BYTE;
  if (place.length === 1) return [place.charCodeAt(0) | BIT_OF_CASE];
  return [...new Set(Array.from(place, (character) => character.charCodeAt(0) | BIT_OF_CASE))];
}

function inBothCases(place: CharacterSet): CharacterSet {
  return place.toLowerCase() + place.toUpperCase();
}

const tables = new Map<string, Uint8Array>();

function tableOf(characters: string): Uint8Array {
  const known = tables.get(characters);
  if (known) return known;
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  tables.set(characters, table);
  return table;
}
