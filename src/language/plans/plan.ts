import type { Facts } from '../../report/facts.js';

/** What one language says under a name: words, or what makes them of the facts, be it several sentences or none. */
export type Said = string | ((facts: Facts) => string | readonly string[]);

/**
 * Which sentences are said, by their names and in their order. It is decided once: no language decides again.
 *
 * @param names what is false is left out
 */
export function plan<K extends string>(...names: readonly (K | false)[]): readonly K[] {
  return names.filter((name) => name !== false);
}

/**
 * The sentences of a plan in one language.
 *
 * @param words one for each name that the plan may hold: a missing one fails the type check, and so does one too many
 */
export function say<K extends string>(
  names: readonly K[],
  facts: Facts,
  words: Readonly<Record<NoInfer<K>, Said>>,
): string[] {
  return names.flatMap((name): string | readonly string[] => {
    const said: Said = words[name];
    return typeof said === 'string' ? said : said(facts);
  });
}
