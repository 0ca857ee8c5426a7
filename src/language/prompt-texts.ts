import type { CheckCommand } from '../report/check-command.js';
import type { SettingProblem } from '../report/setting-problem.js';

/** The questions of prompt mode. */
export interface PromptTexts {
  intro: string;
  /** Where SMTP_URI was looked for before it is asked for: a folder without settings, or files. */
  notIn: { folder: (folder: string) => string; files: (files: readonly string[]) => string };
  haveUri: string;
  haveUriChoices: { paste: string; build: string };
  uri: string;
  /** Added to a question whose answer is known; the value is masked. */
  keep: (masked: string) => string;
  provider: string;
  otherProvider: string;
  host: string;
  port: string;
  security: string;
  securityChoices: { tls: string; starttls: string; none: string };
  user: string;
  /** The same where there is no mail without a login. */
  userNeeded: string;
  /** The question for a password: the provider may call it something else. */
  passwordOf: (name: string) => string;
  /** The name of the wanted password, if the provider has none of its own for it. */
  accountPassword: string;
  sender: string;
  /** The same where the check goes on without one. */
  senderIfAny: string;
  recipient: string;
  /** Stands behind a question: what Enter alone answers. */
  enterTakes: (value: string) => string;
  problem: Record<SettingProblem, string>;
  placeholder: string;
  /** The URI was taken out of what was pasted. */
  takenOut: string;
  /** Settings of another application were found, and what they make as a URI. */
  foreign: (names: readonly string[]) => string;
  useUri: (uri: string) => string;
  /** Which of several services sends mail. */
  service: string;
  required: string;
  /** How to choose from a list. */
  chooseHint: string;
  /** How to find something in a list of so many. */
  searchHint: (choices: number) => string;
  yes: string;
  no: string;
  /** Stands behind a question for yes or no. */
  enterIsYes: string;
  enterIsNo: string;
  /** The answer was neither. */
  yesOrNo: string;
  /** Before the check starts: is everything right? */
  review: {
    recipient: string;
    /** Stands for a value that was not given. */
    none: string;
    /** Stands for a password that was given. */
    hidden: string;
    question: string;
    start: Record<CheckCommand, string>;
    server: string;
    user: string;
    password: string;
    uri: string;
    sender: string;
    changeRecipient: string;
    cancel: string;
  };
  /** Precedes the lines to paste: they have passed the check, or not. */
  pasteLines: (place: string) => string;
  unprovenLines: (place: string) => string;
  masked: string;
  /** Whether to print the lines once more, with the password. */
  showPassword: string;
}
