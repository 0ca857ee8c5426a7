import type { Forwarding } from '../report/received-letter.js';
import {
  type NotedResult,
  parseAuthenticationResults,
  plainResults,
} from './authentication-results.js';
import { fieldOf, type HeaderFields } from './header-fields.js';
import type { Organisations } from './organisations.js';

/** Envelopes that only forwarders write: the sender rewriting scheme (`SRS0=`), and Gmail's own (`+caf_=`). */
const FORWARDED_ENVELOPE = /^<?"?(?:SRS[01]|[^@\s]{1,64}\+SRS)[=+-]|^<?[^@\s]{1,64}\+caf_=/i;
const MOST_SETS = 20;

/**
 * The server that forwarded a mail, and what it had found, told by its ARC set (RFC 8617) or its envelope. The sender's own
 * server may seal as well. A mail counts as forwarded only where SPF passed there for another envelope, or passes no more.
 *
 * @param receiver the receiver's results, `arc` included: a chain that it found broken tells nothing
 */
export function forwardingOf(
  fields: HeaderFields,
  receiver: readonly NotedResult[],
  { operatorOf }: Organisations,
): Forwarding | null {
  const sets = setsIn(fields);
  const own = operatorOf(receiver[0]?.by ?? '');
  // The receiver may give its verdict on the chain only in its own set.
  const verdicts = [...receiver, ...(sets.at(-1)?.results ?? [])];
  const isBroken = verdicts.some(({ method, result }) => method === 'arc' && result === 'fail');
  const spf = receiver.find(({ method }) => method === 'spf');
  const earlier = isBroken
    ? undefined
    : sets.find(
        ({ by, results }) =>
          (own === undefined || operatorOf(by ?? '') !== own) && !isOutbound(by, results),
      );
  const before = earlier?.results.find(({ method }) => method === 'spf');
  const isOther =
    before?.result === 'pass' &&
    spf !== undefined &&
    (spf.result !== 'pass' || (spf.domain !== null && spf.domain !== before.domain));
  const isRewritten = FORWARDED_ENVELOPE.test(fieldOf(fields, 'return-path')?.trim() ?? '');
  if (earlier && isOther) return { by: earlier.by, authentication: plainResults(earlier.results) };
  return isRewritten ? { by: spf?.domain ?? null, authentication: [] } : null;
}

/** The findings of each server on the way, the first server first. */
function setsIn(fields: HeaderFields): { by: string | null; results: NotedResult[] }[] {
  return fields
    .filter(({ name }) => name === 'arc-authentication-results')
    .slice(0, MOST_SETS)
    .flatMap(({ value }) => {
      const [whole, instance] = /^\s{0,9}i\s?=\s?(\d{1,2})\s?;/.exec(value) ?? [];
      if (whole === undefined) return [];
      const { by, results } = parseAuthenticationResults(value.slice(whole.length));
      return [{ at: Number(instance), by, results }];
    })
    .sort((a, b) => a.at - b.at);
}

/** Whether a set is Microsoft's for mail of its customers. Such a set names no client address. */
function isOutbound(by: string | null, results: readonly NotedResult[]): boolean {
  const spf = results.find(({ method }) => method === 'spf');
  return by === 'mx.microsoft.com' && !/\bsender ip\b/i.test(spf?.note ?? '');
}
