import type { FoundUri, FoundValue } from '../found-values.js';
import { parseSmtpUri } from './smtp-uri.js';

/** A URI that was found, with what it says: from here on nobody reads it again. */
export function readUri<T extends FoundValue>(found: T): T & FoundUri {
  return { ...found, read: parseSmtpUri(found.value) };
}
