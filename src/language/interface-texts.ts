import type { SettingProblem } from './texts.js';
import type { Cause } from '../smtp/causes.js';
import type { Security, StepName, ValueSource } from '../smtp/report.js';

/** `--help`: the descriptions of commands and options. */
export interface HelpTexts {
  /** The first words of `tailchat smtp`, as in Tailchat's documentation. */
  group: string;
  program: string;
  verify: string;
  test: string;
  options: {
    uri: string;
    sender: string;
    envFile: string;
    timeout: string;
    wait: string;
    suggest: string;
    strict: string;
    offline: string;
    sandbox: string;
    json: string;
    verbose: string;
    quiet: string;
    interactive: string;
    input: string;
    showSecrets: string;
    lang: string;
    color: string;
    to: string;
    subject: string;
    text: string;
    html: string;
    version: string;
    help: string;
  };
  groups: { settings: string; check: string; message: string; output: string };
  examples: {
    verify: string;
    verifyEnvFile: string;
    verifyJson: string;
    verifyWait: string;
    verifySandbox: string;
    test: string;
    testSeveral: string;
    testSandbox: string;
  };
  /** The last lines of the help: exit codes and where to read on. */
  epilogue: string;
}

/** What is said about wrong use of the command line. */
export interface UsageTexts {
  /** Precedes every such message. */
  seeHelp: (command: string) => string;
  repeated: (option: string) => string;
  blank: (option: string) => string;
  controlCharacters: (option: string) => string;
  notANumber: (option: string, value: string) => string;
  outOfRange: (option: string, min: number, max: number) => string;
  together: (first: string, second: string) => string;
  unreadableFile: (option: string, path: string, why: SettingProblem) => string;
  unexpectedArgument: (value: string) => string;
}

/** What the output for people says. */
export interface OutputTexts {
  steps: Record<StepName, string>;
  security: Record<Security, string>;
  /** `SMTP_URI from docker-compose.env:20`. */
  from: (variable: string, source: ValueSource) => string;
  noSender: string;
  resolvedTo: (addresses: string[]) => string;
  certificate: (names: string[], issuer: string, validTo: string) => string;
  noCertificate: string;
  ehlo: (clientName: string, extensions: string[]) => string;
  loggedIn: (user: string, mechanism: string) => string;
  senderTaken: (address: string) => string;
  /** Why a step was skipped. */
  skipped: {
    address: string;
    offline: string;
    starttlsNotOffered: string;
    starttlsIgnored: string;
    noCredentials: string;
    authNotOffered: string;
    noSender: string;
  };
  /** The verdict's first line when all is well. */
  verifyPassed: (host: string, loggedInAs: string | null) => string;
  offlinePassed: string;
  testPassed: (recipients: string[]) => string;
  /** What a passed `verify` still leaves open. */
  verifyNext: string;
  /** Lines after an accepted mail: accepted is not delivered, where to look. */
  testNext: (messageId: string) => string[];
  /** How Tailchat's server comes to read changed settings. */
  recreate: string;
  failedAt: (step: StepName) => string;
  serverSaid: string;
  whatToDo: string;
  warning: string;
  recipient: { accepted: (address: string) => string; rejected: (address: string, reply: string) => string };
  retry: (title: string, seconds: number) => string;
  transcriptNotice: string;
  sandboxMail: string;
  bug: (message: string) => string;
  interrupted: string;
  summaryTitle: (ok: boolean) => string;
}

/** The questions of prompt mode. */
export interface PromptTexts {
  intro: string;
  haveUri: string;
  haveUriChoices: { paste: string; build: string };
  uri: string;
  keep: (masked: string) => string;
  provider: string;
  otherProvider: string;
  host: string;
  port: string;
  security: string;
  securityChoices: { tls: string; starttls: string; none: string };
  user: string;
  password: string;
  passwordHint: (kind: 'password' | 'app-password' | 'authorization-code' | 'api-key') => string;
  sender: string;
  recipient: string;
  problem: Record<SettingProblem, string>;
  placeholder: string;
  required: string;
  pasteLines: (file: string) => string;
  masked: string;
}

/** The words of the mail that `test` sends. */
export interface MailTexts {
  subject: string;
  /** The paragraphs of the body: who sent it, from which machine, when, and what to do if it was not expected. */
  body: (facts: { sender: string; machine: string; date: string; server: string }) => string[];
}

/** Everything but causes and warnings. */
export interface InterfaceTexts {
  help: HelpTexts;
  usage: UsageTexts;
  output: OutputTexts;
  prompts: PromptTexts;
  mail: MailTexts;
  /** A short name of a cause is not translated; this joins it to the title. */
  headline: (title: string, cause: Cause) => string;
}
