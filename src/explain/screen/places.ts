import type { Needle } from './needle.js';

/** A text that may stand at a window. */
export interface NeedlePlace {
  needle: Needle<RegExp>;
  /** The place of the window in the text. */
  offset: number;
}

/** The table has room for four times as many windows as there are. */
const BITS = 15;
const SLOTS = 2 ** BITS;
const FACTOR = 0x9e3779b1 | 0;

/** The texts of each window. A `Map` is many times slower, and each line of a log asks once or twice. */
export class Places {
  /** A 0 marks a free slot: no window is 0. */
  readonly #windows = new Int32Array(SLOTS);
  readonly #places: NeedlePlace[][] = Array.from({ length: SLOTS });
  #size = 0;

  add(window: number, place: NeedlePlace): void {
    const slot = this.#slotOf(window);
    if (this.#windows[slot] === window) {
      this.#places[slot]?.push(place);
      return;
    }
    this.#size += 1;
    if (this.#size > SLOTS / 2) throw new RangeError('more windows than there is room for');
    this.#windows[slot] = window;
    this.#places[slot] = [place];
  }

  at(window: number): readonly NeedlePlace[] | undefined {
    return this.#places[this.#slotOf(window)];
  }

  #slotOf(window: number): number {
    let slot = Math.imul(window, FACTOR) >>> (32 - BITS);
    let there = this.#windows[slot];
    while (there !== window && there !== 0) {
      slot = (slot + 1) & (SLOTS - 1);
      there = this.#windows[slot];
    }
    return slot;
  }
}
