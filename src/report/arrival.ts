/** What a receiver wrote about one way of telling where a mail comes from (RFC 8601 section 2.2). */
export interface AuthenticationResult {
  /** `spf`, `dkim`, `dmarc` and others, in lower case. */
  method: string;
  /** `pass`, `fail`, `none` and others, in lower case. */
  result: string;
  /** The domain that was judged; null if the receiver names none. */
  domain: string | null;
  /** The server that judged (authserv-id); null if it does not name itself, as Microsoft's do not. */
  by: string | null;
}

/**
 * What a folder is for that a recipient hardly looks into: `spam`; `held`: what a filter keeps apart as dangerous, such as a quarantine;
 * `trash`.
 */
export type SortedOut = 'spam' | 'held' | 'trash';

/** Why a mailbox could not be read. */
export type MailboxProblem =
  | 'host-not-found'
  | 'not-reached'
  /** The server took the connection and gave no answer in time. */
  | 'silent'
  | 'certificate'
  /** Outside of its time: no authority and no other name helps. */
  | 'certificate-expired'
  | 'tls'
  /** None of its versions of TLS is accepted here, as those below 1.2. */
  | 'tls-version'
  | 'no-starttls'
  | 'login'
  /** The server takes tokens, and no password. */
  | 'oauth'
  /** RFC 5530: not now; ask the one who runs it; encryption first; the password has expired. */
  | 'unavailable'
  /** The same of a folder, behind the login. */
  | 'folder-unavailable'
  | 'contact-admin'
  | 'needs-tls'
  | 'expired'
  /** The login was accepted, but the inbox stays closed, as NetEase does for clients that it does not trust. */
  | 'folder'
  /** The connection ended, after the server had spoken IMAP. */
  | 'lost'
  /** Not every folder was opened in time. The words are how many of how many. */
  | 'folders'
  /** A copy without traces of a delivery lies in a folder, whose name is the words: it may be the sender's own. */
  | 'copy'
  | 'protocol';

/** What became of the test mail in the mailbox of its recipient. */
export interface Arrival {
  found: boolean;
  /** The folder that holds the mail; null if it was not found. */
  folder: string | null;
  /** That folder is one in which a filter puts spam, or what is dangerous; null if the mail was not found. */
  isSpam: boolean | null;
  /** Milliseconds from sending until the mail was found, or until the search ended. */
  ms: number;
  /** What the receiver wrote into the mail about its origin. */
  authentication: AuthenticationResult[];
  /** The signature was judged with the subject that was sent: it was changed on the way, which breaks signatures. */
  isSubjectChanged?: true;
  /** It was not sorted out, although its receiver marked it as spam or found that DMARC failed. */
  isDoubted?: true;
  /**
   * The recipients of whom this says nothing. All of them where the login of the mailbox is not the address of one: it was assumed
   * to be a recipient's. Absent where there are none.
   */
  others?: string[];
  /** Why the mailbox could not be read, with the server's words or the system's code. Absent if it was read. */
  problem?: { kind: MailboxProblem; host: string; words: string | null };
}
