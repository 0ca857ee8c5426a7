/** A URI that text follows. */
export interface TextBehind {
  /** The URI before the text, as far as its host, port and options, without the scheme. */
  first: string;
  /** The text can be no part of a password. Otherwise nobody can tell. */
  isSure: boolean;
}

/** A host with a dot, or a word before a line end or a setting; its port, and the signs that end both. */
const HOST =
  /((?:[\p{L}\p{N}_-]{1,63}\.){1,8}[\p{L}\p{N}_-]{2,63}|\d{1,3}(?:\.\d{1,3}){3}|[\p{L}\p{N}_-]{1,63}(?=(?::\d{2,5})?\/?(?:[\r\n]|\\[nr]|\s[A-Z]{2,20}_[A-Z_]{2,20}=)))(:\d{2,5}(?!\d))?(\/?(?:\?[\w.=&%+-]{0,500})?)/uy;
/** Text that only another value begins with. */
const VALUE =
  /^(?:\s|\\[nrt]|[,;|"'`])*(?:(?:export\s+)?[A-Z]{2,20}_[A-Z_]{2,20}\s{0,9}[=:]|[a-z]{3,6}:\/\/)/;
/** Signs that separate words, and a name with a value behind it. */
const APART = /^(?:\s|\\[nrt]|[,;|"'`])/;
const NAMED = /^(?:\s|\\[nrt]|[,;|"'`])+(?:export\s+)?[A-Za-z_]\w{0,40}\s{0,9}=/;

/**
 * Text behind a whole URI. The first `@` with user, password, host and maybe a port around it ends the login. A further `@`
 * belongs to something else, such as a second value on the same line.
 *
 * @param rest the text behind the scheme
 */
export function findTextBehind(rest: string): TextBehind | undefined {
  const colon = rest.indexOf(':');
  if (colon < 1) return undefined;
  const last = rest.lastIndexOf('@');
  for (let at = rest.indexOf('@', colon + 2); at >= 0; at = rest.indexOf('@', at + 1)) {
    HOST.lastIndex = at + 1;
    const [match, , port] = HOST.exec(rest) ?? [];
    if (match === undefined) continue;
    const end = at + 1 + match.length;
    const behind = rest.slice(end);
    const isValue = VALUE.test(behind) || NAMED.test(behind);
    const first = rest.slice(0, end);
    if (isValue || (port && last > at && APART.test(behind))) return { first, isSure: true };
    const isEnded = /[/?]/.test(match) || /^[\s,;|"'`\\#]/.test(behind);
    if (isEnded && last > at) return { first, isSure: false };
  }
  return undefined;
}
