import { inspect } from 'node:util';

/** The text shown in place of a secret. */
export const MASK = '***';

/**
 * A password, or a text that may contain one, in a form that cannot be printed by accident. Turned into a string, JSON or a debug
 * print, it gives the mask. Only `reveal()` gives the value. A test lists the modules that may call it.
 */
export class Secret {
  readonly #value: string;
  readonly #withheld: Secret | undefined;

  /** @param withheld a part that must not be shown, where the rest may be */
  constructor(value: string, withheld?: Secret) {
    this.#value = value;
    this.#withheld = withheld;
  }

  /** The part that must not be shown, where the rest may be: the password that the sender contains as well. */
  get withheld(): Secret | undefined {
    return this.#withheld;
  }

  /** The value itself. It is for the server, and is never shown. */
  reveal(): string {
    return this.#value;
  }

  /** The number of characters, which may be told. */
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

/** A setting as it was found, or a text that is none yet, such as one that is being built. */
export type Raw = Secret | string;

/** Another text made from a setting. The parts withheld in the one are withheld in the other. */
export function madeOf(raw: Secret, text: Raw): Secret;
export function madeOf(raw: Raw, text: Raw): Raw;
export function madeOf(raw: Raw, text: Raw): Raw {
  return typeof raw === 'string' ? text : new Secret(reveal(text), raw.withheld);
}

/** The text of either. Only for functions that know what they show of it. */
export function reveal(raw: Raw): string {
  return typeof raw === 'string' ? raw : raw.reveal();
}
