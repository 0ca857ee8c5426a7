import {
  type AuthenticationResults,
  MOST_RESULTS,
  type NotedResult,
  parseAuthenticationResults,
  parseReceivedSpf,
  senderFirst,
} from './authentication-results.js';
import type { HeaderFields } from './header-fields.js';
import { stationIn } from './hops.js';
import type { Organisations } from './organisations.js';
import type { ReceiverSide } from './spam/read-spam-verdicts.js';

/** Fields that the letter was written with. */
const OF_LETTER: ReadonlySet<string> = new Set(['from', 'to', 'subject', 'date', 'message-id']);

/** Receivers that put every station on top, and their own results behind the stations. */
const SORTS_FIELDS: ReadonlySet<string> = new Set(['protonmail.ch']);

/** Where the stations of the receiver end, and whose they are. */
export function receiverSide(fields: HeaderFields, { operatorOf }: Organisations): ReceiverSide {
  let operator: string | undefined;
  for (const [at, { name, value }] of fields.entries()) {
    if (name !== 'received') continue;
    const station = operatorOf(stationIn(value) ?? '');
    const isForeign = station !== undefined && operator !== undefined && station !== operator;
    if (isForeign && !SORTS_FIELDS.has(operator ?? '')) return { end: at, operator };
    operator ??= station;
  }
  return { end: fields.length, operator };
}

/**
 * The receiver's own results: the topmost ones, and further fields of the same name above the next station. A field below another
 * server's station may be forged, or belongs to another way of the mail.
 *
 * @param fields the header of a mail that arrived, from its top
 */
export function receiverAuthentication(
  fields: HeaderFields,
  { end, operator }: ReceiverSide,
  organisations: Organisations,
): NotedResult[] {
  const found: NotedResult[] = [];
  const spf: NotedResult[] = [];
  const stations: string[] = [];
  let taken: AuthenticationResults | undefined;
  let isBelow = false;
  // The top holds only fields of the receiver. Further below, the judge must have received the mail.
  const isTrusted = (by: string | null) =>
    !isBelow || isStation(by, stations, organisations) || isBehindInside(by);
  // A gateway's results stand below the stations of the network behind it, and above its own station.
  const isBehindInside = (by: string | null) =>
    stations.every((station) => organisations.isInside(station)) &&
    operator !== undefined &&
    organisations.operatorOf(by ?? '') === operator;
  for (const { name, value } of fields.slice(0, end)) {
    if (OF_LETTER.has(name)) isBelow = true;
    if (name === 'received') {
      isBelow = true;
      // The name of the next station belongs to the results only where none stood above it.
      if (taken) break;
      const isOwn = [undefined, operator].includes(
        organisations.operatorOf(stationIn(value) ?? ''),
      );
      if (isOwn) stations.push((stationIn(value) ?? '').toLowerCase());
    } else if (name === 'authentication-results') {
      const read = parseAuthenticationResults(value);
      if ((taken && taken.by !== read.by) || !isTrusted(read.by)) continue;
      taken ??= read;
      found.push(...read.results);
    } else if (name === 'received-spf') {
      spf.push(...parseReceivedSpf(value).filter(({ by }) => isTrusted(by)));
    }
  }
  const isJudged = found.some(({ method }) => method === 'spf');
  const others = isJudged ? [] : senderFirst(spf).slice(0, 1);
  return senderFirst([...found, ...others]).slice(0, MOST_RESULTS);
}

/** Receivers that name no judge in one of the fields. */
const NAMELESS: ReadonlySet<string | undefined> = new Set(['outlook.com', 'yahoo.com']);

/** Whether the judge is a station, or of the same organisation as one. */
function isStation(
  by: string | null,
  stations: readonly string[],
  { operatorOf }: Organisations,
): boolean {
  if (by === null) return stations.some((station) => NAMELESS.has(operatorOf(station)));
  const own = operatorOf(by);
  return stations.some(
    (station) => station === by.toLowerCase() || (own !== undefined && operatorOf(station) === own),
  );
}
