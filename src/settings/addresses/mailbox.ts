/** A mailbox: RFC 5322 section 3.4, without angle brackets. */
export interface Mailbox {
  address: string;
  /** The display name, or an empty string. */
  name: string;
}
