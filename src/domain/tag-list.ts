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
    const [, name, value] = /^\s*([a-z]\w*)\s*=\s*(.*?)\s*$/is.exec(part) ?? [];
    if (name === undefined || value === undefined || tags.has(name)) return undefined;
    tags.set(name, value);
  }
  return tags;
}
