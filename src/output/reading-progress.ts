import type { Output } from '../context.js';

/** How long reading may take before anything is shown, in milliseconds. */
const PATIENCE_MS = 1000;
const REFRESH_MS = 250;

const MEGABYTE = 1_000_000;

/** Says on a terminal how far the reading is, once it takes long. */
export class ReadingProgress {
  readonly #stderr: Output;
  readonly #words: (megabytes: number, found: number) => string;
  #timer: NodeJS.Timeout | undefined;
  #bytes = 0;
  #found = 0;
  #isShown = false;

  /** @param words how much was read and found, in a person's language */
  constructor(stderr: Output, words: (megabytes: number, found: number) => string) {
    this.#stderr = stderr;
    this.#words = words;
  }

  /** Counts the bytes that are read of a source. Without a watcher it does nothing. */
  async *watch(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    this.#begin();
    for await (const piece of pieces) {
      this.#bytes += piece.length;
      yield piece;
    }
  }

  /** Notes that a failure was found. */
  found(): void {
    this.#found += 1;
  }

  /** Takes the line off the screen. */
  end(): void {
    clearInterval(this.#timer);
    if (this.#isShown) this.#stderr.write('\r\x1b[K');
    this.#isShown = false;
  }

  #begin(): void {
    if (this.#stderr.isTTY !== true || this.#timer) return;
    const start = Date.now();
    this.#timer = setInterval(() => {
      if (Date.now() - start >= PATIENCE_MS) this.#show();
    }, REFRESH_MS);
    this.#timer.unref();
  }

  #show(): void {
    this.#isShown = true;
    this.#stderr.write(`\r\x1b[K${this.#words(Math.floor(this.#bytes / MEGABYTE), this.#found)}`);
  }
}
