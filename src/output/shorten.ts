/** The most characters of a reply that people get to see. */
export const SHOWN_OF_REPLY = 2000;

/**
 * A text from outside at a length that a person can read. A server may send a megabyte. The JSON document contains all of it.
 *
 * @param most how many characters to keep
 */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
