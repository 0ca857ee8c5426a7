import { looksRandom } from '../safety/shown-word.js';

/** A part of a password may look like a name: only what is written as names of variables are is told. */
const SHOWN_NAME = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;

/** The first of the names in a value that may be shown. */
export function shownName(names: readonly string[]): string | undefined {
  return names.find((one) => SHOWN_NAME.test(one) && !looksRandom(one));
}
