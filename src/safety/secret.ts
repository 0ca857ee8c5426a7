import { inspect } from 'node:util';

/** What stands in the place of a secret wherever it would be shown. */
export const MASK = '***';

/**
 * A password, or a text that may hold one, in a form that cannot be printed by accident: turning it
 * into a string, JSON or a debug print gives the mask. Only `reveal()` gives the value. A test lists the
 * modules that may call it.
 */
export class Secret {
  readonly #value: string;
  readonly #withheld: Secret | undefined;

  /** @param withheld what must not be seen in it, where the rest may be shown */
  constructor(value: string, withheld?: Secret) {
    this.#value = value;
    this.#withheld = withheld;
  }

  /** What must not be seen in it, where the rest may be shown: the password that stands in the sender as well. */
  get withheld(): Secret | undefined {
    return this.#withheld;
  }

  /** The value itself: for the server, and for nothing that is shown. */
  reveal(): string {
    return this.#value;
  }

  /** How many characters it has: that much of it may be told. */
  get length(): number {
    return [...this.#value].length;
  }

  /** Whether the other holds the same text. Two secrets are never the same object. */
  equals(other: Secret | undefined): boolean {
    return other !== undefined && other.#value === this.#value;
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

/** A setting as it was found; or a text that is none, such as one that is being built. */
export type Raw = Secret | string;

/** Another text that is made of a setting: what must not be seen in the one must not be in the other. */
export function madeOf(raw: Raw, text: Raw): Raw {
  return typeof raw === 'string' ? text : new Secret(reveal(text), raw.withheld);
}

/** The text of either: for functions that know what they show of it. */
export function reveal(raw: Raw): string {
  return typeof raw === 'string' ? raw : raw.reveal();
}
