import { looksRandom } from '../safety/shown-word.js';

/**
 * Forms of names that may be shown. A part of a password may look like a name, so only the usual form of a variable's name
 * counts.
 */
const SHOWN_NAME = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;

/** The same of a name in braces, which hardly any password has. */
const BRACED_NAME = /^[A-Z][A-Z\d_]*$/;

/** A name in a value that nothing sets. */
export interface UnsetName {
  name: string;
  /** It is written as `${NAME}`, or as `$(NAME)`. */
  isBraced: boolean;
}

/** The first of the names in a value that may be shown. */
export function shownName(names: readonly UnsetName[]): string | undefined {
  return names.find(
    ({ name, isBraced }) => (isBraced ? BRACED_NAME : SHOWN_NAME).test(name) && !looksRandom(name),
  )?.name;
}
