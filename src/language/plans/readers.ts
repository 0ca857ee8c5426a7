import { READER_NAMES, type ReaderName } from '../../report/env-readers.js';

/** Who does not read a line as it is meant: nobody where the readers that do are not known. */
export function othersThan(holders: readonly ReaderName[] | undefined): readonly ReaderName[] {
  return holders ? READER_NAMES.filter((name) => !holders.includes(name)) : [];
}
