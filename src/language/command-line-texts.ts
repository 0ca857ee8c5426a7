import type { ExitCode } from '../exit-codes.js';

/** `--help`: the descriptions of commands and options. */
export interface HelpTexts {
  /** The first words of `tailchat smtp`, as in Tailchat's documentation. */
  group: string;
  verify: string;
  test: string;
  explain: string;
  domain: string;
  providers: string;
  /** What the help of a command itself says that it does, where the list has the words of Tailchat's documentation. */
  about: { verify: string; test: string };
  completion: string;
  /** The place to read more. */
  more: string;
  shell: string;
  options: {
    uri: string;
    sender: string;
    envFile: string;
    service: string;
    envFormat: string;
    container: string;
    compare: string;
    timeout: string;
    wait: string;
    suggest: string;
    controlHost: string;
    write: string;
    strict: string;
    offline: string;
    sandbox: string;
    json: string;
    report: string;
    verbose: string;
    quiet: string;
    quietProviders: string;
    interactive: string;
    input: string;
    showSecrets: string;
    lang: string;
    color: string;
    to: string;
    subject: string;
    text: string;
    html: string;
    await: string;
    imap: string;
    message: string;
    /** Of `explain`. */
    file: string;
    domainName: string;
    providerWords: string;
    selector: string;
    recipient: string;
    blocklists: string;
    ip: string;
    dns: string;
    domainOffline: string;
    domainTimeout: string;
    version: string;
    help: string;
  };
  groups: { settings: string; message: string; check: string; output: string; examples: string };
  /** Further headings of the help: what stands behind a command, and what is no group of its own. */
  headings: {
    usage: string;
    commands: string;
    words: string;
    options: string;
    start: string;
    exitCodes: string;
  };
  /** The word for options in a usage line. */
  anyOptions: string;
  /** The default of an option, and its range. */
  byDefault: (value: number) => string;
  oneOf: (choices: readonly string[]) => string;
  /** The last line of the short help. */
  wholeHelp: (command: string) => string;
  /** The first steps: a command stands beside each of these words. */
  start: { verify: string; explain: string; sandbox: string };
  examples: {
    verify: string;
    envFile: string;
    json: string;
    wait: string;
    verifySandbox: string;
    test: string;
    several: string;
    testSandbox: string;
    explainText: string;
    explainLetter: string;
    explainLog: string;
    explainJson: string;
    domain: string;
    domainName: string;
    domainSelector: string;
    domainRecipient: string;
    providers: string;
    providerName: string;
    providerAddress: string;
  };
  /** What the exit codes mean, by the commands that end with them. */
  exitCodes: {
    check: ExitCodeWords;
    explain: ExitCodeWords;
    domain: ExitCodeWords;
    providers: ExitCodeWords;
  };
}

/** A line for each exit code of a command. */
export type ExitCodeWords = Readonly<Partial<Record<ExitCode, string>>>;

/** What is said about wrong use of the command line. */
export interface UsageTexts {
  unknownCommand: (words: string) => string;
  unknownOption: (options: string) => string;
  /** A value that is none of an option's choices. */
  notAmong: (option: string, value: string, choices: readonly string[]) => string;
  seeHelp: (command: string) => string;
  didYouMean: (word: string) => string;
  repeated: (option: string) => string;
  blank: (option: string) => string;
  noValue: (option: string) => string;
  /** Words where a command takes none. */
  noWords: (words: string) => string;
  /** The value of an option for a host is more than a host. */
  notAHost: (option: string) => string;
  /** An option for questions where nobody can be asked. */
  nobodyToAsk: (option: string) => string;
  noFormat: (option: string, formats: readonly string[]) => string;
  /** The name of a file looks like an option. */
  optionForFile: (option: string, file: string) => string;
  onlyWith: (option: string, other: string) => string;
  /** The value of an option for a mailbox names none. The value may hold a password, so it is not repeated. */
  notAMailbox: (option: string) => string;
  controlCharacter: (option: string) => string;
  notANumber: (option: string) => string;
  outOfRange: (option: string, min: number, max: number) => string;
  /** The option names a service, and nothing that was read has it. */
  noService: (option: string) => string;
  together: (first: string, second: string) => string;
  notADomain: (option: string) => string;
  notAnAddress: (option: string) => string;
  notPublic: (ip: string) => string;
  notASelector: (option: string) => string;
  /** The record of a selector belongs to another organisation's domain than the sender's. */
  selectorElsewhere: (option: string, other: string, domain: string) => string;
  /** A report would replace a file that the run has read. */
  reportOverRead: (option: string, path: string) => string;
  reportOverSettings: (option: string, path: string) => string;
  /** A report would replace a file that is something else. */
  reportOverOther: (option: string, format: string, path: string) => string;
  unreadableFile: (option: string, path: string) => string;
  brokenOff: (option: string, path: string) => string;
  /** A text that is compressed, and the command that unpacks the file. */
  packed: (name: string, command: string) => string;
  /** The argument is read as a file, not as a text. */
  readsFile: (path: string) => string;
  /** The argument looks like a file name, and no such file exists. */
  noSuchFile: (path: string) => string;
  interrupted: string;
  bug: (message: string) => string;
}

/** The words of the command line itself. They are needed at once, before a check. */
export interface CommandLineTexts {
  help: HelpTexts;
  usage: UsageTexts;
}
