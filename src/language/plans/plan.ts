/** What one language says under a name: words, or what makes them of the facts: one sentence, several or none. */
export type Wording<F> = string | ((facts: F) => string | readonly string[]);

/**
 * The sentences of a text, by their names and in their order. They are chosen here once, for all languages.
 *
 * @param names false entries are left out
 */
export function plan<K extends string>(...names: readonly (K | false | undefined)[]): readonly K[] {
  return names.filter((name) => name !== false && name !== undefined);
}

/**
 * The sentences of a plan in one language.
 *
 * @param words one for each name that the plan may hold: a missing one fails the type check, and so does one too many
 */
export function say<K extends string, F>(
  names: readonly K[],
  facts: F,
  words: Readonly<Record<NoInfer<K>, Wording<NoInfer<F>>>>,
): string[] {
  return names.flatMap((name): string | readonly string[] => {
    const said: Wording<F> = words[name];
    return typeof said === 'string' ? said : said(facts);
  });
}

/** The member of a union that has this kind among its own. */
type OfKind<U, K> = U extends { kind: infer Own } ? (K extends Own ? U : never) : never;

/**
 * The words for what one thing is: a kind alone, or a tagged union's member with its facts.
 *
 * @param words those of each kind: a missing one fails the type check
 */
export function tell<K extends string, R>(kind: K, words: Readonly<Record<NoInfer<K>, R>>): R;
export function tell<U extends { kind: string }, R>(
  about: U,
  words: { readonly [K in U['kind']]: R | ((about: OfKind<U, K>) => R) },
): R;
export function tell(
  about: string | { kind: string },
  words: Readonly<Record<string, unknown>>,
): unknown {
  if (typeof about === 'string') return words[about];
  const said = words[about.kind];
  return typeof said === 'function' ? said(about) : said;
}

/**
 * Words with a fact in them where it is known, others where it is not: all that a language asks of facts itself.
 *
 * @param fact unknown where it is undefined, null or empty
 */
export function known<T>(
  fact: T | null | undefined,
  words: (fact: T) => string,
  otherwise?: string,
): string;
export function known<T, R>(fact: T | null | undefined, words: (fact: T) => R, otherwise: R): R;
export function known<T>(
  fact: T | null | undefined,
  words: (fact: T) => unknown,
  otherwise: unknown = '',
): unknown {
  if (fact === undefined || fact === null || fact === '') return otherwise;
  return Array.isArray(fact) && fact.length === 0 ? otherwise : words(fact);
}
