import { stepOfCommand } from '../diagnosis/conversation.js';
import { parseReply } from '../diagnosis/reply.js';
import type { Reply, StepName } from '../report/report.js';
import { CLIENT_REPLIES, findClientReply } from './client-replies.js';
import { MEASURES, UNITS } from './counted.js';
import { type Hints, mayFind, mayFindOneOf, REPLY } from './hints.js';
import { findRefusalInLog, SHAPES } from './server-log.js';
import { withoutWrapping } from './without-wrapping.js';

/** A reply in a line of a log. */
export interface LoggedReply {
  /** The step of the reply, where the line names it. */
  step?: StepName;
  /** Its first line, with its code. */
  text: string;
  /** The shape is unmistakable. */
  isSure: boolean;
}

/** The most characters that are read of a reply. RFC 5321 section 4.5.3.1.5 gives a line 512 octets. */
export const LONGEST_REPLY = 4096;

/** The words that nodemailer puts before a reply, and the step they mean. */
const STEP_OF_MESSAGE: readonly (readonly [RegExp, StepName])[] = [
  [/\bInvalid greeting\. response=/, 'greeting'],
  [
    /\b(?:Invalid [EHL]{2}LO\.|Server terminates connection\.|EHLO failed\b.{0,80}?) response=/,
    'ehlo',
  ],
  // Unless a server's word follows, the words are the TLS library's.
  [/\bError upgrading connection with STARTTLS: (?=\d{3}|$)/, 'starttls'],
  [/\bInvalid login: /, 'auth'],
  [/\bInvalid login sequence while waiting for .{1,40}?: /, 'auth'],
  [/\bsender address not accepted: /, 'mail-from'],
  [/\brecipient address not accepted: /, 'rcpt-to'],
  [/\bMail command failed: /, 'mail-from'],
  [/\bRecipient command failed: /, 'rcpt-to'],
  [/\bCan't send mail - all recipients were rejected: /, 'rcpt-to'],
  [/\bData command failed: /, 'data'],
  [/\bMessage failed(?: for recipient \S{1,320})?: /, 'data'],
];

// Postfix, and others after it: `said: 550 5.1.1 … (in reply to RCPT TO command)`.
const IN_REPLY_TO = /\(in reply to (?:end of )?([A-Z]{4}(?: FROM| TO)?)\b/;

/** A reply's code. The port 465 is excluded. */
const CODE = '(?:4(?:[2-57]\\d|6[0-46-9])|5[0-7]\\d)';
const ENHANCED = '[45]\\.\\d{1,3}\\.\\d{1,3}';
/** Words that never follow a code: units, and an identifier, as Sidekiq writes one behind its process. */
export const BEHIND_CODE = `(?!${UNITS}|${MEASURES}|(?:TID|JID|PID)-\\w)\\S`;
const SOME_WORDS = `[ -]${BEHIND_CODE}.*`;
const WORDS = `(?:${SOME_WORDS}|$)`;
/** Codes that no other program counts with. A code without context must be one of them. */
export const ALONE_DIGITS = '(?:421|45[024]|52[15]|53\\d|55\\d|571)';
const ALONE = `${ALONE_DIGITS}(?=$|["'.,])`;
const BARE_ENHANCED = new RegExp(`^${ENHANCED}(?= )`);
const WITH_ENHANCED = new RegExp(`(?:^|[^\\w.])(${CODE}[ -]${ENHANCED}\\b.*)`);
const BEHIND =
  '(?:(?:\\b|_)(?:said|says|response|reply|reason|replied|answered|server|smtp\\w*|error|failed|failure|refused|code|message)\\b[^\\w]{1,4}|(?<!\\w)[<>=]{1,3}\\*{0,2} ?|\\bS: ?)';
const AFTER_WORDS = new RegExp(`${BEHIND}(${CODE}${SOME_WORDS})`, 'i');
/** `says 552: Maximum …`, as people write it. Lists number their lines so, too: only behind a word, and one of mail's codes. */
const COLON_AFTER_WORDS = new RegExp(`${BEHIND}(${ALONE_DIGITS}: ${BEHIND_CODE}.*)`, 'i');
const ALONE_AFTER_WORDS = new RegExp(`${BEHIND}(${ALONE})`, 'i');
const AT_START = new RegExp(`^["'\`(]?(${CODE}${WORDS})`);
/** Words before a number that is no reply: `pid 450 exited`, `not a 535 error`. */
const NUMBERED =
  '(?<!\\b(?:(?:not|isn.t|without)(?: an?| the| any)?|pid|port|user|id|page|room|line|size|job|order|issue|ticket|no|number|level|build|process|worker|thread|task|step|test) )';
const ANYWHERE = new RegExp(`(?:^|[^\\w.:/=-])${NUMBERED}(${CODE}${SOME_WORDS})`);
// swaks and PHPMailer.
const IN_TRANSCRIPT = new RegExp(
  `(?:<\\*\\* |SERVER -> CLIENT: |SMTP ERROR: .{1,40} command failed: )(${CODE}${WORDS})`,
);
// Python's smtplib: (535, b'5.7.8 …').
const TUPLE = new RegExp(`(?:\\(|: )(${CODE}), b?(['"])(.{1,2000}?)\\2[,)]`);
// Rust's lettre: permanent error (550): …
const IN_PARENTHESES = new RegExp(
  `(?<![\\w/-])(?:error|smtp|code|server)\\b[^\\w]{0,3}[[(](${CODE})[\\])]:? (\\S.*)`,
  'i',
);
/** A quoted speaker. */
const SAID = /\p{L}: [45]\d\d[ -]/u;
/** Words of mail. A number at the start of a sentence needs one of them to be a reply. */
const OF_MAIL =
  /mail|smtp|recipient|sender|relay|auth|login|password|user|spam|virus|block|reject|denied|refus|greylist|tls|service|server|error|again|address|domain|message|quota|rate|limit|not |command|[^\0-\x7f]/i;
const OF_HTTP =
  /\bHTTP\/\d|\b(?:GET|POST|PUT|DELETE|PATCH) (?:\/|https?:)|\bstatus ?code\b|\b[45]\d\d \(?(?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|Not Implemented|Unprocessable)/i;

/** Words about a page that a web server failed to give, and about a field of a log beside the next field. */
const IN_PROSE =
  /^[45]\d\d [a-z_]{2,20}=|^4\d\d (?:error|status|response|reply) code\b|^[45]\d\d errors? (?:on|in|when|from|page|and|at|message|if|for|while|after|but)\b|^[45]\d\d (?:when|while|whenever|because|and|but|if) |^50[0-4] (?:[Ww]hen|[Ww]hile|on|in|at|if|with|for|from|after|and|is|was|because|page|status|response|but|whenever|every)\b/;

/** Words of Symfony's Mailer, and of Swift Mailer before it, about the reply they waited for. They tell the step. */
const EXPECTED = /expected response code "?(220|235|334|354)\b/i;
const STEP_OF_EXPECTED: Record<string, StepName> = {
  220: 'greeting',
  235: 'auth',
  334: 'auth',
  354: 'data',
};

/** Words before a reply at the start of a line: CodeIgniter's (Email.php, debug output), and commands. */
const BEFORE =
  /^\W{0,4}(hello|ehlo|helo|starttls|auth|mail from|from|rcpt to|to|data):? {1,2}[45]\d\d[ -]/i;
const STEP_BEFORE: Record<string, StepName> = {
  ...{ hello: 'ehlo', ehlo: 'ehlo', helo: 'ehlo', starttls: 'starttls', auth: 'auth' },
  ...{ 'mail from': 'mail-from', from: 'mail-from', 'rcpt to': 'rcpt-to', to: 'rcpt-to' },
  data: 'data',
};

/** In one line with a whole conversation (Swift Mailer): a refusal after which the client went on, and got 503 for that. */
const BEFORE_SEQUENCE = /<< ((?:4\d\d|50[0-24-9]|5[1-7]\d)[ -]\S.{0,600}?) {1,4}(?:!!|<<|>>|\+\+) /;

/** Words of Postfix before a reply in the place of a greeting. */
const AT_GREETING = /\brefused to talk to me: \d/;

/** Finds a reply in a line of a log, with the step if the line begins with it. */
export function findReply(text: string, hints?: Hints): LoggedReply | undefined {
  const found = findReplyIn(text, hints);
  const before = STEP_BEFORE[BEFORE.exec(text)?.[1]?.toLowerCase() ?? ''];
  const step = found?.step ?? before ?? (AT_GREETING.test(text) ? 'greeting' : undefined);
  if (!found) return undefined;
  const reply = { ...found, text: withoutWrapping(found.text, text) };
  return step ? { ...reply, step } : reply;
}

function findReplyIn(text: string, hints?: Hints): LoggedReply | undefined {
  for (const [words, step] of STEP_OF_MESSAGE) {
    const match = mayFind(words, hints) ? words.exec(text) : undefined;
    if (match) return { step, text: text.slice(match.index + match[0].length), isSure: true };
  }
  const refusal = findRefusalInLog(text, hints);
  if (refusal) return { ...refusal, isSure: true };
  const ofClient = mayFindOneOf(CLIENT_REPLIES, hints) ? findClientReply(text) : undefined;
  if (ofClient) return { ...ofClient, ...withoutOrigin(ofClient.text), isSure: true };
  if (!mayFind(REPLY, hints)) return undefined;
  const tuple = TUPLE.exec(text);
  if (tuple) return { text: unpackTuple(tuple[1] ?? '', tuple[3] ?? ''), isSure: true };
  if (OF_HTTP.test(text)) return undefined;
  const sure = firstOf(WITH_ENHANCED.exec(text) ?? IN_TRANSCRIPT.exec(text));
  if (sure) {
    const other = VAGUE.test(sure) ? anotherBehind(text, sure) : undefined;
    return { ...withoutOrigin(other ?? sure), isSure: true };
  }
  const somewhere =
    AFTER_WORDS.exec(text) ??
    COLON_AFTER_WORDS.exec(text) ??
    (OF_MAIL.test(text) || SAID.test(text) ? ANYWHERE.exec(text) : null) ??
    ALONE_AFTER_WORDS.exec(text);
  const possible = firstOf(AT_START.exec(text) ?? somewhere);
  const [, code, words] = (possible ? undefined : IN_PARENTHESES.exec(text)) ?? [];
  const found = possible ?? (code && `${code} ${words}`);
  if (!found || IN_PROSE.test(found)) return undefined;
  const earlier = found.startsWith('503') ? BEFORE_SEQUENCE.exec(text)?.[1] : undefined;
  if (earlier) return { ...withoutOrigin(earlier), isSure: true };
  const reply = withoutOrigin(found);
  const expected = STEP_OF_EXPECTED[EXPECTED.exec(text)?.[1] ?? ''];
  if (expected && !reply.step) return { ...reply, step: expected, isSure: true };
  return { ...reply, isSure: reply.step !== undefined };
}

/** A whole reply without a reason. */
const VAGUE =
  /^[45]\d\d [45]\.\d\.\d{1,3} (?:internal (?:server )?error|error|failed|transaction failed)\W{0,3}$/i;

/** Another reply in the same line, behind one that gives no reason. */
function anotherBehind(text: string, vague: string): string | undefined {
  const rest = text.slice(text.indexOf(vague) + vague.length);
  return firstOf(
    WITH_ENHANCED.exec(rest) ?? AFTER_WORDS.exec(rest) ?? COLON_AFTER_WORDS.exec(rest),
  );
}

/** The signs that close a quotation, by those that open it. An apostrophe inside of a word closes nothing. */
const CLOSING: Record<string, RegExp> = {
  ...{ '"': /(?<!\\)"/, '`': /`/, '“': /”/, '‘': /’(?!\w)/, '「': /」/, "'": /(?<!\\)'(?!\w)/ },
};

/** An address that a reply quotes, or what a person has put in its place, with quotation marks of its own. */
const IN_BRACKETS = /<["'`][^<>"'`]{1,320}["'`][^<>"'`]{0,255}>/g;

function hidden({ length }: string): string {
  return ' '.repeat(length);
}

/** The reply that an expression has found. Quoted, it ends with the quotation. */
function firstOf(match: RegExpExecArray | null): string | undefined {
  const reply = match?.[1];
  if (!match || reply === undefined) return undefined;
  const at = match.index + match[0].length - reply.length;
  const closing = CLOSING[match.input[at - 1] ?? ''];
  const end = closing?.exec(reply.replace(IN_BRACKETS, hidden))?.index;
  return end === undefined ? reply : reply.slice(0, end);
}

/** The same as `parseReply`, also for a reply whose code a program has removed. */
export function parseLoggedReply(text: string): Reply {
  const reply = parseReply(text);
  const enhanced = reply.code === null ? BARE_ENHANCED.exec(text)?.[0] : undefined;
  return enhanced ? { ...reply, enhanced } : reply;
}

const WITH_COLON = /^([45]\d\d): /;
// Line ends as programs write them into one line, and the words that Exim, Postfix and Dolibarr put behind a reply.
const ESCAPED_LINES = /(?:\\r)?\\n(?=\d{3}[ -])/g;
const BEHIND_REPLY =
  /(?:\\r)?\\n["'\]})].*$|(?<!\\r\\n)(?:\\r\\n)+$| \(set_id=.*$|; from=<.*$| Error \[\d{1,4}\]: .*$|,[\w.-]{1,255} \(\d{1,3}(?:\.\d{1,3}){3}\),.*$/;

/**
 * Exchange's own reply for a mail that waits, with what it met at the next server: `451 4.4.0 Primary target IP address responded
 * with: "421 4.2.1 Unable to connect."`. The inner reply has the reason.
 */
const WITH_REASON =
  /^4\d\d.{1,100} responded with:? ?["“'](4\d\d|5\d\d)[ .-](.{3,1500}?)["”'](?:[ .]|$)/;

/** Splits off the words that a program puts around a reply. They may name the step. */
export function withoutOrigin(raw: string): { text: string; step?: StepName } {
  const text = raw
    .replace(WITH_COLON, '$1 ')
    .replace(ESCAPED_LINES, '\n')
    .replace(BEHIND_REPLY, '')
    .replace(WITH_REASON, '$1 $2');
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

/** Whether a reply may be found. */
export function mayFindReply(hints: Hints): boolean {
  return mayFind(REPLY, hints) || mayFindOneOf(WITHOUT_CODE, hints);
}

/** Expressions that find a reply without a three-digit code. */
export const WITHOUT_CODE: readonly RegExp[] = [
  ...STEP_OF_MESSAGE.map(([words]) => words),
  ...SHAPES.map(({ words }) => words),
  ...CLIENT_REPLIES,
];
