/**
 * The scheme of a URI and the slashes behind it: RFC 3986 section 3.1, and any first character, as for `url.parse`. That finds a login and a server without the slashes,
 * too. Only a whole one counts here, since `smtp:25` is a host and a port.
 */
export const SCHEME =
  /^(?:([a-z0-9+.-]+):\/\/|(smtps?):(?=[^/?#\\:@\s][^/?#\\:\s]*:[^/?#\\\s]+@[^/?#\\:@\s]))/i;

/** What follows the scheme, taken apart but not decoded. */
export interface UriSections {
  authority: string;
  path: string;
  query: string;
  fragment: string;
}

/**
 * Takes apart what follows the scheme: RFC 3986 section 3, where the authority ends at the first slash,
 * question mark or number sign. A backslash is taken for a slash, as Node's `url.parse` does.
 */
export function splitUri(rest: string): UriSections {
  const match = /^([^/?#\\]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(rest);
  return {
    authority: match?.[1] ?? '',
    path: match?.[2] ?? '',
    query: match?.[3] ?? '',
    fragment: match?.[4] ?? '',
  };
}

/** An authority (RFC 3986 section 3.2), taken apart but not decoded. */
export interface AuthoritySections {
  /** The login before the last `@`, where the server splits. Undefined where there is none. */
  login: string | undefined;
  server: string;
}

/** Splits an authority at its last `@`, as nodemailer does, since passwords may contain others. */
export function splitAuthority(authority: string): AuthoritySections {
  const at = authority.lastIndexOf('@');
  return { login: at < 0 ? undefined : authority.slice(0, at), server: authority.slice(at + 1) };
}

/** Splits a login at its first colon. Without one there is no password. */
export function splitLogin(login: string): { user: string; password: string | undefined } {
  const colon = login.indexOf(':');
  if (colon < 0) return { user: login, password: undefined };
  return { user: login.slice(0, colon), password: login.slice(colon + 1) };
}

/** A path that may be written anew. The server ignores it, so quotes and notes are removed. */
export function plainPath(path: string): string {
  return /[\s"'`\\#]|[\u2018-\u201d]/u.test(path) ? '/' : path;
}
