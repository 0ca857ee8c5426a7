/** A difference between Tailchat's server and this check, or between the server and what its settings seem to say. */
export type ServerDifference =
  /** The host has no IPv4 address, and a container may have no IPv6. */
  | { kind: 'ipv6-only' }
  /** The machine has no IPv4 address, so that the host's IPv6 one was taken, and a container may have IPv4 alone. */
  | { kind: 'ipv4-lacking' }
  /** The server's key is one that newer versions of OpenSSL refuse. */
  | { kind: 'weak-key'; bits: number }
  /** The server agrees on groups of the key exchange that only newer versions of Node know. */
  | { kind: 'newer-groups' }
  /** The server sends an empty line, which nodemailer 6.7.8 takes for a reply. */
  | { kind: 'blank-line' }
  /** The beginning or the end of the URI has no effect. */
  | { kind: 'start-passed-over' }
  | { kind: 'end-passed-over' }
  /** The host is written in full-width characters, which the server reads as the usual ones. */
  | { kind: 'wide-host' }
  /** The user ends at a colon that was percent-encoded. */
  | { kind: 'colon-in-user' };

/** A certificate that only one of the two sides trusts. */
export type TrustDifference =
  /** Only one of this Node and the server's knows the authority. */
  | { kind: 'newer-authority' | 'older-authority'; authority: string }
  /** The shell names an authority, and the server's settings do not. */
  | { kind: 'authority-of-shell'; authority: string }
  /** The server's settings name a file of authorities that cannot be read here. */
  | { kind: 'authorities-unreadable'; authority: string };

/** A sender that the server understands otherwise than it seems to be meant. */
export type SenderDifference =
  /** A colon turns the sender into a group. */
  | 'group'
  /** A quotation mark within the address, never closed, parts it. */
  | 'parted'
  /** The part before a comma or a semicolon is lost. */
  | 'cut'
  /** The domain has full-width or other characters that nodemailer 6.7.8 does not make narrow. */
  | 'wide-domain';

/** An option of the URI that affects the outcome in a way that this check cannot show. */
export type OptionDoubt =
  | { kind: 'unchecked'; option: string }
  /** The wait is so few milliseconds that seconds were likely meant. */
  | { kind: 'short-wait'; option: string; ms: number }
  /** Nodemailer takes host, port and encryption from its own list, if the name is on it. */
  | { kind: 'service'; option: 'service' };
