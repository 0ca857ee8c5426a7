// What people put before a URI when they paste a line of an env file, and its scheme.
const BEFORE_USER =
  /^\s*(?:(?:export\s+)?SMTP_URI\s*[=:]\s*)?["'`]?(?:[a-z][a-z0-9+.-]*:\/{1,2})?/i;

/**
 * A URI as it looks while it is typed or pasted: behind the colon that ends the user everything is
 * hidden, for until all of it is there nobody can tell where the password ends.
 */
export function maskTypedUri(typed: string): string {
  const start = BEFORE_USER.exec(typed)?.[0].length ?? 0;
  const colon = typed.indexOf(':', start);
  if (colon < 0) return typed;
  return typed.slice(0, colon + 1) + '*'.repeat(typed.length - colon - 1);
}
