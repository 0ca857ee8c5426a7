import type { CommandLineTexts, HelpTexts, UsageTexts } from '../interface-texts.js';

/** English `--help`. */
const help: HelpTexts = {
  group: 'SMTP Service',
  verify: 'Verify smtp sender service',
  test: 'Send test email with smtp service',
  explain: 'Explain an error message, a log or a bounced letter, without network',
  domain: 'Check what DNS says about mail from a domain: SPF, DKIM, DMARC',
  providers: 'List mail providers and the settings that each of them wants, without network',
  more: 'More: man tailchat-smtp; a page for each cause in docs/causes of the project.',
  completion: 'Print a script that completes this command in bash, zsh or fish',
  shell: 'Which shell [default: from SHELL]',
  options: {
    uri:
      'Instead of SMTP_URI; "-" reads one line from stdin. Other users of this machine ' +
      'can see a URI on the command line',
    sender: 'Instead of SMTP_SENDER',
    envFile:
      'Where to read the two variables: an env file, a compose file or a Kubernetes manifest; may be ' +
      'repeated, the last that has a variable wins [default: what Compose gives the service, where ' +
      'there is a compose file; else .env, then docker-compose.env]',
    service:
      'The service of the compose file that sends mail [default: the one that runs core/user, else ' +
      'service-core, else the only one that has the variables]',
    envFormat:
      "Whose rules to read the env file by [default: auto, by the file's name and the compose " +
      'file beside it]',
    container:
      "Check inside a running container, in the place of Tailchat's own server: name, id, service of Compose, " +
      'or kubernetes:<type/name> [default, without a name: the service that sends mail in the project here]',
    compare: 'With --in: check here as well, and show what differs in one table',
    timeout: 'Bound on the whole check, in seconds',
    wait: 'Try again while the failure is retryable, until this many seconds have passed',
    suggest: 'Open no further connections to look for a setting that works',
    controlHost:
      'Where none of the ports answers, compare with this host, to tell a network that blocks ' +
      'them from a server that does: smtp.gmail.com, for one',
    write:
      'Write a setting that was found to work into the env file that it came from, without a ' +
      'question; the old file is kept beside it',
    strict: 'A warning counts as a failure',
    offline: 'Check the settings, touch no network',
    sandbox: 'Use a throw-away SMTP server inside this process instead of SMTP_URI',
    json: 'One JSON document on stdout and nothing else there',
    report:
      'Also write the report into a file: --report html|junit|github|prometheus <file>; may be repeated; ' +
      '"-" is stdout, and the verdict goes to stderr then',
    verbose: 'The SMTP conversation on stderr, secrets masked',
    quiet: 'The verdict only',
    interactive: 'Ask for every value, what was found being the default',
    input: 'Never ask',
    showSecrets: 'Print the URI and suggested lines with the real password in them, in --json too',
    lang: 'Language of messages [default: from LC_ALL, LC_MESSAGES, LANG, LANGUAGE]',
    color: 'No colour; so do NO_COLOR and TERM=dumb. FORCE_COLOR asks for it on a pipe, too',
    to: 'Who gets the mail; may be repeated, and hold a list with commas',
    subject: 'Subject of the mail',
    text: 'Text of the mail',
    html: 'File with the HTML part of the mail',
    await:
      'Then look for the mail in its mailbox (--imap) for so many seconds, in the spam folder too; it stays unread',
    imap:
      'The mailbox: imaps://user:password@host/, or "-" for one line of stdin; without it SMTP_TEST_IMAP_URI. ' +
      'Other users of this machine can see it on the command line',
    message: 'The error message, or the name of a file; without it stdin is read',
    file: 'Read this log or letter (bounce, mbox, Maildir, folder of letters; .gz too); may be repeated',
    domainName: 'The domain, or an address in it [default: that of SMTP_SENDER]',
    providerWords: 'Part of a name, a host or a mail address; without any, all are listed',
    selector:
      'DKIM selector to look at: s= in DKIM-Signature of a mail that arrived; may be repeated',
    recipient: 'Also look at the domain of this recipient',
    blocklists:
      'Also ask block lists (Spamhaus and others) about the domain and the address: they are third parties',
    ip: 'The address that mail leaves from, where the server is your own',
    dns: 'DNS server to ask, as address or address:port [default: those of the system]',
    domainOffline: 'Say what the settings alone tell, touch no network',
    domainTimeout: 'Bound on the whole check, in seconds',
    version: 'Show version number',
    help: 'Show help',
  },
  groups: {
    settings: 'Settings:',
    message: 'Message:',
    check: 'Check:',
    output: 'Output:',
    examples: 'Examples:',
  },
  examples: {
    verify: 'check the settings found in the environment or in the env file',
    envFile: 'check the settings in this file',
    json: 'for scripts: one JSON document, the exit code says the rest',
    wait: 'wait up to a minute for a server that is starting',
    verifySandbox: 'see how it looks when all is well, without any account',
    test: 'check, then really send a mail',
    several: 'send to several, with a subject of your own',
    testSandbox: 'send to a server inside this process, and print the mail',
    explainText: 'explain a message that you have seen',
    explainLetter: 'explain a letter that came back',
    explainLog: "find and explain the mail errors in the log of Tailchat's server",
    explainJson: 'for scripts: one JSON document with every finding and its line',
    domain: 'check the domain of SMTP_SENDER against the provider of SMTP_URI',
    domainName: 'check another domain',
    domainSelector: 'look at the DKIM key that your mail is signed with',
    providers: 'list all that are known',
    providerName: 'one of them in full: its SMTP_URI, which password it wants, where to get it',
    providerAddress: 'find the provider of a mail address',
    domainRecipient: 'see whether the domain of a recipient takes mail',
  },
  epilogue: [
    'Exit codes: 0 passed, 64 usage, 65 bad address or message, 66 unreadable file,',
    '67 recipient, 68 host not found, 69 unavailable, 70 bug, 75 try again later,',
    '76 TLS or protocol, 77 refused, 78 settings, 130 interrupted.',
  ].join('\n'),
  explainEpilogue:
    'Exit codes: 0 something was recognised, 1 nothing was, 64 usage, 66 unreadable file, 130 interrupted.',
  providersEpilogue: 'Exit codes: 0 found, 1 no such provider is known, 64 usage.',
  domainEpilogue: [
    'Exit codes: 0 well, 64 usage, 68 the domain does not exist, 75 DNS gave no answer,',
    '78 a record is missing or wrong, so that mail is refused or taken for spam,',
    '130 interrupted.',
  ].join('\n'),
};

/** English words about wrong use of the command line. */
const usage: UsageTexts = {
  didYouMean: (word) => `Did you mean ${word}?`,
  seeHelp: (command) => `See \`${command} --help\`.`,
  repeated: (option) => `${option} may be given only once`,
  noWords: (words) => `This command takes no words, and options stand before --: ${words}`,
  notAHost: (option) => `${option} needs the name or the address of a host, without a port`,
  nobodyToAsk: (option) =>
    `${option} is passed over: nobody can be asked here (stdin and stderr must be terminals, and CI not set).`,
  noValue: (option) => `${option} takes no value`,
  noFormat: (option, formats) => `${option} needs one of ${formats.join(', ')}, and a file`,
  onlyWith: (option, other) => `${option} needs ${other}`,
  notAMailbox: (option) =>
    `${option} needs imaps://user:password@host/ (or imap://, which demands STARTTLS), special characters percent-encoded`,
  optionForFile: (option, file) =>
    `${option}: ${file} looks like an option; for a file of that name write ./${file}`,
  blank: (option) => `${option} needs a value`,
  controlCharacter: (option) =>
    `${option} holds a line break or another control character: it could smuggle in a ` +
    'header or a command',
  notANumber: (option) => `${option} needs a number of seconds`,
  outOfRange: (option, min, max) => `${option} must lie between ${min} and ${max} seconds`,
  together: (first, second) => `${first} and ${second} cannot go together`,
  notADomain: (option) => `${option} needs a domain such as example.com, or an address in one`,
  notAnAddress: (option) => `${option} needs an IP address, such as 192.0.2.1`,
  readsFile: (path) => `Reading the file ${path}`,
  noSuchFile: (path) => `There is no file ${path} here: taking it for the text itself`,
  unreadableFile: (option, path) => `${option}: the file ${path} cannot be read`,
  interrupted: 'Interrupted.',
  bug: (message) =>
    `This is a bug in tailchat smtp, not in your settings: ${message}\nPlease report it; --verbose adds what a report needs.`,
};

/** What the command line says in English. */
export const commandLine: CommandLineTexts = { help, usage };
