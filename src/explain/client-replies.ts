import type { StepName } from '../report/report.js';

/** A reply as a mail client puts it into its own words. */
export interface ClientReply {
  step?: StepName;
  /** The reply, its code in front where the client gives one. */
  text: string;
}

// lettre 0.11 (src/transport/smtp/response.rs) printed as a structure: its names are those of the digits.
const OF_LETTRE = /\bseverity: (\w{1,40}), category: (\w{1,30}), detail: (\w{1,10})/;
const LETTRE_DIGITS: Record<string, number> = {
  ...{ PositiveCompletion: 2, PositiveIntermediate: 3, TransientNegativeCompletion: 4 },
  ...{ PermanentNegativeCompletion: 5, Syntax: 0, Information: 1, Connections: 2, Unspecified3: 3 },
  ...{ Unspecified4: 4, MailSystem: 5, Zero: 0, One: 1, Two: 2, Three: 3, Four: 4, Five: 5 },
  ...{ Six: 6, Seven: 7, Eight: 8, Nine: 9 },
};

// .NET 9 (System.Net.Mail, Strings.resx) replaces the code by a sentence, with the server's words behind it.
const OF_DOTNET =
  /(?:^|[:>] ?|Exception: )([A-Z][^.:]{5,90})\. The server response (?:was|is): ?(\S.*|$)|SmtpException: ([A-Z][^.:]{5,90})\.?$/;
// The space before the digit is for the screen: numbers such as `605.1.15` are in every line of a web server's log. MailKit 4
// (SmtpCommandException) leaves the code away, and so does .NET where its sentence was cut off.
const WORDS_ALONE =
  /\b(?:server response (?:was|is)|(?:respon[ds]\w{0,4}|said|says|reply|replied|[Ee]rror|answer\w{0,3}) ?): ?((?: 4| 5)\.[0-7]\.\d{1,3} .*)|Exception\b\W{1,8}([45]\.[0-7]\.\d{1,3} .*)/;
/** The quoted reply of a server further on. */
const INNER = /\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3} .*/;
// MailKit 4.17 (Net/Smtp/SmtpStatusCode) and .NET 9 (System.Net.Mail.SmtpStatusCode): the name of the code, and the words behind it.
const STATUS_NAMES: Record<string, number> = {
  ...{ ServiceNotAvailable: 421, PasswordTransitionNeeded: 432, MailboxBusy: 450 },
  ...{ ErrorInProcessing: 451, LocalErrorInProcessing: 451, InsufficientStorage: 452 },
  ...{ TemporaryAuthenticationFailure: 454, ClientNotPermitted: 454, CommandUnrecognized: 500 },
  ...{ CommandNotImplemented: 502, BadCommandSequence: 503, CommandParameterNotImplemented: 504 },
  ...{ AuthenticationRequired: 530, MustIssueStartTlsFirst: 530 },
  ...{ AuthenticationMechanismTooWeak: 534, AuthenticationInvalidCredentials: 535 },
  ...{ EncryptionRequiredForAuthenticationMechanism: 538, MailboxUnavailable: 550 },
  ...{ UserNotLocalTryAlternatePath: 551, ExceededStorageAllocation: 552 },
  ...{ MailboxNameNotAllowed: 553, TransactionFailed: 554 },
};

const OF_STATUS_NAME = new RegExp(`\\b(${Object.keys(STATUS_NAMES).join('|')}): (\\S.{3,1500})`);

const DOTNET_CODES: Record<string, number> = {
  'Service not available, closing transmission channel': 421,
  'Mailbox unavailable': 550,
  'Error in processing': 451,
  'Insufficient system storage': 452,
  'Client does not have permission to submit mail to this server': 454,
  'Syntax error, command unrecognized': 500,
  'Syntax error in parameters or arguments': 501,
  'Command not implemented': 502,
  'Bad sequence of commands': 503,
  'Command parameter not implemented': 504,
  'The SMTP server requires a secure connection or the client was not authenticated': 530,
  'Authentication failed': 535,
  'User not local; please try a different path': 551,
  'Exceeded storage allocation': 552,
  'Mailbox name not allowed': 553,
  'Transaction failed': 554,
};

// Outlook Express and Windows Mail, of a server that puts a stop behind the code.
const OF_OUTLOOK = /\bServer Response: '([45]\d\d)\. (\S.{0,1500}?)(?:', Port: |$)/;

// PHPMailer 7.1 (src/PHPMailer.php, SMTP.php): "Detail: … SMTP code: 550 Additional SMTP info: 5.7.1".
const OF_PHPMAILER =
  /\b(MAIL FROM|RCPT TO|DATA|DATA END|AUTH|Password|Username|STARTTLS|EHLO|HELO) command failed\b.{0,40}? Detail: (.{1,1500}?) ?SMTP code: ([45]\d\d)(?: Additional SMTP info: ([45]\.\d{1,3}\.\d{1,3}))?/;

// PHPMailer, of the sender and the recipients: "MAIL FROM command failed,detail,550,5.7.1".
const OF_PHPMAILER_LIST =
  /\b(MAIL FROM|RCPT TO|DATA|DATA END) command failed,(.{1,1500}?),([45]\d\d),([45]\.\d{1,3}\.\d{1,3})?/;

// curl 8 (lib/smtp.c): the code alone, behind the command that it answers.
const OF_CURL =
  /\b(MAIL failed|RCPT failed|DATA failed|STARTTLS denied|Remote access denied|Got unexpected smtp-server response|curl: \(\d{1,3}\) Command failed)(?:, code|:) ([45]\d\d)\b/;

// mail-send 0.5 and other users of smtp-proto (response.rs).
const OF_MAIL_SEND =
  /\bCode: ([45]\d\d), Enhanced code: (\d\.\d{1,3}\.\d{1,3}), Message: (.{1,1500})/;

// Net_SMTP 1.10 (SMTP.php). PEAR's Mail names the step before it. A mail program may have cut the end off.
const OF_NET_SMTP =
  /\bcode received from server ?\(code: ?([45]\d\d)\)?, ?response: ?(.{0,1500}?)(?:\)\]|\)?$)/;
const STEP_OF_PEAR =
  /\bFailed to (set sender|add recipient|send data)\b|\b(authentication failure)\b/i;

const STEPS: Record<string, StepName> = {
  'set sender': 'mail-from',
  'add recipient': 'rcpt-to',
  'send data': 'data',
  'authentication failure': 'auth',
  'MAIL FROM': 'mail-from',
  'MAIL failed': 'mail-from',
  'RCPT TO': 'rcpt-to',
  'RCPT failed': 'rcpt-to',
  DATA: 'data',
  'DATA END': 'data',
  'DATA failed': 'data',
  AUTH: 'auth',
  Password: 'auth',
  Username: 'auth',
  STARTTLS: 'starttls',
  'STARTTLS denied': 'starttls',
  EHLO: 'ehlo',
  HELO: 'ehlo',
  'Remote access denied': 'ehlo',
  'Got unexpected smtp-server response': 'greeting',
};

/** All expressions that find one. */
export const CLIENT_REPLIES: readonly RegExp[] = [
  ...[OF_LETTRE, OF_STATUS_NAME, OF_DOTNET, WORDS_ALONE],
  ...[OF_PHPMAILER, OF_PHPMAILER_LIST, OF_CURL, OF_MAIL_SEND, OF_NET_SMTP, OF_OUTLOOK],
];

/** Finds a reply that a client has written down in its own way. */
export function findClientReply(text: string): ClientReply | undefined {
  return (
    ofLettre(text) ??
    ofStatusName(text) ??
    ofNetSmtp(text) ??
    ofDotnet(text) ??
    ofPhpmailer(text) ??
    ofCurl(text) ??
    ofOutlook(text) ??
    ofMailSend(text)
  );
}

function ofLettre(text: string): ClientReply | undefined {
  const digits = OF_LETTRE.exec(text)
    ?.slice(1)
    .map((name) => LETTRE_DIGITS[name]);
  return digits?.every((digit) => digit !== undefined) ? { text: digits.join('') } : undefined;
}

function ofStatusName(text: string): ClientReply | undefined {
  const [, name = '', words] = OF_STATUS_NAME.exec(text) ?? [];
  const code = STATUS_NAMES[name];
  return code === undefined ? undefined : { text: `${code} ${words}` };
}

function ofDotnet(text: string): ClientReply | undefined {
  const [, sentence, words = '', only = ''] = OF_DOTNET.exec(text) ?? [];
  const code = DOTNET_CODES[sentence ?? only];
  if (code === undefined) {
    const found = WORDS_ALONE.exec(text);
    const alone = (found?.[1] ?? found?.[2])?.trimStart();
    return alone === undefined ? undefined : { text: INNER.exec(alone)?.[0] ?? alone };
  }
  // .NET has the same sentence for 450 and 550. The words tell which.
  const isTemporary = code === 550 && words.startsWith('4.');
  return { text: INNER.exec(words)?.[0] ?? `${isTemporary ? 450 : code} ${words}` };
}

function ofPhpmailer(text: string): ClientReply | undefined {
  const match = OF_PHPMAILER.exec(text) ?? OF_PHPMAILER_LIST.exec(text);
  const [, command = '', words, code, enhanced] = match ?? [];
  if (words === undefined) return undefined;
  const reply = [code, enhanced, words].filter((part) => part !== undefined).join(' ');
  return withStep(STEPS[command], reply);
}

function ofCurl(text: string): ClientReply | undefined {
  const [, what = '', code] = OF_CURL.exec(text) ?? [];
  return code === undefined ? undefined : withStep(STEPS[what], code);
}

function ofOutlook(text: string): ClientReply | undefined {
  const [, code, words] = OF_OUTLOOK.exec(text) ?? [];
  return code === undefined ? undefined : { text: `${code} ${words}` };
}

function ofMailSend(text: string): ClientReply | undefined {
  const [, code = '', enhanced = '', words = ''] = OF_MAIL_SEND.exec(text) ?? [];
  if (code === '') return undefined;
  // Zeros stand for a code that was not given.
  return { text: enhanced.startsWith('0') ? `${code} ${words}` : `${code} ${enhanced} ${words}` };
}

function ofNetSmtp(text: string): ClientReply | undefined {
  const [, code, words = ''] = OF_NET_SMTP.exec(text) ?? [];
  if (code === undefined) return undefined;
  const [, did, login] = STEP_OF_PEAR.exec(text) ?? [];
  return withStep(STEPS[(did ?? login ?? '').toLowerCase()], `${code} ${words}`.trim());
}

function withStep(step: StepName | undefined, text: string): ClientReply {
  return step ? { step, text } : { text };
}
