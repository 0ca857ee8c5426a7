/**
 * A record with one more `include:`, before the term that decides about everybody else: what stands behind
 * that is never read.
 *
 * @param text a record that `parseSpf` takes
 * @param include the domain to include
 */
export function mergeInclude(text: string, include: string): string {
  const terms = text.trim().split(/ +/);
  const end = terms.findIndex((term) => /^(?:[-+~?]?all|redirect=.*|exp=.*)$/i.test(term));
  const at = end < 0 ? terms.length : end;
  return [...terms.slice(0, at), `include:${include}`, ...terms.slice(at)].join(' ');
}

/** A first record: `~all`, for nobody knows who else sends for the domain. */
export function newRecord({
  include,
  addresses = [],
}: {
  include?: string;
  addresses?: readonly string[];
}): string | undefined {
  const terms = [
    ...(include === undefined ? [] : [`include:${include}`]),
    ...addresses.map((address) => `ip${address.includes(':') ? 6 : 4}:${address}`),
  ];
  return terms.length === 0 ? undefined : ['v=spf1', ...terms, '~all'].join(' ');
}
