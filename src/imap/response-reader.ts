import { ImapError } from './imap-error.js';

/** One response of a server (RFC 9051 section 7): its joined lines, and its literals. */
export interface ImapResponse {
  /** One character for each byte. Each literal is replaced by its length in braces. */
  text: string;
  literals: Buffer[];
}

/** Bounds against a server that floods. */
const LONGEST_LINE = 64 * 1024;
const LONGEST_LITERAL = 256 * 1024;
const MOST_LITERALS = 20;
/** Of the answer to one command. */
const MOST_BYTES = 16 * 1024 * 1024;

const LITERAL = /\{(\d{1,12})\+?\}$/;

/** Splits the server's bytes into responses. */
export class ResponseReader {
  #pending = Buffer.alloc(0);
  #total = 0;
  #text = '';
  #literals: Buffer[] = [];
  /** The number of bytes of a literal that are still to come. */
  #literalLeft = 0;

  /** Whether a part of a response has arrived, and its end has not. */
  get hasRest(): boolean {
    return this.#pending.length > 0 || this.#text !== '';
  }

  /** The bytes of the next answer are counted anew. */
  startAnswer(): void {
    this.#total = 0;
  }

  /**
   * Takes what came.
   *
   * @returns the responses that are whole by now
   * @throws ImapError `protocol` where a bound is passed
   */
  take(chunk: Buffer): ImapResponse[] {
    this.#total += chunk.length;
    if (this.#total > MOST_BYTES) throw new ImapError('protocol');
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const responses: ImapResponse[] = [];
    while (this.#step(responses)) {
      // Each step takes a line or a literal.
    }
    return responses;
  }

  #step(responses: ImapResponse[]): boolean {
    if (this.#literalLeft > 0) {
      if (this.#pending.length < this.#literalLeft) return false;
      this.#literals.push(this.#cut(this.#literalLeft));
      this.#literalLeft = 0;
    }
    const end = this.#pending.indexOf('\n');
    if (end > LONGEST_LINE || (end < 0 && this.#pending.length > LONGEST_LINE))
      throw new ImapError('protocol');
    if (end < 0) return false;
    const line = this.#cut(end + 1)
      .toString('latin1')
      .replace(/\r?\n$/, '');
    this.#text += line;
    const announced = LITERAL.exec(line)?.[1];
    if (announced !== undefined) {
      this.#literalLeft = Number(announced);
      const isTooMuch =
        this.#literalLeft > LONGEST_LITERAL || this.#literals.length >= MOST_LITERALS;
      if (isTooMuch) throw new ImapError('protocol');
      if (this.#literalLeft === 0) this.#literals.push(Buffer.alloc(0));
      return true;
    }
    responses.push({ text: this.#text, literals: this.#literals });
    this.#text = '';
    this.#literals = [];
    return true;
  }

  #cut(length: number): Buffer {
    const part = Buffer.from(this.#pending.subarray(0, length));
    this.#pending = this.#pending.subarray(length);
    return part;
  }
}
