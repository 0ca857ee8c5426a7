/** What a server's words are about. */
export type Subject =
  /** Nothing: they refuse, and that is all. */
  | 'nothing'
  | 'connections'
  | 'reverse-name'
  /** The region of the world that the client is in. */
  | 'place'
  /** The server offers no service at all. */
  | 'no-service'
  /** The server asks for the login that has just succeeded. */
  | 'forgotten-login'
  | 'expired-password'
  /** A command that they refuse: unknown, out of order, or in a form of its own (RFC 5321 section 4.2.3). */
  | 'command';
