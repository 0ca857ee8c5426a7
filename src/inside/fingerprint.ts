import { createHash } from 'node:crypto';
import { type Raw, reveal } from '../safety/secret.js';

/**
 * A few digits that tell whether two values are equal, and nothing else about them.
 *
 * @param salt a key of this run, without which nobody can try values against them
 */
export function fingerprint(value: Raw | undefined, salt: string): string {
  if (value === undefined) return '';
  return `#${createHash('sha256').update(salt).update(reveal(value)).digest('hex').slice(0, 6)}`;
}
