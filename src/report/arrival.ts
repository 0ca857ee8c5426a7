/** What a receiver wrote about one way of telling where a mail comes from (RFC 8601 section 2.2). */
export interface AuthenticationResult {
  /** `spf`, `dkim`, `dmarc` and others, in lower case. */
  method: string;
  /** `pass`, `fail`, `none` and others, in lower case. */
  result: string;
  /** The domain that was judged; null where it is not named. */
  domain: string | null;
  /** Who judged (authserv-id); null where that is not said, as Microsoft does. */
  by: string | null;
}

/** Why a mailbox could not be read. */
export type MailboxProblem =
  | 'host-not-found'
  | 'not-reached'
  /** Connected, and no answer in time. */
  | 'silent'
  | 'certificate'
  | 'tls'
  | 'no-starttls'
  | 'login'
  /** RFC 5530: not now; ask the one who runs it; encryption first; the password has expired. */
  | 'unavailable'
  | 'contact-admin'
  | 'needs-tls'
  | 'expired'
  /** The login was accepted, but the inbox stays closed, as NetEase does for clients that it does not trust. */
  | 'folder'
  | 'protocol';

/** What became of the test mail in the mailbox of its recipient. */
export interface Arrival {
  found: boolean;
  /** The folder that it is in; null where it was not found. */
  folder: string | null;
  /** The folder is one for spam; null where it was not found. */
  isSpam: boolean | null;
  /** How long after it was sent it was found, or how long was waited, in milliseconds. */
  ms: number;
  /** What the receiver wrote into it. */
  authentication: AuthenticationResult[];
  /** Only where the mailbox could not be read: why, and the server's words or the system's code. */
  problem?: { kind: MailboxProblem; host: string; words: string | null };
}
