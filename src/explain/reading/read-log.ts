import { type Hints, NO_HINTS } from '../hints.js';
import type { Screen } from '../screen/screen.js';
import { viewOf } from '../screen/view.js';
import { LONGEST_CHARACTER, LONGEST_LINE, toLine } from './lines.js';

/** Receives the lines of a log, one after another. */
export interface LineTaker {
  /** Whether it needs every following line. */
  readonly isOpen: boolean;
  /** @param hints the expressions that may match in the line, where that is known */
  push(line: string, hints?: Hints): void;
  /** Skips lines in which nothing can match. */
  skip(lines: number): void;
  /** Shows whole lines once more, after all of them were pushed or skipped. */
  look?(bytes: Buffer): void;
}

const LF = 0x0a;

/** How to read a log. */
export interface ReadLogOptions {
  /** How many bytes are read line by line, like a short log. */
  screenFrom?: number;
  /** Called once, if there are more bytes than that. */
  onLong?: (() => void) | undefined;
}

/** A log that is read faster than a screen is made, in bytes. */
const SHORT = 128 * 1024;

/**
 * Reads a log, whatever the character sets of its lines and whatever its length. In a long log, only lines that may tell of a
 * failure become strings.
 *
 * @param pieces bytes as they come; each is read before the next is asked for
 * @returns whether a line was cut: its end, behind `LONGEST_LINE`, was not read
 */
export async function readLog(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  taker: LineTaker,
  { screenFrom = SHORT, onLong }: ReadLogOptions = {},
): Promise<boolean> {
  const reading: Reading = { taker, isCut: false };
  let rest: Buffer = Buffer.alloc(0);
  let size = 0;
  let screen: Screen | undefined;
  let isColoured = false;
  for await (const piece of pieces) {
    const first = piece.indexOf(LF);
    if (first < 0) {
      rest = Buffer.concat([rest, startOfLine(piece, rest.length)]);
      continue;
    }
    let start = 0;
    if (rest.length > 0) {
      const line = Buffer.concat([rest, startOfLine(piece.subarray(0, first), rest.length)]);
      push(reading, line);
      taker.look?.(line);
      start = first + 1;
    }
    const end = piece.lastIndexOf(LF) + 1;
    size += piece.length;
    if (size > screenFrom) {
      if (!screen) {
        onLong?.();
        screen = (await import('../screen/screen.js')).Screen.get();
      }
      isColoured = readScreened(piece.subarray(start, end), screen, reading, isColoured);
    } else readEach(piece.subarray(start, end), reading);
    taker.look?.(piece.subarray(start, end));
    rest = Buffer.from(startOfLine(piece.subarray(end), 0));
  }
  if (rest.length > 0) {
    push(reading, rest);
    taker.look?.(rest);
  }
  return reading.isCut;
}

/** Who takes the lines, and whether one of them was cut. */
interface Reading {
  taker: LineTaker;
  isCut: boolean;
}

function push(reading: Reading, bytes: Buffer, start = 0, end = bytes.length, hints?: Hints): void {
  reading.isCut ||= end - start > LONGEST_LINE;
  reading.taker.push(toLine(bytes, start, end), hints);
}

/** The end of an overlong line. It is not kept, only read on to the line's end. */
function startOfLine(bytes: Buffer, before: number): Buffer {
  return bytes.subarray(0, Math.max(0, LONGEST_LINE + LONGEST_CHARACTER - before));
}

function readEach(bytes: Buffer, reading: Reading): void {
  let at = 0;
  for (let end = bytes.indexOf(LF, at); end >= 0; end = bytes.indexOf(LF, at)) {
    push(reading, bytes, at, end);
    at = end + 1;
  }
}

/** @returns whether JSON hid a colour in the log */
function readScreened(
  bytes: Buffer,
  screen: Screen,
  reading: Reading,
  isColoured: boolean,
): boolean {
  const { taker } = reading;
  const view = viewOf(bytes, isColoured);
  let at = 0;
  let line = 0;
  const read = (end: number, hints: Hints) => {
    push(reading, bytes, at, end, hints);
    at = end + 1;
    line += 1;
  };
  for (const candidate of screen.candidates(view.bytes)) {
    while (taker.isOpen && line < candidate.line) read(bytes.indexOf(LF, at), NO_HINTS);
    if (line < candidate.line) {
      taker.skip(candidate.line - line);
      at = view.isInPlace ? candidate.start : behindLines(bytes, at, candidate.line - line);
      line = candidate.line;
    }
    read(view.isInPlace ? candidate.end : bytes.indexOf(LF, at), candidate.hints);
  }
  while (taker.isOpen && at < bytes.length) read(bytes.indexOf(LF, at), NO_HINTS);
  taker.skip(screen.lines - line);
  return screen.hasSeenEscapes || (isColoured && !view.isInPlace);
}

function behindLines(bytes: Buffer, start: number, count: number): number {
  let at = start;
  for (let line = 0; line < count; line += 1) at = bytes.indexOf(LF, at) + 1;
  return at;
}
