import type { Hop } from '../report/received-letter.js';
import type { HeaderFields } from './header-fields.js';

const MOST_HOPS = 30;

/** The stations of a mail by their own words, from the first to the last, which is nearest to the reader. */
export function readHops(fields: HeaderFields): Hop[] {
  const stations = fields.filter(({ name }) => name === 'received').slice(0, MOST_HOPS);
  let before = Number.NaN;
  return stations.reverse().map(({ value }) => {
    const time = timeIn(value);
    const delay = time - before;
    if (!Number.isNaN(time)) before = time;
    return {
      from: /^from\s+([^\s;()]{1,255})/i.exec(value)?.[1] ?? null,
      by: stationIn(value),
      at: Number.isNaN(time) ? null : new Date(time).toISOString(),
      // Clocks differ. A time before the mail was sent tells nothing.
      delayMs: delay >= 0 ? delay : null,
    };
  });
}

/** The date behind the last semicolon (RFC 5321 section 4.4), without its comment. */
function timeIn(value: string): number {
  const date = value.slice(value.lastIndexOf(';') + 1).replace(/\([^)]{0,200}\)\s{0,9}$/, '');
  return value.includes(';') ? Date.parse(date.trim()) : Number.NaN;
}

/** The name that the receiver gives itself (RFC 5321 section 4.4). Comments may contain such words too, as qmail's do. */
export function stationIn(value: string): string | null {
  const words = value.replace(/\([^()]{0,500}\)/g, ' ').replace(/\([^()]{0,500}\)/g, ' ');
  return /(?:^|\s)by\s+([^\s;()]{1,255})/i.exec(words)?.[1] ?? null;
}
