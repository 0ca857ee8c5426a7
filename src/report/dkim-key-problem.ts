/** What is wrong with a key record (RFC 6376 section 3.6.1, RFC 8301, RFC 8463). */
export type DkimKeyProblem =
  /** No tag-list at all. */
  | 'no-tags'
  | 'wrong-version'
  | 'unknown-key-type'
  /** `p=` is not there. */
  | 'no-key'
  /** `p=` is empty: the key was withdrawn. */
  | 'revoked'
  /** The key has characters that base64 does not know. */
  | 'not-base64'
  /** `p=` holds no key of its type: as a rule, the text was cut off. */
  | 'not-a-key'
  /** RSA with less than 1024 bits: receivers must not take it (RFC 8301 section 3.2). */
  | 'too-short'
  /** `h=` leaves out SHA-256, which every signature uses (RFC 8301 section 3.1). */
  | 'no-sha256'
  /** The key is not for mail (`s=`). */
  | 'not-for-mail'
  /** Quotation marks of a DNS panel have got into the text. */
  | 'quoted'
  /** Several records at one name, the parts of one key as a rule (RFC 6376 section 3.6.2.2). */
  | 'several-records';
