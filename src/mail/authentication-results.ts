import { domainOf } from '../domain-of.js';
import type { AuthenticationResult } from '../report/arrival.js';

/** One result, with what the receiver remarked on it. */
export interface NotedResult extends AuthenticationResult {
  /** The comment behind the result, or its `reason=`; empty where there is none. */
  note: string;
  /** SPF of the name in EHLO (RFC 7208 section 2.3), and not of the sender. */
  isOfHelo?: true;
}

/** The results without what is for reading them alone. */
export function plainResults(noted: readonly NotedResult[]): AuthenticationResult[] {
  return noted.map(({ note: _, isOfHelo: __, ...result }) => result);
}

/** SPF of the sender first: DMARC looks at that alone (RFC 9989 section 4.4.2). */
export function senderFirst(results: readonly NotedResult[]): NotedResult[] {
  return [...results.filter((one) => !one.isOfHelo), ...results.filter((one) => one.isOfHelo)];
}

/** One field of results, as far as it can be read. */
export interface AuthenticationResults {
  /** The authserv-id; null where there is none. */
  by: string | null;
  results: NotedResult[];
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

/** The most results that are read. A mail has few, and a hostile one has more. */
export const MOST_RESULTS = 20;
const LONGEST_FIELD = 16 * 1024;
const LONGEST_WORD = 255;
const LONGEST_NOTE = 200;

/** `dkim=`, `dkim/1=`, `header.d=`. A value ends where the next of them begins. */
const KEY = /(?<![^\s;])([a-z][\w-]{0,40}(?:\s?\.\s?[a-z][\w-]{0,40}|\/\d{1,3})?)\s?=/gi;

/** The properties by which each method names the domain that it judged, the best first. */
const DOMAINS: Readonly<Record<string, readonly string[]>> = {
  spf: ['smtp.mailfrom', 'smtp.mail', 'smtp.from', 'smtp.helo'],
  dkim: ['header.d', 'header.i'],
  dmarc: ['header.from'],
};

/**
 * Reads an Authentication-Results field (RFC 8601) as servers really write it: without an authserv-id and with the recipient's
 * domain between results (Microsoft), folded inside words (NetEase), with a version, with comments.
 *
 * @param value the unfolded value; unreadable parts are left out
 */
export function parseAuthenticationResults(value: string): AuthenticationResults {
  const [first = NOTHING, ...others] = cut(value.slice(0, LONGEST_FIELD));
  // Yahoo leaves out the semicolon behind the authserv-id.
  const [head = '', name = ''] =
    /^\s*([^\s=]{1,255})(?:\s\d{1,3})?(?=\s+[^\s=]|\s*$)/.exec(first.text) ?? [];
  const rest = { ...first, text: first.text.slice(head.length) };
  const by = name === '' ? null : wordOf(name);
  const segments = rest.text.trim() === '' ? others : [rest, ...others];
  const results = segments.slice(0, MOST_RESULTS).flatMap((segment) => readSegment(segment, by));
  return { by, results: results.slice(0, MOST_RESULTS) };
}

/** The text between two semicolons, and its first comment. */
interface Segment {
  text: string;
  comment: string;
}
const NOTHING: Segment = { text: '', comment: '' };

function readSegment({ text, comment }: Segment, by: string | null): NotedResult[] {
  const groups: Pair[][] = [];
  let before: Pair[] = [];
  const pairs = pairsOf(text);
  const isTurned = pairs[0]?.key.includes('.') ?? false;
  for (const pair of pairs) {
    const isResult = METHODS.test(pair.key) || (groups.length === 0 && !isTurned);
    if (isResult) groups.push([pair, ...before.splice(0)]);
    // Yahoo puts the properties before their result.
    else if (isTurned) before = [...before, pair];
    else groups.at(-1)?.push(pair);
  }
  return groups.flatMap((group) => readResult(group, { by, comment }));
}

interface Pair {
  key: string;
  value: string;
}

/** Methods that may follow each other without a semicolon. */
const METHODS = /^(?:dkim|spf|dmarc)$/;

function readResult(
  [head, ...properties]: readonly Pair[],
  { by, comment }: { by: string | null; comment: string },
): NotedResult[] {
  if (!head || head.key.includes('.')) return [];
  const method = head.key.replace(/\/\d+$/, '').toLowerCase();
  const result = resultOf(head.value);
  if (result === null || method === 'reason' || method === 'action') return [];
  const names = DOMAINS[method] ?? ['header.d', 'header.from', 'smtp.mailfrom'];
  const propertyOf = (name: string) => properties.find(({ key }) => key === name)?.value;
  const named = names.find((name) => propertyOf(name));
  const domain = domainIn((named && propertyOf(named)) ?? '');
  const note = (propertyOf('reason') ?? comment).replace(/["\s]+/g, ' ').trim();
  const helo = named === 'smtp.helo' ? ({ isOfHelo: true } as const) : {};
  return [{ method, result, domain, by, note: note.slice(0, LONGEST_NOTE), ...helo }];
}

function pairsOf(segment: string): Pair[] {
  const keys = [...segment.matchAll(KEY)];
  return keys.map((match, index) => {
    const end = keys[index + 1]?.index ?? segment.length;
    const value = segment.slice(match.index + match[0].length, end).trim();
    return { key: (match[1] ?? '').replace(/\s/g, '').toLowerCase(), value };
  });
}

/** The result in a value. NetEase folds inside words, so the parts are joined where only that makes a known word. */
function resultOf(value: string): string | null {
  const joined = value
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/^(?:dkim|dmarc|spf)_/, '');
  if (RESULTS.has(joined)) return joined;
  // Yahoo's word for a DMARC that passes.
  if (joined === 'success') return 'pass';
  const [first = ''] = value.toLowerCase().split(/\s/);
  return /^[a-z][a-z_]{1,19}$/.test(first) ? first : null;
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

/** Splits at semicolons. Comments nest, and quoted text stays as it is (RFC 5322 section 3.2.2). */
function cut(text: string): Segment[] {
  const segments: Segment[] = [];
  let depth = 0;
  let isQuoted = false;
  let kept = '';
  let comments = '';
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
    } else if (depth > 0) comments += char;
    else if (char === ';' && !isQuoted) {
      segments.push({ text: kept, comment: comments });
      [kept, comments] = ['', ''];
    } else kept += isQuoted && (char === ';' || char === '=') ? ' ' : char;
  }
  return [...segments, { text: kept, comment: comments }];
}

/** Received-SPF (RFC 7208 section 9.1): `pass (mx.example: domain of …) envelope-from=…; receiver=…;`. */
export function parseReceivedSpf(value: string): NotedResult[] {
  const result = /^\s*([a-z]{2,20})\b/i.exec(value)?.[1]?.toLowerCase();
  if (!result || !RESULTS.has(result)) return [];
  const sender = /\benvelope-from="?<?([^\s;">]{1,320})/i.exec(value)?.[1];
  const named = /\bdomain of (?:transitioning )?([^\s)]{1,320})/i.exec(value)?.[1];
  const by =
    /\breceiver=([^\s;]{1,255})/i.exec(value)?.[1] ?? /\(([^\s:()]{1,255}):/.exec(value)?.[1];
  const domain = domainIn(sender ?? named ?? '');
  const helo = /\bidentity="?helo\b/i.test(value) ? ({ isOfHelo: true } as const) : {};
  return [{ method: 'spf', result, domain, by: by ?? null, note: '', ...helo }];
}
