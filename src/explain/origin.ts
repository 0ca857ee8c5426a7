/** Who tells of a failure, and how. */
export interface Origin {
  /** The step was concluded from the words of the reply. No line names it. */
  isStepGuessed: boolean;
  /** A mail server's log tells of it. */
  isAtServer: boolean;
  /** A mail server's log tells of a login, and of no client near it. Anybody may try to log in. */
  isOfStranger: boolean;
  /** An error of Node's or another program's states it by its name. */
  isNamedError: boolean;
}
