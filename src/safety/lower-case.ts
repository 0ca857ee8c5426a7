/** A text in small letters, of the same length: the Turkish capital İ alone would become two. */
export function lowerCase(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase();
}
