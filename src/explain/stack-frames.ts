import type { StepName } from '../report/report.js';

/** A function of a mail client, and the step that it belongs to. */
type Frame = readonly [StepName, RegExp];

/**
 * Frames of traces that begin with the innermost: net-smtp 0.5 (lib/net/smtp.rb), Angus Mail 2 (smtp/SMTPTransport), System.Net.Mail of
 * .NET 9, MailKit 4.17 (Net/Smtp/SmtpClient), Swift Mailer 6.3 and Symfony Mailer 7 (Transport/Smtp), PHPMailer 7.1 (SMTP.php).
 */
const INNERMOST_FIRST: readonly Frame[] = [
  ['rcpt-to', /\bsmtp\.rb:\d+:in \W{0,2}(?:block in )?(?:Net::SMTP#)?rcptto\b/],
  ['mail-from', /\bsmtp\.rb:\d+:in \W{0,2}(?:Net::SMTP#)?mailfrom\b/],
  ['data', /\bsmtp\.rb:\d+:in \W{0,2}(?:Net::SMTP#)?data\b/],
  ['auth', /\bsmtp\.rb:\d+:in \W{0,2}(?:Net::SMTP#)?(?:auth\w*|check_auth_\w+)\b/],
  ['starttls', /\bsmtp\.rb:\d+:in \W{0,2}(?:Net::SMTP#)?starttls\b/],
  ['ehlo', /\bsmtp\.rb:\d+:in \W{0,2}(?:Net::SMTP#)?(?:do_)?(?:ehlo|helo)\b/],
  ['greeting', /\bsmtp\.rb:\d+:in \W{0,2}(?:Net::SMTP#)?do_start\b/],
  ['rcpt-to', /\bSMTPTransport\.rcptTo\(|\bRecipientCommand\.Send|\bSmtpClient\.RcptTo/],
  ['mail-from', /\bSMTPTransport\.mailFrom\(|\bMailCommand\.Send|\bSmtpClient\.MailFrom/],
  [
    'data',
    /\bSMTPTransport\.(?:finishData|data)\(|\bData(?:Stop)?Command\.Send|\bSmtpClient\.B?[Dd]ata/,
  ],
  ['auth', /\bSMTPTransport\$?\w{0,20}Authenticator\b|\bSmtpClient\.Authenticate/],
  ['starttls', /\bSMTPTransport\.startTLS\(|\bStartTlsCommand\.Send/],
  ['ehlo', /\bSMTPTransport\.(?:ehlo|helo)\(|\bE?HelloCommand\.Send|\bSmtpClient\.Ehlo/],
  [
    'greeting',
    /\bSMTPTransport\.openServer\(|\bSmtpConnection\.GetConnection\(|\bSmtpClient\.Connect/,
  ],
  ['rcpt-to', /\b_?doRcptToCommand\b|->recipient\(/],
  ['mail-from', /\b_?doMailFromCommand\b/],
  ['data', /\b_?doDataCommand\b|executeCommand\(.{0,3}DATA\b/],
  ['auth', /\bEsmtpTransport->handleAuth\b|\bSwift_Transport_Esmtp_AuthHandler->/],
  ['ehlo', /\b_?do(?:Ehlo|Helo)Command\b/],
  ['greeting', /\b_readGreeting\b/],
  // A library could not read an address: the setters of Spring, Jakarta Mail and Commons Email.
  ['mail-from', /\.set(?:From|Sender|ReplyTo)(?:Address)?\(|\.createFromHeader\(/],
  ['rcpt-to', /\.(?:set|add)(?:To|Cc|Bcc|Recipients?)\(/],
];

/** The step that a frame of a stack trace belongs to; undefined if no mail client owns the frame. */
export function stepOfFrame(text: string): StepName | undefined {
  return INNERMOST_FIRST.find(([, frame]) => frame.test(text))?.[0];
}

/** CPython 3.11 (Lib/smtplib.py, Lib/ssl.py). The innermost frame is the last, and the error follows it. */
export const PYTHON_FRAME = /\b(?:smtplib|aiosmtplib\/\w+)\.py", line \d+, in (\w+)/;

const PYTHON_STEPS: Record<string, StepName> = {
  connect: 'connect',
  _get_socket: 'connect',
  ehlo: 'ehlo',
  helo: 'ehlo',
  ehlo_or_helo_if_needed: 'ehlo',
  starttls: 'starttls',
  login: 'auth',
  auth: 'auth',
  auth_plain: 'auth',
  auth_login: 'auth',
  auth_cram_md5: 'auth',
  mail: 'mail-from',
  rcpt: 'rcpt-to',
  data: 'data',
};

/**
 * The step that a Python trace has come to with one more of its lines.
 *
 * @param step where it was before
 */
export function stepOfPythonFrame(text: string, step: StepName | undefined): StepName | undefined {
  const name = PYTHON_FRAME.exec(text)?.[1];
  if (name === undefined) return step;
  // A reply that is read before any command is the greeting.
  if (name === 'getreply') return step === 'connect' ? 'greeting' : (step ?? 'ehlo');
  return PYTHON_STEPS[name] ?? step;
}

/** A frame of a Ruby trace. */
export const RUBY_FRAME = /^(?:from )?[^\s:]{1,300}\.rb:\d+:in /;
