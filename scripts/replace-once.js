/**
 * Changes a place in the code of others, and fails where the next version of it has no such place.
 * @param {string} text
 * @param {string} from
 * @param {string} to
 */
export function replaceOnce(text, from, to) {
  if (text.split(from).length !== 2) throw new Error(`not once: ${from}`);
  return text.replace(from, () => to);
}
