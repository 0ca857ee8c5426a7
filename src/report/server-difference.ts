/** A difference between Tailchat's server and this check, or what its settings seem to say. */
export type ServerDifference =
  /** The host has no IPv4 address, and a container may have no IPv6. */
  | { kind: 'ipv6-only' }
  /** A key that newer versions of OpenSSL refuse. */
  | { kind: 'weak-key'; bits: number }
  /** The server agrees on groups of the key exchange that only newer versions of Node know. */
  | { kind: 'newer-groups' }
  /** An empty line, which nodemailer 6.7.8 takes for a reply. */
  | { kind: 'blank-line' }
  /** What stands at the end of the URI does not count. */
  | { kind: 'end-passed-over' }
  /** The user ends at a colon that was percent-encoded. */
  | { kind: 'colon-in-user' };

/** Whom only one side believes. */
export type TrustDifference =
  /** An authority that this Node knows, and the server's does not; or the other way round. */
  | { kind: 'newer-authority' | 'older-authority'; authority: string }
  /** An authority that this shell names, and the server's settings do not. */
  | { kind: 'authority-of-shell'; authority: string }
  /** The file of authorities that the server's settings name cannot be read here. */
  | { kind: 'authorities-unreadable'; authority: string };

/** How Tailchat's server takes a sender otherwise than it seems to be meant. */
export type SenderDifference =
  /** A colon makes a group of it. */
  | 'group'
  /** What stands before a comma is lost. */
  | 'cut'
  /** The domain is written in full-width or other characters that 6.7.8 does not make narrow. */
  | 'wide-domain';

/** An option of the URI that the outcome depends on in a way that this check cannot show. */
export type OptionDoubt =
  | { kind: 'unchecked'; option: string }
  /** A wait of so few milliseconds that seconds were likely meant. */
  | { kind: 'short-wait'; option: string; ms: number };
