/** A mail as a server took it. */
export interface ReceivedMail {
  /** The sender of the envelope (RFC 5321), an empty string for the null sender. */
  from: string;
  /** The recipients of the envelope. */
  to: string[];
  /** The mail itself (RFC 5322), with the dots of the transfer undone. */
  raw: Buffer;
}
