/** A letter as it stands in a file. */
export interface RawLetter {
  bytes: Buffer;
  /** The line where it begins, from 1. */
  line: number;
}

/** The most bytes that are read of a letter. Servers take few larger ones, and a report is short. */
export const LARGEST_LETTER = 10 * 1024 * 1024;

const LF = 0x0a;

/** The lines between the letters of an mbox: RFC 4155, and the forms of `qmail` and Unix. */
const SEPARATOR =
  /^From \S{1,320} +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +[\w:+ -]{10,50}\r?$|^From - /;

/** Longer lines separate no letters. */
const LONGEST_SEPARATOR = 500;

/**
 * The letters of an mbox, one after another. A file that does not begin as an mbox holds a single letter. At most one letter is
 * kept in memory, and no more of it than `LARGEST_LETTER`.
 *
 * @param pieces bytes as they come
 */
export async function* splitMbox(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
): AsyncGenerator<RawLetter> {
  const kept = new Kept();
  let rest: Buffer = Buffer.alloc(0);
  let isMbox: boolean | undefined;
  let isAfterEmpty = true;
  for await (const piece of pieces) {
    let bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    isMbox ??= beginsAsMbox(bytes);
    if (isMbox === undefined) {
      rest = bytes;
      continue;
    }
    if (!isMbox) {
      kept.add(bytes);
      rest = Buffer.alloc(0);
      continue;
    }
    let start = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
      const line = bytes.subarray(start, end);
      if (isAfterEmpty && isSeparator(line)) {
        if (kept.size > 0) yield kept.take();
        kept.begin();
      } else kept.add(bytes.subarray(start, end + 1));
      isAfterEmpty = line.length === 0 || (line.length === 1 && line[0] === 0x0d);
      kept.lines += 1;
      start = end + 1;
    }
    bytes = bytes.subarray(start);
    // An overlong line is no separator, so it is passed on before it ends.
    if (bytes.length > LONGEST_SEPARATOR) {
      kept.add(bytes);
      isAfterEmpty = false;
      bytes = Buffer.alloc(0);
    }
    rest = Buffer.from(bytes);
  }
  if (rest.length > 0) kept.add(rest);
  if (kept.size > 0) yield kept.take();
}

/** The bytes of the letter that is being read. */
class Kept {
  #bytes = Buffer.alloc(64 * 1024);
  size = 0;
  /** How many lines of the file were read. */
  lines = 0;
  #line = 1;

  begin(): void {
    this.size = 0;
    // The letter begins behind the line that separates it.
    this.#line = this.lines + 2;
  }

  add(bytes: Buffer): void {
    const end = Math.min(this.size + bytes.length, LARGEST_LETTER);
    if (end > this.#bytes.length) {
      const larger = Buffer.alloc(Math.min(Math.max(2 * this.#bytes.length, end), LARGEST_LETTER));
      this.#bytes.copy(larger, 0, 0, this.size);
      this.#bytes = larger;
    }
    bytes.copy(this.#bytes, this.size, 0, end - this.size);
    this.size = end;
  }

  take(): RawLetter {
    const bytes = Buffer.from(this.#bytes.subarray(0, this.size));
    this.size = 0;
    return { bytes, line: this.#line };
  }
}

function isSeparator(line: Buffer): boolean {
  if (line.length > LONGEST_SEPARATOR || line[0] !== 0x46) return false;
  return SEPARATOR.test(line.toString('latin1'));
}

/** Whether the bytes begin an mbox. Undefined as long as the first line is incomplete. */
function beginsAsMbox(bytes: Buffer): boolean | undefined {
  const end = bytes.indexOf(LF);
  if (end < 0) return bytes.length > LONGEST_SEPARATOR ? false : undefined;
  return isSeparator(bytes.subarray(0, end));
}
