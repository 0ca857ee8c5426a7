/**
 * Reads a tag-list (RFC 6376 section 3.2), the form of DKIM and DMARC records: `name=value` pairs with
 * semicolons between them.
 *
 * @returns the values by name, without white space at their ends; undefined where it is no tag-list, or
 *   a name stands twice
 */
export function parseTagList(text: string): Map<string, string> | undefined {
  const tags = new Map<string, string>();
  const parts = text.split(';');
  if (trimBlanks(parts.at(-1) ?? '') === '') parts.pop();
  for (const part of parts) {
    const tag = splitTag(part);
    if (!tag || tags.has(tag.name)) return undefined;
    tags.set(tag.name, tag.value);
  }
  return tags;
}

/** One `name=value`, without white space around either; undefined where it is none. */
export function splitTag(part: string): { name: string; value: string } | undefined {
  const at = part.indexOf('=');
  const name = trimBlanks(part.slice(0, Math.max(at, 0)));
  return /^[a-z]\w*$/i.test(name) ? { name, value: trimBlanks(part.slice(at + 1)) } : undefined;
}

const BLANKS = ' \t\r\n';

/**
 * The text without the white space that these records know: blanks, tabs and line ends (RFC 6376 section 2.8). Those of other
 * kinds, such as U+00A0, are part of a value.
 */
export function trimBlanks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && BLANKS.includes(text.charAt(start))) start++;
  while (end > start && BLANKS.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
