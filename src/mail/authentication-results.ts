import { domainOf } from '../domain-of.js';
import type { AuthenticationResult } from '../report/arrival.js';
import type { HeaderFields } from './header-fields.js';

/** One field of results, as far as it can be read. */
export interface AuthenticationResults {
  /** The authserv-id; null where there is none. */
  by: string | null;
  results: AuthenticationResult[];
}

/** RFC 8601 section 2.7, and what others write. */
const RESULTS = new Set([
  ...[
    'pass',
    'fail',
    'none',
    'neutral',
    'softfail',
    'policy',
    'temperror',
    'permerror',
    'hardfail',
  ],
  ...['bestguesspass', 'skipped', 'discard', 'nxdomain', 'unknown', 'error', 'signed'],
]);

/** A mail has few; a hostile one has more. */
const MOST_RESULTS = 20;
const LONGEST_FIELD = 16 * 1024;
const LONGEST_WORD = 255;

/** `dkim=`, `dkim/1=`, `header.d=`: a value ends where the next of them begins. */
const KEY = /(?<![^\s;])([a-z][\w-]{0,40}(?:\s?\.\s?[a-z][\w-]{0,40}|\/\d{1,3})?)\s?=/gi;

/** The properties by which each method names the domain that it judged, the best first. */
const DOMAINS: Readonly<Record<string, readonly string[]>> = {
  spf: ['smtp.mailfrom', 'smtp.mail', 'smtp.from', 'smtp.helo'],
  dkim: ['header.d', 'header.i'],
  dmarc: ['header.from'],
};

/**
 * Reads an Authentication-Results field (RFC 8601) as servers really write it: without an authserv-id and with the
 * recipient's domain between results (Microsoft), folded inside words (NetEase), with a version, with comments.
 *
 * @param value the unfolded value; what cannot be read of it is left out
 */
export function parseAuthenticationResults(value: string): AuthenticationResults {
  const [first = '', ...others] = withoutComments(value.slice(0, LONGEST_FIELD)).split(';');
  const isName = !first.includes('=');
  const by = isName ? wordOf(first.trim().split(/\s/)[0] ?? '') : null;
  const segments = isName ? others : [first, ...others];
  const results = segments.slice(0, MOST_RESULTS).flatMap((segment) => readSegment(segment, by));
  return { by, results };
}

function readSegment(segment: string, by: string | null): AuthenticationResult[] {
  const pairs = pairsOf(segment);
  const [head, ...properties] = pairs;
  if (!head || head.key.includes('.')) return [];
  const method = head.key.replace(/\/\d+$/, '').toLowerCase();
  const result = resultOf(head.value);
  if (result === null || method === 'reason' || method === 'action') return [];
  const names = DOMAINS[method] ?? ['header.d', 'header.from', 'smtp.mailfrom'];
  const named = names.map((name) => properties.find(({ key }) => key === name)?.value);
  return [{ method, result, domain: domainIn(named.find((word) => word) ?? ''), by }];
}

function pairsOf(segment: string): { key: string; value: string }[] {
  const keys = [...segment.matchAll(KEY)];
  return keys.map((match, index) => {
    const end = keys[index + 1]?.index ?? segment.length;
    const value = segment.slice(match.index + match[0].length, end).trim();
    return { key: (match[1] ?? '').replace(/\s/g, '').toLowerCase(), value };
  });
}

/** NetEase folds inside words: what is only one when it is put together was one. */
function resultOf(value: string): string | null {
  const joined = value.replace(/\s+/g, '').toLowerCase();
  if (RESULTS.has(joined)) return joined;
  const [first = ''] = value.toLowerCase().split(/\s/);
  return /^[a-z]{2,20}$/.test(first) ? first : null;
}

/** The domain of an address, of a `@domain`, or the domain itself. */
function domainIn(value: string): string | null {
  const word = value.replace(/["<>\s]/g, '');
  const domain = domainOf(word).toLowerCase();
  return domain === 'none' ? null : wordOf(domain.replace(/\.$/, ''));
}

function wordOf(text: string): string | null {
  const word = text.replace(/^"|"$/g, '').trim();
  return word === '' || word.length > LONGEST_WORD ? null : word;
}

/** Without comments, which nest, and with what stands in quotes as it is (RFC 5322 section 3.2.2). */
function withoutComments(text: string): string {
  let depth = 0;
  let isQuoted = false;
  let kept = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '\\') {
      if (depth === 0) kept += text.slice(at, at + 2);
      at += 1;
    } else if (char === '"' && depth === 0) {
      isQuoted = !isQuoted;
      kept += char;
    } else if (char === '(' && !isQuoted) depth += 1;
    else if (char === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0) kept += ' ';
    } else if (depth === 0) kept += isQuoted && (char === ';' || char === '=') ? ' ' : char;
  }
  return kept;
}

/**
 * What the receiver itself wrote: its topmost results, and further fields of the same name above the next station.
 * Whatever stands below a station of somebody else's may be forged, or tells of another way of the mail.
 *
 * @param fields the header of a mail that arrived, from its top
 */
export function receiverAuthentication(fields: HeaderFields): AuthenticationResult[] {
  const found: AuthenticationResult[] = [];
  const spf: AuthenticationResult[] = [];
  const stations: string[] = [];
  let organisation: string | undefined;
  let taken: AuthenticationResults | undefined;
  let isBelow = false;
  // On top stands only what the receiver has put there; below, whoever says so must have received it.
  const isTrusted = (by: string | null) => !isBelow || isStation(by, stations);
  for (const { name, value } of fields) {
    if (OF_LETTER.has(name)) isBelow = true;
    if (name === 'received') {
      isBelow = true;
      // The name of the next station belongs to the results only where none stood above it.
      if (taken) break;
      const station = organisationOf(stationIn(value));
      if (station !== undefined && organisation !== undefined && station !== organisation) break;
      organisation ??= station;
      stations.push(stationIn(value).toLowerCase());
    } else if (name === 'authentication-results') {
      const read = parseAuthenticationResults(value);
      if ((taken && taken.by !== read.by) || !isTrusted(read.by)) continue;
      taken ??= read;
      found.push(...read.results);
    } else if (name === 'received-spf') {
      spf.push(...readReceivedSpf(value).filter(({ by }) => isTrusted(by)));
    }
  }
  const isJudged = found.some(({ method }) => method === 'spf');
  return [...found, ...(isJudged ? [] : spf.slice(0, 1))].slice(0, MOST_RESULTS);
}

/** Fields that the letter was written with. */
const OF_LETTER: ReadonlySet<string> = new Set(['from', 'to', 'subject', 'date', 'message-id']);

/** Whether who judged is a station, or of the same organisation as one. Microsoft names no judge. */
function isStation(by: string | null, stations: readonly string[]): boolean {
  if (by === null) return stations.some((station) => organisationOf(station) === 'outlook.com');
  const own = organisationOf(by);
  return stations.some(
    (station) =>
      station === by.toLowerCase() || (own !== undefined && organisationOf(station) === own),
  );
}

/** Received-SPF (RFC 7208 section 9.1): `pass (mx.example: domain of …) envelope-from=…; receiver=…;`. */
function readReceivedSpf(value: string): AuthenticationResult[] {
  const result = /^\s*([a-z]{2,20})\b/i.exec(value)?.[1]?.toLowerCase();
  if (!result || !RESULTS.has(result)) return [];
  const sender = /\benvelope-from="?<?([^\s;">]{1,320})/i.exec(value)?.[1];
  const named = /\bdomain of (?:transitioning )?([^\s)]{1,320})/i.exec(value)?.[1];
  const by =
    /\breceiver=([^\s;]{1,255})/i.exec(value)?.[1] ?? /\(([^\s:()]{1,255}):/.exec(value)?.[1];
  return [{ method: 'spf', result, domain: domainIn(sender ?? named ?? ''), by: by ?? null }];
}

/** Who received, by its own word (RFC 5321 section 4.4). */
function stationIn(value: string): string {
  return /(?:^|\s)by\s+([^\s;()]{1,255})/i.exec(value)?.[1] ?? '';
}

/** Whose station it is; undefined for names that only mean something inside: `localhost`, addresses. */
function organisationOf(host: string): string | undefined {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  const isNamed = labels.length > 1 && /^[a-z][a-z\d-]*$/.test(labels.at(-1) ?? '');
  return isNamed ? labels.slice(-2).join('.') : undefined;
}
