import type { SpamVerdict } from '../../report/received-letter.js';

/** What one filter wrote, before it is known where it stood. */
export type Verdict = Omit<SpamVerdict, 'where'>;

/** The most reasons of a filter that are kept. Nobody would read more. */
export const MOST_REASONS = 8;
/** A score, as a part of an expression. */
export const NUMBER = String.raw`(-?\d{1,6}(?:\.\d{1,6})?)`;

/** The number that an expression has as its first group; null where there is none. */
export function numberIn(value: string, pattern: RegExp): number | null {
  const found = pattern.exec(value)?.[1];
  return found === undefined ? null : Number(found);
}

/** Names of rules, those with the highest scores first. */
export function weightiest(scored: readonly { name: string; score: number }[]): string[] {
  const sorted = [...scored].sort((a, b) => b.score - a.score).map(({ name }) => name);
  return [...new Set(sorted)].slice(0, MOST_REASONS);
}
