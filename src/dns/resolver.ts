/** The record types that are asked for (RFC 1035, RFC 3596). */
export type RecordType = 'A' | 'AAAA' | 'MX' | 'TXT' | 'PTR' | 'CNAME' | 'NS';

/** A mail exchange (RFC 5321 section 5.1); a null MX (RFC 7505) has an empty exchange. */
export interface MxRecord {
  exchange: string;
  priority: number;
}

/** What a record of each type holds. A TXT record's strings are joined, each octet one character. */
export interface RecordData {
  A: string;
  AAAA: string;
  MX: MxRecord;
  TXT: string;
  PTR: string;
  CNAME: string;
  NS: string;
}

/**
 * What DNS answered.
 *
 * - `found`: there are records of this type
 * - `no-data`: the name exists, without records of this type
 * - `no-name`: the name does not exist (NXDOMAIN)
 * - `error`: nobody knows; `code` is the resolver's, such as `ESERVFAIL` or `ETIMEOUT`
 * - `unaskable`: Node's resolver does not send such a name
 */
export type DnsAnswer<T> =
  | { status: 'found'; records: T[] }
  | { status: 'no-data' }
  | { status: 'no-name' }
  | { status: 'error'; code: string }
  | { status: 'unaskable' };

/** Asks DNS, and asks the same question once only. Throws nothing but the reason of its signal. */
export interface DnsResolver {
  ask<T extends RecordType>(type: T, name: string): Promise<DnsAnswer<RecordData[T]>>;
  /** How many questions were sent. */
  readonly asked: number;
}
