import { stepOfCommand } from '../diagnosis/conversation.js';
import { parseReply } from '../diagnosis/reply.js';
import type { Reply, StepName } from '../report/report.js';

/** A reply in a line of a log. */
export interface LoggedReply {
  /** The step that it was given at, where the line says so. */
  step?: StepName;
  /** Its first line, with its code. */
  text: string;
  /** Nothing else looks like this. */
  isSure: boolean;
}

/** No more is read of a reply: RFC 5321 section 4.5.3.1.5 gives a line of it 512 octets. */
export const LONGEST_REPLY = 4096;

/** What nodemailer puts before a reply, and the step that it was given at. */
const STEP_OF_MESSAGE: readonly (readonly [RegExp, StepName])[] = [
  [/\bInvalid greeting\. response=/, 'greeting'],
  [
    /\b(?:Invalid [EHL]{2}LO\.|Server terminates connection\.|EHLO failed\b.{0,80}?) response=/,
    'ehlo',
  ],
  // Where the server's word is not what follows, it is the TLS library's.
  [/\bError upgrading connection with STARTTLS: (?=\d{3}|$)/, 'starttls'],
  [/\bInvalid login: /, 'auth'],
  [/\bInvalid login sequence while waiting for .{1,40}?: /, 'auth'],
  [/\bMail command failed: /, 'mail-from'],
  [/\bRecipient command failed: /, 'rcpt-to'],
  [/\bCan't send mail - all recipients were rejected: /, 'rcpt-to'],
  [/\bData command failed: /, 'data'],
  [/\bMessage failed(?: for recipient \S{1,320})?: /, 'data'],
];

// Postfix, and others after it: `said: 550 5.1.1 … (in reply to RCPT TO command)`.
const IN_REPLY_TO = /\(in reply to (?:end of )?([A-Z]{4}(?: FROM| TO)?)\b/;

const CODE = '(?:4[2-7]\\d|5[0-7]\\d)';
const ENHANCED = '[45]\\.\\d{1,3}\\.\\d{1,3}';
/** What is counted is no reply: `took 550 ms`. */
const UNITS =
  '(?:m?s|sec(?:onds?)?|milliseconds?|min(?:utes?)?|hours?|days?|times|bytes?|[kKMG]i?B|of|rows|items|messages|users|files|changes|requests|connections' +
  '|px|pixels?|points?|pts|percent|people|members|clients|lines|words|characters|pages|records|entries|objects|events|jobs|tasks|packets|tests|results|matches' +
  '|online|active|more|left|in total|kg|km|mm|cm|rpm|fps|dpi|dollars|euros?|USD|EUR|CNY|RMB)\\b';
const WORDS = `(?:[ -](?!${UNITS})\\S.*|$)`;
const BARE_ENHANCED = new RegExp(`^${ENHANCED}(?= )`);
const WITH_ENHANCED = new RegExp(`(?:^|[^\\w.])(${CODE}[ -]${ENHANCED}\\b.*)`);
const AFTER_WORDS = new RegExp(
  `(?:\\b(?:said|says|response|reply|replied|answered|server|smtp\\w*|error|failed|failure|refused|code|message)\\b[^\\w]{1,4}|(?<!\\w)[<>=]{1,3}\\*{0,2} ?|\\bS: ?)(${CODE}${WORDS})`,
  'i',
);
const AT_START = new RegExp(`^["'\`(]?(${CODE}${WORDS})`);
/** What is numbered is no reply: `pid 450 exited`. */
const NUMBERED =
  '(?<!\\b(?:pid|port|user|id|page|room|line|size|job|order|issue|ticket|no|number|level|build|process|worker|thread|task|step|test) )';
const ANYWHERE = new RegExp(`(?:^|[^\\w.:/=-])${NUMBERED}(${CODE}[ -](?!${UNITS})\\S.*)`);
// swaks and PHPMailer.
const IN_TRANSCRIPT = new RegExp(
  `(?:<\\*\\* |SERVER -> CLIENT: |SMTP ERROR: .{1,40} command failed: )(${CODE}${WORDS})`,
);
// Python's smtplib: (535, b'5.7.8 …').
const TUPLE = new RegExp(`\\((${CODE}), b?(['"])(.{1,2000}?)\\2[,)]`);
// Rust's lettre: permanent error (550): …
const IN_PARENTHESES = new RegExp(`\\berror \\((${CODE})\\): (\\S.*)`, 'i');
// .NET's SmtpException, which leaves the code away.
const OF_DOTNET = new RegExp(`\\bserver response was: (${ENHANCED} .*)`);
const OF_HTTP =
  /\bHTTP\/\d|\b(?:GET|POST|PUT|DELETE|PATCH) \/|\bstatus ?code\b|^[45]\d\d (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|Not Implemented|Unprocessable)/i;

/** Finds a reply in a line of a log. */
export function findReply(text: string): LoggedReply | undefined {
  for (const [words, step] of STEP_OF_MESSAGE) {
    const match = words.exec(text);
    if (match) return { step, text: text.slice(match.index + match[0].length), isSure: true };
  }
  const uncoded = OF_DOTNET.exec(text)?.[1];
  const coded = uncoded && WITH_ENHANCED.exec(uncoded)?.[1];
  if (uncoded) return { ...withStep(coded ?? uncoded), isSure: true };
  const tuple = TUPLE.exec(text);
  if (tuple) return { text: unpackTuple(tuple[1] ?? '', tuple[3] ?? ''), isSure: true };
  if (OF_HTTP.test(text)) return undefined;
  const sure = (WITH_ENHANCED.exec(text) ?? IN_TRANSCRIPT.exec(text))?.[1];
  if (sure) return { ...withStep(sure), isSure: true };
  const possible = (AT_START.exec(text) ?? AFTER_WORDS.exec(text) ?? ANYWHERE.exec(text))?.[1];
  const [, code, words] = (possible ? undefined : IN_PARENTHESES.exec(text)) ?? [];
  const found = possible ?? (code && `${code} ${words}`);
  if (!found) return undefined;
  const reply = withStep(found);
  return { ...reply, isSure: reply.step !== undefined };
}

/** The same as `parseReply`, also for a reply that a program has taken the code from. */
export function parseLoggedReply(text: string): Reply {
  const reply = parseReply(text);
  const enhanced = reply.code === null ? BARE_ENHANCED.exec(text)?.[0] : undefined;
  return enhanced ? { ...reply, enhanced } : reply;
}

function withStep(text: string): { text: string; step?: StepName } {
  const command = IN_REPLY_TO.exec(text)?.[1];
  const step = stepOfCommand(command ?? '');
  const end = command === undefined ? -1 : text.lastIndexOf('(in reply to');
  const words = end < 0 ? text : text.slice(0, end).trimEnd();
  return step ? { text: words, step } : { text: words };
}

function unpackTuple(code: string, words: string): string {
  return words
    .split('\\n')
    .map((line, index, all) => `${code}${index < all.length - 1 ? '-' : ' '}${line}`)
    .join('\n');
}
