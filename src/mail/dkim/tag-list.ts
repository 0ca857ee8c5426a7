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
  if (parts.at(-1)?.trim() === '') parts.pop();
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
  const name = part.slice(0, Math.max(at, 0)).trim();
  return /^[a-z]\w*$/i.test(name) ? { name, value: part.slice(at + 1).trim() } : undefined;
}
