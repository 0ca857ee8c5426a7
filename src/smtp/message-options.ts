/** Parts of the test mail that a person may choose. */
export interface MessageOptions {
  subject?: string | undefined;
  text?: string | undefined;
  /** The HTML part itself, not a file's name. */
  html?: string | undefined;
}
