import type { FoundWarning } from '../../diagnosis/found-warning.js';
import type { ValueSource } from '../../report/report.js';
import { stripToLine } from '../../safety/control-characters.js';
import { type Raw, reveal } from '../../safety/secret.js';
import { fileAndLine } from '../../settings/settings.js';
import { SCHEME, splitAuthority, splitLogin, splitUri } from '../../settings/uri/split-uri.js';
import { findOddOptions } from '../../settings/uri/uri-options.js';

/** Escapes of characters that never need one (RFC 3986 section 2.3). */
const OF_LETTER = /%(?:3\d|[46][1-9a-f]|[57][\da])/i;

/** What a URI that can be used has in it that was hardly meant so. */
export function warnOfUri(value: Raw, source: ValueSource): FoundWarning[] {
  const place = fileAndLine(source);
  const options = findOddOptions(value).map(({ option, meant, isFor }): FoundWarning => {
    const variable = stripToLine(option);
    return { code: 'misspelt-variable', isOption: true, variable, meant, isFor, ...place };
  });
  if (!isDecodedByChance(reveal(value))) return options;
  return [...options, { code: 'not-percent-encoded', ...place }];
}

/**
 * An `@`, a colon or a space that stands in the password as it is shows a writer who encodes at most what must be. A
 * `%` with the digits of a letter or a figure behind it is then likely part of the password, and the server decodes it.
 */
function isDecodedByChance(value: string): boolean {
  const { authority } = splitUri(value.replace(SCHEME, ''));
  const { password } = splitLogin(splitAuthority(authority).login ?? '');
  return password !== undefined && OF_LETTER.test(password) && /[@:\s"<>^`{|}]/.test(password);
}
