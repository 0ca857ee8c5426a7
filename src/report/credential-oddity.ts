/**
 * What is odd about the user or the password, without telling it.
 *
 * @typeParam W what stands for words: those of each language, or those of one
 */
export type CredentialOddity<W = string> =
  /** White space at its beginning or end. */
  | { value: 'user' | 'password'; kind: 'white-space' }
  /** It is a mail address, and the user is none: one stands in the place of the other. */
  | { value: 'password'; kind: 'swapped' }
  /** The provider wants the whole mail address, or only the part before the @. */
  | { value: 'user'; kind: 'no-address' | 'whole-address' }
  /** Everybody's user is the same here. */
  | { value: 'user'; kind: 'not-fixed'; expected: string }
  /** It does not look like what the provider gives out. */
  | { value: 'user' | 'password'; kind: 'shape'; expected: W; length: number }
  /** It looks like something else. */
  | { value: 'user' | 'password'; kind: 'mistake'; looksLike: W };
