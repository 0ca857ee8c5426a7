import { looksRandom } from '../safety/shown-word.js';

/**
 * Forms of names that may be shown. A part of a password may look like a name, so only the usual form of a variable's name
 * counts.
 */
const SHOWN_NAME = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;

/** The first of the names in a value that may be shown. */
export function shownName(names: readonly string[]): string | undefined {
  return names.find((one) => SHOWN_NAME.test(one) && !looksRandom(one));
}
