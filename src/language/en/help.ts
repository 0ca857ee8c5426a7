import type { CommandLineTexts, HelpTexts, UsageTexts } from '../interface-texts.js';
import { hostToCompare } from '../plans/search.js';

const help: HelpTexts = {
  group: 'SMTP Service',
  verify: 'Verify smtp sender service',
  test: 'Send test email with smtp service',
  explain: 'Explain an error message, a log or a bounced mail, without network',
  domain: 'Check what DNS says about mail from a domain: SPF, DKIM, DMARC',
  providers: 'List mail providers and the settings that each one needs, without network',
  more: 'More in man tailchat-smtp and in docs of the project: each cause, each finding of domain, each provider.',
  about: {
    verify: 'Check the mail settings step by step; sends no mail',
    test: 'Check the mail settings step by step, then send a test mail',
  },
  completion: 'Print a script that completes this command in bash, zsh or fish',
  shell: 'Which shell [default: from SHELL]',
  options: {
    uri: 'Use this instead of SMTP_URI; "-" reads one line from stdin. Other users of this machine can see a URI on the command line',
    sender: 'Use this instead of SMTP_SENDER',
    envFile:
      'Where to read SMTP_URI and SMTP_SENDER; an env file, a compose file or a Kubernetes manifest. May be repeated: the last file that has a variable wins [default: what Compose gives the service, where there is a compose file; else .env, then docker-compose.env]',
    service:
      'The service of the compose file that sends mail [default: the one that runs core/user, else service-core, else the only one that has the variables]',
    envFormat:
      "Read the env file as this program does [default: auto, by the file's name and the compose file beside it]",
    container:
      "Check inside a running container, where Tailchat's own server runs; its name or id, a Compose service, or kubernetes:<type/name> [default, without a name: the service that sends mail in the project here]",
    compare: 'Check here as well, and show what differs in one table; needs --in',
    timeout: 'Stop the whole check after this many seconds',
    wait: 'Try again for this many seconds, as long as the failure may go away by itself',
    suggest: 'Do not look for a setting that works; no further connections are opened',
    controlHost:
      'Try this host as well when no port answers; shows whether the network blocks mail ports or the server is down. For example ' +
      hostToCompare('en'),
    write:
      'Write the setting that works into its env file without asking; the old file is kept beside it',
    strict: 'Count a warning as a failure',
    offline: 'Check the settings only, without network',
    sandbox: 'Use a throw-away SMTP server inside this process instead of SMTP_URI',
    json: 'Print one JSON document on stdout, and nothing else',
    report:
      'Also write a report into a file; its format is html, junit, github or prometheus. May be repeated. "-" is stdout; the verdict goes to stderr then',
    verbose: 'Show the SMTP conversation on stderr, with secrets masked',
    quiet: 'Print the verdict only',
    quietProviders: 'Print the SMTP_URI of one provider only, or the names and servers of several',
    interactive: 'Ask for every value; what was found is the default',
    input: 'Never ask',
    showSecrets:
      'Print the real password in the URI and in suggested lines; in --json too, never in --report',
    lang: 'Language of the messages [default: from LC_ALL, LC_MESSAGES, LANG, LANGUAGE]',
    color: 'Use no colour; NO_COLOR and TERM=dumb do the same. FORCE_COLOR keeps colour on a pipe',
    to: 'Who gets the mail; may be repeated, or hold several addresses with commas',
    subject: 'Subject of the mail',
    text: 'Text of the mail',
    html: 'File with the HTML part of the mail',
    await:
      'Look for the mail in its mailbox for this many seconds after sending; needs --imap. The spam folder is searched too, and the mail stays unread',
    imap: 'The mailbox to look in; imaps://user:password@host/, or "-" for one line of stdin. The default is SMTP_TEST_IMAP_URI. Other users of this machine can see it on the command line',
    message: 'The error message, or the name of a file; without it stdin is read',
    file: 'Read this log or mail; a bounce, an mbox, a Maildir or a folder of mails, gzipped or not. May be repeated',
    domainName: 'The domain, or an address in it [default: the domain of SMTP_SENDER]',
    providerWords: 'Part of a name, a host or a mail address; without any, all are listed',
    selector:
      'DKIM selector to look at; s= in the DKIM-Signature of a mail that arrived. May be repeated',
    recipient: "Also look at this recipient's domain",
    blocklists:
      'Also ask block lists about the domain and the address; Spamhaus and others, which are third parties',
    ip: 'The address that mail leaves from; for a server of your own',
    dns: 'DNS server to ask; an address, or address:port [default: the system settings]',
    domainOffline: 'Check the settings alone, without network',
    domainTimeout: 'Stop the whole check after this many seconds',
    version: 'Show the version',
    help: 'Show this help; -h is short, --help is complete',
  },
  groups: {
    settings: 'Settings:',
    message: 'Message:',
    check: 'Check:',
    output: 'Output:',
    examples: 'Examples:',
  },
  headings: {
    usage: 'Usage:',
    commands: 'Commands:',
    words: 'Arguments:',
    options: 'Options:',
    start: 'Where to start:',
    exitCodes: 'Exit codes:',
  },
  anyOptions: '[options]',
  byDefault: (value) => `[default: ${value}]`,
  oneOf: (choices) => `[one of ${choices.join(', ')}]`,
  wholeHelp: (command) => `${command} --help has every detail, with examples and exit codes.`,
  start: {
    verify:
      "check the settings of Tailchat's server; run it where docker-compose.yml or the env file is",
    explain: 'find out what an error message, a log or a bounced mail means',
    sandbox: 'see how it looks when all is well, without an account',
  },
  examples: {
    verify: 'check the settings found in the environment or in the env file',
    envFile: 'check the settings in this file',
    json: 'for scripts: one JSON document; the exit code says how it went',
    wait: 'wait up to a minute for a server that is starting',
    verifySandbox: 'see how it looks when all is well, without any account',
    test: 'check, then really send a mail',
    several: 'send to several recipients, with a subject of your own',
    testSandbox: 'send to a server inside this process, and print the mail',
    explainText: 'explain an error message',
    explainLetter: 'explain a mail that bounced',
    explainLog: "find and explain the mail errors in the log of Tailchat's server",
    explainJson: 'for scripts: one JSON document with every finding and its line',
    domain: 'check the domain of SMTP_SENDER against the provider of SMTP_URI',
    domainName: 'check another domain',
    domainSelector: 'look at the DKIM key that your mail is signed with',
    providers: 'list all known providers',
    providerName: 'show one in full: its SMTP_URI, the password that it needs, where to get it',
    providerAddress: 'find the provider of a mail address',
    domainRecipient: 'see whether the domain of a recipient takes mail',
  },
  exitCodes: {
    check: {
      0: 'the check passed',
      64: 'wrong use of the command line',
      65: 'the message, or an address in it, is wrong',
      66: 'a file cannot be read',
      67: 'the server refuses the recipient',
      68: 'DNS does not know the server',
      69: 'the server cannot be reached or does not answer',
      70: 'a bug in this program',
      75: 'try again later',
      76: 'TLS or SMTP failed',
      77: 'the server refuses the login, the sender or the mail',
      78: 'the settings are wrong or missing',
      130: 'interrupted',
    },
    explain: {
      0: 'something was recognised',
      1: 'nothing was recognised',
      64: 'wrong use of the command line',
      66: 'a file cannot be read',
      130: 'interrupted',
    },
    domain: {
      0: 'no error was found',
      64: 'wrong use of the command line',
      68: 'the domain does not exist',
      75: 'DNS gave no answer',
      78: 'a record is missing or wrong, so mail is refused or taken for spam',
      130: 'interrupted',
    },
    providers: {
      0: 'found',
      1: 'no such provider is known',
      64: 'wrong use of the command line',
    },
  },
};

const usage: UsageTexts = {
  didYouMean: (word) => `Did you mean ${word}?`,
  unknownCommand: (words) => `There is no command ${words}`,
  unknownOption: (options) => `There is no option ${options} here`,
  notAmong: (option, value, choices) =>
    `${option} must be one of ${choices.join(', ')}, and not ${value}`,
  seeHelp: (command) => `See \`${command} --help\`.`,
  repeated: (option) => `${option} may be given only once`,
  noWords: (words) =>
    `This command takes only options, and they come before "--". Not understood: ${words}`,
  notAHost: (option) => `${option} needs the name or the address of a host, without a port`,
  nobodyToAsk: (option) =>
    `${option} has no effect: nobody can be asked here (stdin and stderr must be terminals, and CI must not be set).`,
  noValue: (option) => `${option} takes no value`,
  noFormat: (option, formats) => `${option} needs one of ${formats.join(', ')}, and a file`,
  onlyWith: (option, other) => `${option} needs ${other}`,
  notAMailbox: (option) =>
    `${option} needs imaps://user:password@host/ (or imap://, which demands STARTTLS), special characters percent-encoded`,
  optionForFile: (option, file) =>
    `${option}: ${file} looks like an option; for a file of that name write ./${file}`,
  blank: (option) => `${option} needs a value`,
  controlCharacter: (option) =>
    `${option} holds a line break or another control character, which could smuggle in a ` +
    'header or a command',
  notANumber: (option) => `${option} needs a number of seconds`,
  outOfRange: (option, min, max) => `${option} must be between ${min} and ${max} seconds`,
  noService: (option) =>
    `${option}: no compose file or manifest that was read has a service or workload of this name`,
  together: (first, second) => `${first} and ${second} cannot go together`,
  notADomain: (option) => `${option} needs a domain such as example.com, or an address in one`,
  notAnAddress: (option) => `${option} needs an IP address, such as 192.0.2.1`,
  notASelector: (option) => `${option} needs a DKIM selector, such as s1: the s= in DKIM-Signature`,
  selectorElsewhere: (option, other, domain) =>
    `${option} names a record of ${other}, whose signature says nothing of mail from ${domain}: name one of ${domain}`,
  notPublic: (ip) =>
    `--ip needs the public address that mail leaves from: receivers never see ${ip}, which belongs to a local network`,
  readsFile: (path) => `Reading the file ${path}`,
  noSuchFile: (path) => `There is no file ${path} here, so this is read as the text itself`,
  reportOverRead: (option, path) =>
    `${option} would replace ${path}, which this run reads: give the report another name`,
  reportOverSettings: (option, path) =>
    `${option} would replace ${path}, which is a file with settings by its name: give the report another name`,
  reportOverOther: (option, format, path) =>
    `${option} would replace ${path}, which is no earlier ${format} report, or holds more than that: give the report another name, or remove that file`,
  brokenOff: (option, path) =>
    `${option}: ${path} is cut off or damaged; what stands before that was read`,
  unreadableFile: (option, path) => `${option}: the file ${path} cannot be read`,
  packed: (name, command) =>
    `explain: ${name} is compressed, and nothing in it was read. Unpack it first: ${command} | tailchat smtp explain`,
  interrupted: 'Interrupted.',
  bug: (message) =>
    `This is a bug in tailchat smtp, not in your settings: ${message}\nPlease report it; --verbose adds what a report needs.`,
};

export const commandLine: CommandLineTexts = { help, usage };
