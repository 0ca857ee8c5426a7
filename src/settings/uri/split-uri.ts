/** The scheme of a URI and the slashes behind it: RFC 3986 section 3.1. */
export const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;

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
