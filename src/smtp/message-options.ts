/** What a person may want to say in the test mail. */
export interface MessageOptions {
  subject?: string | undefined;
  text?: string | undefined;
  /** The HTML part itself, not a file's name. */
  html?: string | undefined;
}
