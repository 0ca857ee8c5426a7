/** Joins sentences to a paragraph, leaving out those that do not apply. */
export function paragraph(...sentences: string[]): string {
  return sentences.filter(Boolean).join(' ');
}

/** Names at most three of several things. */
export function list(items: readonly string[]): string {
  const shown = items.slice(0, 3);
  const more = items.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  const last = shown.pop() ?? '';
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last;
}

/** The word that agrees with a number. */
export function agree(count: number | undefined, one: string, several: string): string {
  return count === 1 ? one : several;
}

/** So many of something: `1 day`, `2 days`. */
export function plural(count: number | undefined, one: string, several: string): string {
  return `${count} ${agree(count, one, several)}`;
}
