import type { SpamVerdict } from '../../report/received-letter.js';
import type { HeaderFields } from '../header-fields.js';
import { readContentFilters } from './content-filters.js';
import { readMicrosoftFilter } from './microsoft-filter.js';
import { readProviderFilters } from './provider-filters.js';
import type { Verdict } from './verdict.js';

/** Where the stations of the receiver end, and whose they are. */
export interface ReceiverSide {
  /** The number of fields above the first station of another server. */
  end: number;
  /** The operator of the servers; undefined where their names do not tell. */
  operator: string | undefined;
}

/**
 * The verdicts of spam filters in the header, each once, the receiver's first. A field between two stations of others was written
 * before the mail came to the receiver. Below the last station, fields are added at any time.
 */
export function readSpamVerdicts(
  fields: HeaderFields,
  { end, operator }: ReceiverSide,
): SpamVerdict[] {
  const last = fields.map(({ name }) => name).lastIndexOf('received');
  const own = fields.filter((_, at) => at < end || at > last);
  const before = fields.filter((_, at) => at >= end && at <= last);
  const isOthers = (other: string | null) =>
    other !== null && operator !== undefined && operator !== other;
  const ofProviders = readProviderFilters(own).map(({ operator: other, ...verdict }) =>
    placed(isOthers(other) ? 'before' : 'receiver')(verdict),
  );
  const found = [
    ...readContentFilters(own).map(placed('receiver')),
    ...readMicrosoftFilter(own).map(placed('receiver')),
    ...ofProviders,
    ...readContentFilters(before).map(placed('before')),
    ...readProviderFilters(before).map(({ operator: _, ...verdict }) => placed('before')(verdict)),
  ];
  return found.filter(
    ({ filter, where }, index) =>
      found.findIndex((one) => one.filter === filter && one.where === where) === index,
  );
}

const placed =
  (where: SpamVerdict['where']) =>
  (verdict: Verdict): SpamVerdict => ({ ...verdict, where });
