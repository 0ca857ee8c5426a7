/** What DNS has at the name of a record that is to be published. */
export type RecordPlace =
  /** A CNAME that leads to another name: no other record can stand beside it (RFC 1034 section 3.6.2). */
  | { kind: 'alias'; name: string; to: string }
  /** A CNAME that a wildcard makes: it ends where a record stands (RFC 4592 section 2.2.1). */
  | { kind: 'wildcard'; name: string }
  /** The record ends what a wildcard says of a host at this name. */
  | { kind: 'host-of-wildcard'; name: string };
