import type { FoundUri, FoundValue } from '../found-values.js';
import { parseSmtpUri } from './smtp-uri.js';

/** A URI that was found, with its contents, so that nobody has to read it again. */
export function readUri<T extends FoundValue>(found: T): T & FoundUri {
  return { ...found, read: parseSmtpUri(found.value) };
}
