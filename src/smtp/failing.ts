import type { Facts } from '../language/texts.js';
import type { Cause } from './causes.js';

/** A failure that was named, before it is put into words. */
export interface Failing {
  cause: Cause;
  facts: Facts;
}
