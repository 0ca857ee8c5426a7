import { ALONE, type Hints, mayFind, mayFindOneOf, REPLY } from '../hints.js';
import { APPLICATION_PATTERNS, SURE_APPLICATION_PATTERNS } from './application-errors.js';
import { CLIENT_PATTERNS, SURE_CLIENT_PATTERNS } from './client-errors.js';
import { CLIENT_MESSAGES, SURE_CLIENT_MESSAGES } from './client-messages.js';
import { DELIVERIES, findDelivery } from './deliveries.js';
import { NETWORK_PATTERNS } from './network-errors.js';
import { NODEMAILER_PATTERNS } from './nodemailer-errors.js';
import { type KnownError, type Pattern, withOrigin } from './pattern.js';
import { findEvent, SERVER_EVENTS } from './server-events.js';
import { SERVER_PATTERNS } from './server-patterns.js';
import { OTHER_TROUBLE } from './server-trouble.js';
import { SMALL_CLIENT_PATTERNS, SURE_SMALL_CLIENT_PATTERNS } from './small-clients.js';
import { findOpensslError, OPENSSL_ERROR, TLS_PATTERNS } from './tls-errors.js';
import { findLastSaid, findWordsAlone } from './words-alone.js';

/** All known errors, the surest first. */
export const PATTERNS: readonly Pattern[] = [
  ...NODEMAILER_PATTERNS,
  ...SERVER_PATTERNS,
  ...SURE_CLIENT_PATTERNS,
  ...SURE_APPLICATION_PATTERNS,
  ...SURE_SMALL_CLIENT_PATTERNS,
  ...SURE_CLIENT_MESSAGES,
  // These come before the general errors of a handshake, for they name its reason.
  ...SMALL_CLIENT_PATTERNS,
  ...TLS_PATTERNS,
  ...NETWORK_PATTERNS,
  ...APPLICATION_PATTERNS,
  ...CLIENT_PATTERNS,
  ...CLIENT_MESSAGES,
  ...OTHER_TROUBLE,
];

/** Whether a known error may be found. */
export function mayFindKnown(hints: Hints): boolean {
  return hints === undefined || hints.size > 1 || !hints.has(REPLY);
}

const INDICES: ReadonlyMap<RegExp, number> = new Map(
  PATTERNS.map(({ words }, index) => [words, index]),
);

/** The patterns that may match, in their order. */
function patternsOf(hints: Hints): readonly Pattern[] {
  if (hints === undefined) return PATTERNS;
  const indices: number[] = [];
  for (const hint of hints) {
    const index = INDICES.get(hint);
    if (index !== undefined) indices.push(index);
  }
  return indices.sort((a, b) => a - b).flatMap((index) => PATTERNS[index] ?? []);
}

/** The known error that a line states. */
export function findKnownError(text: string, hints?: Hints): KnownError | undefined {
  const byNumber = mayFind(OPENSSL_ERROR, hints) ? findOpensslError(text) : undefined;
  if (byNumber) return byNumber;
  const event = mayFindOneOf(SERVER_EVENTS, hints) ? findEvent(text) : undefined;
  if (event) return event;
  const pattern = patternsOf(hints).find(({ words }) => words.test(text));
  if (!pattern) return findWords(text, hints);
  const last = pattern.evidence?.isClosed ? findLastSaid(text) : undefined;
  if (last) return last;
  const { words: _, weight = 'possible', ...others } = pattern;
  const known = { ...others, ...withOrigin(others.evidence, text) };
  if (known.step !== 'tls' || !/\bSTARTTLS\b/.test(text)) return { ...known, weight };
  return { step: 'starttls', evidence: { ...known.evidence, isImplicitTls: false }, weight };
}

/** The error that only the words of a reason tell. */
function findWords(text: string, hints: Hints): KnownError | undefined {
  const delivery = mayFindOneOf(DELIVERIES, hints) ? findDelivery(text) : undefined;
  return delivery ?? (mayFind(ALONE, hints) ? findWordsAlone(text) : undefined);
}
