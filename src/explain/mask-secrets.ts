import { MASK } from '../safety/secret.js';
import { maskUrisIn } from '../settings/uri/mask-uri.js';

/** A value behind a word for it, as JSON, a query or a log writes it. */
const NAMED_SECRET =
  /\b(pass(?:word|wd|phrase)?|pwd|secret|token)(["']?[ ]?[:=][ ]?)("[^"]*"|'[^']*'|[^\s,;}]+)/gi;
const LOGIN_COMMAND = /\b(AUTH (?:PLAIN|LOGIN|XOAUTH2|CRAM-MD5)) [A-Za-z0-9+/=]{4,}/g;

/** A log holds what a program was given: the server's words are shown without any of it. */
export function maskSecrets(text: string): string {
  return text
    .split('\n')
    .map(maskLogin)
    .join('\n')
    .replace(NAMED_SECRET, `$1$2${MASK}`)
    .replace(LOGIN_COMMAND, `$1 ${MASK}`);
}

/** Masks the URIs with a login in a line; the address of a help page is none. */
function maskLogin(line: string): string {
  const masked = line.replace(/\S+/g, (word) => {
    const start = word.indexOf('://');
    return start > 0 && word.includes('@', start) ? maskUrisIn(word) : word;
  });
  // An unencoded password may hold a space: then all up to the line's last @ may be of it.
  const start = /\bsmtps?:\/\/[^\s@]{0,2000}\s/i.exec(masked)?.index ?? -1;
  const end = masked.lastIndexOf('@');
  if (start < 0 || end < start) return masked;
  const login = masked.indexOf('://', start) + 3;
  return `${masked.slice(0, login)}${MASK}${masked.slice(end)}`;
}
