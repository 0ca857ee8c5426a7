import { parseSender } from '../addresses/mail-address.js';
import { SCHEME, splitAuthority, splitUri } from '../uri/split-uri.js';
import type { VariableName } from '../variables.js';

/** Characters with a meaning for some reader of env files, or for a shell. */
const SPECIAL = /[\s"'`$\\;|()<>&#~]/gu;
const SPECIAL_IN_OPTIONS = /[\s"'`$\\;|()<>]/gu;

/**
 * A value in the form that needs the fewest quotation marks and means the same to Tailchat's server. In a URI, special characters
 * are percent-encoded (RFC 3986 section 2.1). In a sender, the name stands without quotes where that changes nothing (RFC 5322
 * section 3.4). A value that cannot be read stays as it is.
 */
export function portableValue(variable: VariableName, value: string): string {
  return variable === 'SMTP_URI' ? portableUri(value) : portableSender(value);
}

function portableUri(value: string): string {
  const scheme = SCHEME.exec(value)?.[0];
  if (scheme === undefined) return value;
  const { authority, path, query, fragment } = splitUri(value.slice(scheme.length));
  const isWhole = fragment === '' && !path.startsWith('\\');
  if (!isWhole) return value;
  const { login, server } = splitAuthority(authority);
  const before = login === undefined ? '' : `${login}@`.replace(SPECIAL, encode);
  const options = query === '' ? '' : `?${query.replace(SPECIAL_IN_OPTIONS, encode)}`;
  return `${scheme}${before}${server}${path.replace(SPECIAL_IN_OPTIONS, encode)}${options}`;
}

function portableSender(value: string): string {
  const before = value.includes('"') ? parseSender(value) : undefined;
  if (!before?.ok || before.mailbox.name === '') return value;
  const { name, address } = before.mailbox;
  const bare = `${name} <${address}>`;
  const after = parseSender(bare);
  const isSame = after.ok && after.mailbox.name === name && after.mailbox.address === address;
  return isSame ? bare : value;
}

// encodeURIComponent leaves some of these as they are.
function encode(character: string): string {
  const isAscii = character.length === 1 && character.charCodeAt(0) < 0x80;
  if (!isAscii) return encodeURIComponent(character);
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
