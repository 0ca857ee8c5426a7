/**
 * What is odd about the user or the password, without telling it.
 *
 * @typeParam W what stands for words: those of each language, or those of one
 */
export type CredentialOddity<W = string> =
  /** The value begins or ends with white space. */
  | { value: 'user' | 'password'; kind: 'white-space' }
  /** The value is a mail address and the user is none, so they may have changed places. */
  | { value: 'password'; kind: 'swapped' }
  /** The provider takes no password. */
  | { value: 'password'; kind: 'refused'; expected: W }
  /** The provider wants the whole mail address, or only the part before the @. */
  | { value: 'user'; kind: 'no-address' | 'whole-address' }
  /** The provider has the same user for everybody. */
  | { value: 'user'; kind: 'not-fixed'; expected: string }
  /** The value does not look like what the provider gives out: its length is told where that is at fault. */
  | { value: 'user' | 'password'; kind: 'shape'; expected: W; length: number | undefined }
  /** The value looks like something else. */
  | { value: 'user' | 'password'; kind: 'mistake'; looksLike: W };
