import { inspect } from 'node:util';

/** What stands in the place of a secret wherever it would be shown. */
export const MASK = '***';

/**
 * A password, or a text that holds one, in a form that cannot be printed by accident: turning it
 * into a string, JSON or a debug print gives the mask. Only `reveal()` gives the value.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself: for the server, and for nothing that is shown. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}
