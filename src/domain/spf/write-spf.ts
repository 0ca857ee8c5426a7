import { isSpfRecord, parseSpf } from './parse-spf.js';

/**
 * A record with further terms, before those that decide about everybody else or let somebody through by half: the first that
 * matches counts. The same terms that let nobody through are left out.
 *
 * @param text a record that `parseSpf` takes
 */
export function mergeTerms(text: string, more: readonly string[]): string {
  const isIn = (list: readonly string[], term: string) =>
    list.some((one) => one.replace(/^\+/, '').toLowerCase() === term.toLowerCase());
  const written = text.trim().split(/ +/);
  const terms = written.filter((term) => !/^[-~?]/.test(term) || !isIn(more, term.slice(1)));
  const end = terms.findIndex((term) => /^(?:[~?-].*|\+?all|redirect=.*|exp=.*)$/i.test(term));
  const at = end < 0 ? terms.length : end;
  const before = terms.slice(0, at);
  const added = more.filter((term) => !isIn(before, term));
  const behind = terms.slice(at).filter((term) => !isIn(added, term.replace(/^\+/, '')));
  return [...before, ...added, ...behind].join(' ');
}

/** The term for an address. */
export function addressTerm(address: string): string {
  return `ip${address.includes(':') ? 6 : 4}:${address}`;
}

/** A first record with some terms. It ends in `~all`, because other senders of the domain are not known. */
export function newRecord(terms: readonly string[]): string | undefined {
  return terms.length === 0 ? undefined : ['v=spf1', ...terms, '~all'].join(' ');
}

/**
 * Several records as one: whom each of them lets through. Of everybody else it says `-all` only where all do.
 *
 * @returns undefined where one of them cannot be read
 */
export function mergeRecords(records: readonly string[]): string | undefined {
  const isReadable = records.every((text) => isSpfRecord(text) && !('problem' in parseSpf(text)));
  if (!isReadable) return undefined;
  const terms = records.flatMap((text) => text.trim().split(/ +/).slice(1));
  const isAll = (term: string) => /^[-+~?]?all$/i.test(term);
  const isModifier = (term: string) => /^[a-z][\w.-]*=/i.test(term);
  // An include lets through what the redirect lets through.
  const passing = terms
    .filter((term) => !isAll(term))
    .map((term) => term.replace(/^redirect=/i, 'include:'));
  const mechanisms = passing.filter((term) => !isModifier(term));
  const [exp] = passing.filter(isModifier);
  const isStrict = records.every((text) => / -all(?: |$)/i.test(text));
  return [
    ...['v=spf1', ...new Set(mechanisms), isStrict ? '-all' : '~all'],
    ...(exp === undefined ? [] : [exp]),
  ].join(' ');
}

/** The record without the terms that lead to a domain; undefined if it has none. */
export function withoutTarget(text: string, domain: string): string | undefined {
  const target = domain.toLowerCase();
  const terms = text.trim().split(/ +/);
  const kept = terms.filter(
    (term) =>
      !/^[-+~?]?include:/i.test(term) || term.slice(term.indexOf(':') + 1).toLowerCase() !== target,
  );
  return kept.length < terms.length ? kept.join(' ') : undefined;
}
