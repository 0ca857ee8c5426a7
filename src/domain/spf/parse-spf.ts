import { isIPv4, isIPv6 } from 'node:net';
import type { SpfSyntaxError } from '../../report/domain-finding.js';

/** The result that a matching mechanism stands for (RFC 7208 section 4.6.2). */
export type Qualifier = '+' | '-' | '~' | '?';

/** A mechanism of an SPF record (RFC 7208 section 5). `text` is its spelling in the record. */
export type Mechanism = { text: string; qualifier: Qualifier } & (
  | { name: 'all' }
  | { name: 'include' | 'exists'; domain: string }
  | { name: 'a' | 'mx'; domain?: string; prefix4: number; prefix6: number }
  | { name: 'ptr'; domain?: string }
  | { name: 'ip4' | 'ip6'; address: string; prefix: number }
);

/** An SPF record, read (RFC 7208 section 4.6). */
export interface SpfRecord {
  mechanisms: Mechanism[];
  redirect?: string;
  exp?: string;
}

/** Whether a TXT record is an SPF record at all (RFC 7208 section 4.5). */
export function isSpfRecord(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

/**
 * Reads an SPF record; a mistake anywhere makes all of it invalid (RFC 7208 section 4.6).
 *
 * @param text one that `isSpfRecord` takes
 */
export function parseSpf(text: string): SpfRecord | SpfSyntaxError {
  const record: SpfRecord = { mechanisms: [] };
  for (const term of text.slice('v=spf1'.length).split(' ')) {
    if (term === '') continue;
    const error = readTerm(term, record);
    if (error) return error;
  }
  return record;
}

/** Adds a term to the record, or says what is wrong with it. */
function readTerm(term: string, record: SpfRecord): SpfSyntaxError | undefined {
  if (/[^!-~]/.test(term)) return { problem: 'foreign-sign', term };
  const modifier = /^([a-z][\w.-]*)=(.*)$/is.exec(term);
  if (modifier) return readModifier(term, modifier[1] ?? '', modifier[2] ?? '', record);
  const parts = /^([-+~?]?)([a-z][a-z0-9]*)(.*)$/is.exec(term);
  if (!parts) return { problem: 'bad-term', term };
  const [, sign, name = '', rest = ''] = parts;
  const written = { text: term, qualifier: (sign || '+') as Qualifier };
  const read = MECHANISMS[name.toLowerCase()]?.(rest) ?? 'unknown-term';
  if (typeof read === 'string') return { problem: read, term };
  record.mechanisms.push({ ...written, ...read } as Mechanism);
  return undefined;
}

function readModifier(
  term: string,
  written: string,
  value: string,
  record: SpfRecord,
): SpfSyntaxError | undefined {
  const name = written.toLowerCase();
  if (name !== 'redirect' && name !== 'exp') {
    return isMacroString(value) ? undefined : { problem: 'bad-term', term };
  }
  if (record[name] !== undefined) return { problem: 'repeated', term };
  if (!isDomainSpec(value)) return { problem: 'bad-domain', term };
  record[name] = value;
  return undefined;
}

type Unqualified = Record<string, unknown> | SpfSyntaxError['problem'];

const MECHANISMS: Readonly<Record<string, (rest: string) => Unqualified>> = {
  all: (rest) => (rest === '' ? { name: 'all' } : 'bad-term'),
  include: (rest) => withDomain('include', rest),
  exists: (rest) => withDomain('exists', rest),
  a: (rest) => withPrefixes('a', rest),
  mx: (rest) => withPrefixes('mx', rest),
  ptr: (rest) => (rest === '' ? { name: 'ptr' } : withDomain('ptr', rest)),
  ip4: (rest) => withAddress('ip4', rest),
  ip6: (rest) => withAddress('ip6', rest),
};

function withDomain(name: string, rest: string): Unqualified {
  if (!rest.startsWith(':')) return 'bad-term';
  const domain = rest.slice(1);
  return isDomainSpec(domain) ? { name, domain } : 'bad-domain';
}

/** Reads the rest of `a` and `mx`: `[":" domain-spec] [dual-cidr-length]`. */
function withPrefixes(name: string, rest: string): Unqualified {
  // A macro may hold slashes, so only the end can be a prefix.
  const [, before = '', four, six] = /^(.*?)(?:\/(\d+))?(?:\/\/(\d+))?$/s.exec(rest) ?? [];
  const prefix4 = readPrefix(four, 32);
  const prefix6 = readPrefix(six, 128);
  if (prefix4 === undefined || prefix6 === undefined) return 'bad-prefix';
  if (before === '') return { name, prefix4, prefix6 };
  const read = withDomain(name, before);
  return typeof read === 'string' ? read : { ...read, prefix4, prefix6 };
}

function withAddress(name: 'ip4' | 'ip6', rest: string): Unqualified {
  const [, address = '', written] = /^:([^/]*)(?:\/(.*))?$/s.exec(rest) ?? [];
  const isAddress = name === 'ip4' ? isIPv4(address) : isIPv6(address) && !address.includes('%');
  if (!isAddress) return 'bad-address';
  const prefix = readPrefix(written, name === 'ip4' ? 32 : 128);
  return prefix === undefined ? 'bad-prefix' : { name, address, prefix };
}

/** A prefix length without leading zeros; the longest if none is written. */
function readPrefix(written: string | undefined, longest: number): number | undefined {
  if (written === undefined) return longest;
  if (!/^(?:0|[1-9]\d{0,2})$/.test(written) || Number(written) > longest) return undefined;
  return Number(written);
}

const MACRO = /%(?:%|_|-|\{[slodiphcrtv]\d*r?[-.+,/_=]*\})/gi;

/** Whether a text consists of visible characters and whole macros (RFC 7208 section 7.1). */
function isMacroString(text: string): boolean {
  const literals = text.replace(MACRO, '');
  return /^[\x21-\x24\x26-\x7e]*$/.test(literals) && !/%\{[a-z]0+r?[-.+,/_=]*\}/i.test(text);
}

/** Whether a text is a macro-string that ends in a macro, or in a top label that is not all digits. */
function isDomainSpec(text: string): boolean {
  if (text === '' || !isMacroString(text)) return false;
  // Only explanations may hold `c`, `r` and `t`.
  if (/%\{[crt]/i.test(text)) return false;
  if (/%(?:\{[^{}%]*\}|%|_|-)$/.test(text)) return /\}$/.test(text);
  const top = /\.([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\.?$/i.exec(text)?.[1];
  return top !== undefined && /[a-z-]/i.test(top);
}
