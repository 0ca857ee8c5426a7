/** Of a reply, a person reads so many characters at most. */
export const SHOWN_OF_REPLY = 2000;

/**
 * A text from outside at a length that a person can read: a server may send a megabyte. The JSON
 * document has it whole.
 *
 * @param most how many characters to keep
 */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
