/** Where an application, not Tailchat, writes why a mail was not sent. */
export interface ApplicationFacts {
  name: string;
  /** The application's own log: a file, a command or a page. */
  log: string;
  /** The setting that makes the log say more. */
  more?: string;
}
