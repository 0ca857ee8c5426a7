import type { Language } from '../language-codes.js';
import type { ApplicationFacts } from '../report/application-facts.js';
import type { Cause } from '../report/causes.js';
import type {
  ReaderName,
  ReaderProblem,
  SaveRefusal,
  SkipReason,
  StepName,
  ValueSource,
} from '../report/report.js';
import type { ArrivalTexts } from './arrival-texts.js';
import type { InsideTexts } from './inside-texts.js';
import type { LetterTexts } from './letter-texts.js';
import type { MailTexts } from './mail-texts.js';
import type { PromptTexts } from './prompt-texts.js';
import type { ReceivedTexts } from './received-texts.js';
import type { SuggestionWords } from './suggestion-words.js';

export type {
  CommandLineTexts,
  ExitCodeWords,
  HelpTexts,
  UsageTexts,
} from './command-line-texts.js';
export type { PromptTexts } from './prompt-texts.js';

/** A sentence to remember, and the command that it is about. */
export type LastWords = readonly [words: string, command?: string];

/** Why a step failed, in a few words, by cause. */
export type StepTroubles = Readonly<Partial<Record<Cause, string>>>;

/** What the output for people says. */
export interface OutputTexts {
  steps: Record<StepName, string>;
  /** A value with its origin, such as `a@x.org (SMTP_SENDER from docker-compose.env:20)`. */
  from: (value: string, variable: string, source: ValueSource) => string;
  /** Where a value comes from of which nothing is shown. */
  hidden: (variable: string, source: ValueSource) => string;
  /** Joins what was found. */
  join: (parts: string[]) => string;
  noUri: string;
  /** In place of the settings, where they could not be read. */
  notRead: string;
  noSender: string;
  resolved: (addresses: string[]) => string;
  /** Added to addresses of both families: which of them Tailchat uses. */
  usesIpv4: string;
  connected: (address: string, port: number) => string;
  /** What a TLS handshake settled, and what the certificate says. */
  encrypted: (protocol: string, cipher: string, certificate: string) => string;
  certificate: (names: string[], issuer: string, validTo: string) => string;
  noCertificate: string;
  ehlo: (clientName: string, extensions: string[]) => string;
  /** How long a step took, behind what it showed. */
  took: (ms: number) => string;
  loggedIn: (mechanism: string) => string;
  loginRefused: (mechanism: string) => string;
  /** Why a step failed, in a few words, for causes that no reply tells. */
  troubles: StepTroubles;
  /** What a failed step showed, and why it failed. */
  troubled: (shown: string, trouble: string) => string;
  /** Why a step was skipped. */
  skipped: Record<SkipReason, string>;
  /** The verdict's first line when all is well. */
  verifyPassed: (server: string, isLoggedIn: boolean, isSenderTaken: boolean) => string;
  offlinePassed: string;
  elsewherePassed: string;
  /** The checks that were left out offline, in one line. */
  offlineUnchecked: string;
  testPassed: (recipients: string[], isSandbox: boolean) => string;
  /** What a passed `verify` leaves open. */
  nothingSent: string;
  /** The same, with the command that sends a mail. */
  verifyNext: (commandLine: string) => LastWords;
  /** Lines after an accepted mail: where to look, and what to do when it does not arrive. `look`: the command for the domain. */
  testNext: (messageId: string, look: string) => string[];
  /** How Tailchat's server comes to read changed settings: the words, and the command. */
  recreate: (reader: ReaderName | undefined) => LastWords;
  /** The same in Kubernetes. */
  recreatePod: (workload: string | undefined) => LastWords;
  /** The same for manifests: the file to apply and the workload, as far as they are known. */
  apply: (file: string | undefined, workload: string | undefined) => LastWords;
  /** After a failure that may go away by itself, and after an explanation. */
  checkAgain: (commandLine: string) => LastWords;
  checkSettings: (commandLine: string) => LastWords;
  /** After a recipient that is at fault. */
  checkRecipient: (commandLine: string) => LastWords;
  /** The settings that work instead, how far they were tried, and where they belong. */
  suggestion: (about: SuggestionWords) => string;
  /** Who reads the suggested line as it is meant, where not everybody does. */
  spellingHolds: (holders: readonly ReaderName[]) => string;
  /** The verdict's first line when something failed. */
  failedAt: (headline: string, step: string) => string;
  /** The first line of what was found in a text. */
  foundAt: (headline: string, step: string, line: number | undefined) => string;
  /** The text for a search that found nothing. The first line is the verdict. */
  nothingFound: (
    lines: number,
    elsewhere: readonly string[],
    application: ApplicationFacts | undefined,
    cutAt: number | undefined,
  ) => LastWords[];

  /** Said where a conversation got over what was refused in it. */
  gotOver: string;
  /** Asks for a text to be pasted. */
  pasteText: string;
  serverSaid: string;
  whatToDo: string;
  warning: (message: string, code: string) => string;
  /** Who reads an env file. */
  readers: Record<ReaderName, string>;
  /** How long a value is for a reader; null: it has none. */
  valueLength: (length: number | null) => string;
  /** What a reader did to a value. */
  readerProblems: Record<ReaderProblem, string>;
  /** The reader gets what was likely meant. */
  readAsMeant: string;
  accepted: (address: string) => string;
  rejected: (address: string, reply: string) => string;
  /** Behind an explanation of a cause that only the wording suggests. */
  supposed: string;
  /** Said before user and password go out unencrypted. */
  beforePlainLogin: string;
  /** While a server goes on answering about recipients. */
  recipientsAnswered: (answered: number, count: number) => string;
  /** While the mail is looked for in its recipient's mailbox. */
  awaiting: string;
  searching: string;
  retry: (title: string, seconds: number) => string;
  transcriptNotice: string;
  /** Precedes the mail that the sandbox received. */
  sandboxMail: string;
  /** The heading of a job summary. */
  summary: (command: string, isOk: boolean) => string;
  summaryFailed: (why: string) => string;
  /** Why a report was not written: the system's code. */
  reportFailed: (file: string, code: string) => string;
  /** Stands for list items that are not shown. */
  more: (count: number) => string;
}

/** The system's codes for files that cannot be written, as far as people get a word for them. */
export type FileErrorCode =
  | 'ENOENT'
  | 'ENOTDIR'
  | 'EISDIR'
  | 'EACCES'
  | 'EPERM'
  | 'EROFS'
  | 'ENOSPC'
  | 'ENXIO'
  | 'ENOTSUP'
  | 'ELOOP';

/** What is said about a search that found nothing. */
export interface SearchTexts {
  /** Two sentences, one behind the other. */
  join: (first: string, second: string) => string;
  /** No port takes a connection; with a host to compare with, who is to blame. */
  nothingAnswers: (
    server: { host: string; port: number },
    tried: readonly number[],
    control: { host: string; open: readonly number[] | undefined } | undefined,
  ) => string;
}

/** What is said about writing into an env file. */
export interface SaveTexts {
  ask: (file: string) => string;
  saved: (file: string, backup: string) => string;
  /** Why nothing was written: the file, where there is one, what was to be written, and the backup of a file half written. */
  refused: Record<SaveRefusal, (file: string, variables: string, backup: string) => string>;
}

/** All words except those of causes, warnings and the command line. */
export interface InterfaceTexts {
  language: Language;
  output: OutputTexts;
  prompts: PromptTexts;
  mail: MailTexts;
  /** The mail that goes to the throw-away server alone. */
  sandboxMail: MailTexts;
  save: SaveTexts;
  search: SearchTexts;
  inside: InsideTexts;
  letters: LetterTexts;
  arrival: ArrivalTexts;
  received: ReceivedTexts;
  /** The verdict's headline: a cause's name is never translated, for people search for it. */
  headline: (title: string, cause: string) => string;
}
