/** Options of SMTP_URI that a failure comes from, and what they decide. Without them, it may be another or none. */
export type OptionFault =
  /** The name that the certificate is compared with, in the place of the host. */
  | { kind: 'certificate-name'; value: string; isForHost: boolean; fitting: readonly string[] }
  /** The versions, ciphers and the like that are offered in the TLS handshake. */
  | { kind: 'encryption'; options: readonly string[] }
  /** A login method that nodemailer 6.7.8 does not know. */
  | { kind: 'unknown-login'; value: string }
  /** A login method that the server does not offer. */
  | { kind: 'login'; value: string }
  /** A login method for which the server must know the password itself, where others are on offer. */
  | { kind: 'challenge'; value: string; others: readonly string[] }
  /** A limit in milliseconds that has ended the wait. */
  | { kind: 'wait'; option: string; ms: number };
