import type { Saying } from '../../diagnosis/rules/words/says.js';
import type { KnownError } from '../patterns/pattern.js';

/** A failure in anybody's words. */
export interface FreeWords extends Omit<KnownError, 'weight'> {
  words: Saying;
  /** No connection came about, and it is not said how. */
  isVague?: true;
  /** A person who says so describes a server. Only a program states what happened. */
  isOfPrograms?: true;
}
