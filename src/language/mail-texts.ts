export interface MailFacts {
  sender: string;
  machine: string;
  date: string;
  server: string;
}

/** The words of the mail that `test` sends. */
export interface MailTexts {
  subject: string;
  /** The body: who sent it, from which machine, when, and what to do if it was not expected. */
  body: (facts: MailFacts) => string[];
}
