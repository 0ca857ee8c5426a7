/** Joins sentences to a paragraph, leaving out those that do not apply. */
export function paragraph(...sentences: string[]): string {
  return sentences.filter(Boolean).join('');
}

/** Names at most three of several things. */
export function list(items: readonly string[]): string {
  const shown = items.slice(0, 3).join('、');
  return items.length > 3 ? `${shown} 等 ${items.length} 个` : shown;
}

/** Lines by their numbers, the first three of them. */
export function lines(numbers: readonly number[]): string {
  const shown = `第 ${numbers.slice(0, 3).join('、')} 行`;
  return numbers.length > 3 ? `${shown}等 ${numbers.length} 行` : shown;
}

/** Adds the space that parts a Latin word from the Chinese one after it. */
export function spaceAfter(text: string): string {
  return /[!-~]$/.test(text) ? `${text} ` : text;
}

/** Adds the space that parts a Chinese word from the Latin one after it. */
export function spaceBefore(text: string): string {
  return /^[!-~]/.test(text) ? ` ${text}` : text;
}

/** Adds the spaces that part a Latin word from the Chinese ones on both sides. */
export function spaceAround(text: string): string {
  return spaceBefore(spaceAfter(text));
}
