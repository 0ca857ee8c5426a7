import type { Evidence } from '../diagnosis/evidence.js';
import type { StepName } from '../report/report.js';
import { type Hints, mayFind } from './hints.js';
import { isInHouse } from './in-house.js';
import { QMAIL_REPLY, qmailWords } from './qmail-log.js';

/** A refusal in the log of the server that refused, or of a server that was refused by another. */
export interface RefusalInLog {
  /** The step, if the line names it. */
  step?: StepName;
  /** The reply with its code. */
  text: string;
}

const CODE = '[45](?:\\d\\d|\\.\\d{1,3}\\.\\d{1,3})';

/** The form of a log line, with the places of its step and its reply. */
interface Shape {
  words: RegExp;
  /** The code to assume. Present only if the line gives none. */
  code?: (line: string) => number;
}

/**
 * How Postfix (smtpd and its milters), Exim (main and reject log), Sendmail and OpenSMTPD write a refusal down.
 */
export const SHAPES: readonly Shape[] = [
  {
    words: new RegExp(
      `(?:^|: )(?:milter-|proxy-)?reject(?:_warning)?: (CONNECT|EHLO|HELO|STARTTLS|AUTH|MAIL|RCPT|DATA|BDAT|END-OF-MESSAGE|VRFY) from \\S{1,300}: (${CODE} .{1,2000}?)(?:; (?:from|to|proto|helo|client_address)=.*)?$`,
    ),
  },
  {
    words: new RegExp(
      `SMTP error from remote mail server after (?:pipelined )?(initial connection|EHLO|HELO|STARTTLS|AUTH|MAIL FROM|RCPT TO|DATA|end of data|sending data block)\\b.{0,400}?: (${CODE}[ -].{1,2000})$`,
    ),
  },
  {
    // Postfix's header and body checks (cleanup).
    words: new RegExp(
      `(?:^|: )reject: (?:mime-|nested-)?(header|body) .{1,1500}? helo=<[^>]{0,300}>: (${CODE} .{1,2000})$`,
    ),
  },
  {
    // KumoMTA's log of deliveries.
    words: /"response":\{()"code":([45]\d\d),"enhanced_code":.{0,80}?"content":"(.{1,1500}?)"/,
  },
  {
    // Exim writes no code: it sends 550, and 451 for temporary refusals.
    words:
      /(?:temporarily )?rejected (connection|EHLO or HELO|EHLO|HELO|STARTTLS|AUTH|MAIL|RCPT|DATA|after DATA)\b.{0,330}?: (\S.{1,2000})$/,
    code: (line) => (line.includes('temporarily rejected ') ? 451 : 550),
  },
  {
    words: new RegExp(
      `\\bruleset=check_(relay|mail|rcpt|compat|eoh|data)\\b.{0,700}?\\breject=(${CODE} .{1,2000})$`,
    ),
  },
  {
    // Postscreen gives no code when it is short of time.
    words: /: reject: (CONNECT) from \S{1,300}: (too many connections|all server ports busy)$/,
    code: () => 421,
  },
  {
    // Exim: a refusal by its access lists, or by the checks after DATA.
    words:
      /\b(?:rejected|dropped) by (?:'(connect|helo|mail|rcpt|predata|data|mime)' ACL|local_scan\(\)): (\S.{1,2000})$/,
    code: (line) => (line.includes('temporarily rejected ') ? 451 : 550),
  },
  {
    // Exim: its answer to a login that it did not offer.
    words:
      /\bSMTP protocol error in "(AUTH)\b.{0,500} ((?:AUTH command used|\S{1,40} authentication mechanism) .{1,200})$/i,
    code: () => 503,
  },
  {
    // Exim: a login that it refused.
    words: new RegExp(
      `\\b(authenticator) failed for \\S.{0,330}?: (${CODE} .{1,2000}?)(?: \\(set_id=.{0,400})?$`,
    ),
  },
  {
    // Domino: the reason stands behind this line's words.
    words: /Connection (from) \[[^\]]{2,45}\] rejected for policy reasons\. (\S.{1,300})$/,
    code: () => 554,
  },
  { words: new RegExp(`\\bcommand="([A-Z]{4}).{0,400}?" result="(${CODE} [^"]{1,2000})"`) },
  // Sendmail's milters.
  {
    words: new RegExp(
      `\\bMilter: (data|eoh|body|eom|header|to=|from=|helo=|connect)\\b.{0,700}?\\breject=(${CODE} .{1,2000})$`,
    ),
  },
  { words: QMAIL_REPLY },
  // OpenSMTPD, as a client.
  {
    words: new RegExp(
      `\\b(?:result="?|relay: |delivery: |status=)(?:TempFail|PermFail)\\b.{0,900}?\\bstat="?(?:(AUTH|BANNER|EHLO|HELO|STARTTLS) rejected: )?(${CODE}[ -].{1,2000}?)"?$`,
    ),
  },
  {
    // Haraka 3 (plugins.js, constants.js): the decision of a plugin.
    words:
      /\bhook=(\w{3,30}) plugin=\S{1,80} function=\S{1,80} params=.{0,700}? retval=DENY(?:SOFT)?(?:DISCONNECT)? msg="(.{1,1500})"$/,
    code: (line) => (line.includes('retval=DENYSOFT') ? 450 : 550),
  },
  // Stalwart 0.13 (crates/trc): the event, then its properties.
  {
    words:
      /\(delivery\.([a-z-]{4,40})\) .{0,2000}?\bcode = ([45]\d\d), (?:details|reason) = "(.{1,1500}?)"/,
  },
  // Maddy 0.8 (framework/exterrors): fields of JSON in alphabetical order.
  {
    words:
      /\b(?:(MAIL FROM|RCPT|DATA) error|delivery attempt failed)\b.{0,2000}?"smtp_code":([45]\d\d),"smtp_enchcode":"([45]\.\d{1,3}\.\d{1,3})","smtp_msg":"(.{1,1500}?)"/,
  },
];

/** A good answer, which refuses nothing. */
const STARTS_GOOD = /^[23]\d\d[ -]/;
const STARTS_CODED = /^[45](?:\d\d|\.\d{1,3}\.\d{1,3})[ -]/;

const STEPS: Record<string, StepName> = {
  CONNECT: 'greeting',
  BANNER: 'greeting',
  connection: 'greeting',
  'initial connection': 'greeting',
  relay: 'greeting',
  connect: 'greeting',
  from: 'greeting',
  helo: 'ehlo',
  EHLO: 'ehlo',
  HELO: 'ehlo',
  'EHLO or HELO': 'ehlo',
  STARTTLS: 'starttls',
  AUTH: 'auth',
  MAIL: 'mail-from',
  'MAIL FROM': 'mail-from',
  mail: 'mail-from',
  RCPT: 'rcpt-to',
  'RCPT TO': 'rcpt-to',
  rcpt: 'rcpt-to',
  compat: 'rcpt-to',
  VRFY: 'rcpt-to',
  'to=': 'rcpt-to',
  sender_was_rejected: 'mail-from',
  does_not_like_recipient: 'rcpt-to',
  'from=': 'mail-from',
  'helo=': 'ehlo',
  ehlo: 'ehlo',
  lookup_rdns: 'greeting',
  authenticator: 'auth',
  rcpt_ok: 'rcpt-to',
  unrecognized_command: 'auth',
  'greeting-failed': 'greeting',
  'ehlo-rejected': 'ehlo',
  'start-tls-unavailable': 'starttls',
  'auth-failed': 'auth',
  'mail-from-rejected': 'mail-from',
  'rcpt-to-rejected': 'rcpt-to',
  'rcpt-to-failed': 'rcpt-to',
};

/** Finds a refusal in a line of a mail server's log, with the step that the line names. */
export function findRefusalInLog(line: string, hints?: Hints): RefusalInLog | undefined {
  for (const { words, code } of SHAPES) {
    if (!mayFind(words, hints)) continue;
    const [, at = '', ...parts] = words.exec(line) ?? [];
    const joined = parts.join(' ');
    const reply = words === QMAIL_REPLY ? qmailWords(joined) : joined;
    if (reply === '') continue;
    const isCoded = STARTS_CODED.test(reply);
    if (!isCoded && (!code || STARTS_GOOD.test(reply))) continue;
    const text = isCoded ? reply : `${code?.(line)} ${reply}`;
    return at === '' ? { text } : { step: STEPS[at] ?? STEPS[at.toUpperCase()] ?? 'data', text };
  }
  return undefined;
}

/** The lines about delivery by Postfix's client, Exim and Sendmail: of their logs, their queues and their bounces. */
const OF_DELIVERY =
  /\bpostfix[\w.-]{0,40}\/(?:[\w.-]{1,40}\/)?(?:smtp|lmtp|relay|error|local|virtual|pipe)\[\d|\bstatus=(?:deferred|bounced|undeliverable|TempFail|PermFail|(?:force-)?expired)\b|\bdelivery \d{1,12}: (?:failure|deferral): |\s(?:==|\*\*) \S{1,320} .{0,400}\b[RT]=\w|\bstat=(?:Deferred|Host unknown|Service unavailable)|\bmta delivery evpid=|\brelay: (?:Temp|Perm)Fail for |\((?:delivery)\.|\[outbound\]|\bdelivery attempt failed\t|\bName service error for name=|\bconnect to [\w.-]{1,255}\[[\d.:a-f]{3,45}\]:\d|\b(?:host|with) [\w.-]{1,255}\[[\d.:a-f]{3,45}\] (?:said|refused|while|timed)|^\s*<[^\s<>@]{1,64}@[^\s<>]{1,255}>: (?!\w{0,40}(?:Error|Exception)\b|Invalid |connect E)|\bretry timeout exceeded|\bSMTP (?:error from remote mail server after|timeout while connected to) |\bclosed connection in response to |\bH=\S{1,255} \[[\d.:a-f]{3,45}\](?::\d+)?:? (?:Connection|No route|Network|Operation)|^\s*\((?:Deferred|host map): /;

/**
 * A server of the recipient's, as people quote it: Postfix's words without the address, of a name that servers have which take
 * mail from everybody, and "the recipient's server said".
 */
const OF_RECIPIENT =
  /\bhost (?:[\w-]{0,40}mx[\w-]{0,40}\.|[\w-]{1,63}\.(?:mx\w{0,20}|mail\.protection)\.|[\w.-]{1,80}-smtp-in\.)[\w.-]{1,200} (?:said|refused)\b|\b(?:recipient|receiv(?:er|ing))(?:['’]s)?(?: mail| email| e-mail| smtp)? ?server (?:said|says|returned|repl\w{1,4}|respon\w{1,5}|answered|rejected|refused)\b|\b(?:response from the remote|error that the other) (?:mail )?server (?:was|returned was)\b|(?:对方|收件人?方?|收信方?|目标|接收方)的?(?:邮箱|邮件|电子邮件)?(?:服务器|邮局|系统)(?:返回|提示|回复|答复|应答|拒绝|拒收|报错?|说|给出|的?错误)/i;

/** The end of a line that says who speaks in the next one. */
const ENDS_OPEN = /(?:[:：]|\b(?:said|says|returned|replied)|返回|提示|回复|答复)$/;
const LONGEST_INTRODUCTION = 300;

/** Whether a line introduces a reply of a server's further on. */
export function isIntroduction(text: string): boolean {
  if (text.length > LONGEST_INTRODUCTION || !ENDS_OPEN.test(text)) return false;
  return OF_DELIVERY.test(text) || OF_RECIPIENT.test(text);
}

/** Marks a line about a server's delivery to the next one: the first server had already taken the mail. */
export function wayOf(
  line: string,
): Pick<Evidence, 'isPassedOn' | 'isToRelay' | 'isOwn' | 'isDeferred'> {
  if (!OF_DELIVERY.test(line) && !OF_RECIPIENT.test(line)) return {};
  return {
    isPassedOn: true,
    ...(TO_RELAY.test(line) ? { isToRelay: true } : {}),
    ...(isInHouse(line) ? { isOwn: true } : {}),
    ...(DEFERRED.test(line) ? { isDeferred: true } : {}),
  };
}

/** The next server at a port of submission (RFC 6409, RFC 8314), where no server of a recipient takes mail. */
const TO_RELAY =
  /(?:\brelay=|\bH=|\bconnect to )[\w.-]{1,255} ?\[[\d.:a-f]{3,45}\]:(?:465|587)(?!\d)/;

/** The words of those servers for a delivery that is tried again, or with the next of several servers. */
const DEFERRED =
  /\bstatus=deferred\b|\bTempFail\b|\bstat=Deferred\b|: deferral: |\s== \S{1,320} .{0,400}\bdefer \(|\[outbound\] (?:deferred |Temp)|\(delivery\.[a-z-]{4,40}\) .{0,2000}?\bcode = 4\d\d\b|\bdelivery attempt failed\t.{0,2000}?"smtp_code":4|: \w{6,24}: host \S{1,300} (?:said|refused to talk to me): 4\d\d[ -]/;
