import type { Evidence } from '../diagnosis/evidence.js';
import type { StepName } from '../report/report.js';
import { type Hints, mayFind } from './hints.js';
import { closed, type Pattern, timedOut } from './pattern.js';

/** A refusal in the log of the server that made it, or of one that met it further on. */
export interface RefusalInLog {
  step: StepName;
  /** The reply with its code. */
  text: string;
}

const CODE = '[45](?:\\d\\d|\\.\\d{1,3}\\.\\d{1,3})';

/** A line of a log, and where in it the step and the reply stand. */
interface Shape {
  words: RegExp;
  /** What is said where the line gives no code. */
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
    // Exim writes no code: it says 550, and 451 of what it calls temporary.
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
    // Postscreen gives no code where it has no time.
    words: /: reject: (CONNECT) from \S{1,300}: (too many connections|all server ports busy)$/,
    code: () => 421,
  },
  {
    // Exim's access lists, and what is asked after DATA.
    words:
      /\b(?:rejected|dropped) by (?:'(connect|helo|mail|rcpt|predata|data|mime)' ACL|local_scan\(\)): (\S.{1,2000})$/,
    code: (line) => (line.includes('temporarily rejected ') ? 451 : 550),
  },
  {
    // Exim: what it answered to a login that it did not offer.
    words:
      /\bSMTP protocol error in "(AUTH)\b.{0,500} ((?:AUTH command used|\S{1,40} authentication mechanism) .{1,200})$/i,
    code: () => 503,
  },
  {
    // Domino: the reason stands behind it.
    words: /Connection (from) \[[^\]]{2,45}\] rejected for policy reasons\. (\S.{1,300})$/,
    code: () => 554,
  },
  { words: new RegExp(`\\bcommand="([A-Z]{4}).{0,400}?" result="(${CODE} [^"]{1,2000})"`) },
];

const STARTS_CODED = /^[45](?:\d\d|\.\d{1,3}\.\d{1,3})[ -]/;

const STEPS: Record<string, StepName> = {
  CONNECT: 'greeting',
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
};

/** Finds a refusal in a line of a mail server's log, with the step that the line names. */
export function findRefusalInLog(line: string, hints?: Hints): RefusalInLog | undefined {
  for (const { words, code } of SHAPES) {
    if (!mayFind(words, hints)) continue;
    const [, at = '', reply = ''] = words.exec(line) ?? [];
    if (reply === '') continue;
    const isCoded = STARTS_CODED.test(reply);
    if (!isCoded && !code) continue;
    return {
      step: STEPS[at] ?? STEPS[at.toUpperCase()] ?? 'data',
      text: isCoded ? reply : `${code?.(line)} ${reply}`,
    };
  }
  return undefined;
}

/** The client of Postfix, Exim's line of a delivery that failed, and Sendmail's. */
const OF_DELIVERY =
  /\bpostfix[\w.-]{0,40}\/(?:[\w.-]{1,40}\/)?(?:smtp|lmtp|relay|error)\[\d|\bstatus=(?:deferred|bounced|undeliverable)\b|\s(?:==|\*\*) \S{1,320} .{0,400}\bT=\w|\bstat=(?:Deferred|Host unknown|Service unavailable)/;

/** Says of a line that tells how a mail server fared with the next one that whoever gave it the mail had come through. */
export function wayOf(line: string): Pick<Evidence, 'isPassedOn'> {
  return OF_DELIVERY.test(line) ? { isPassedOn: true } : {};
}

/** What mail servers' logs say of a failure without a reply. */
export const SERVER_PATTERNS: readonly Pattern[] = [
  // Postfix, as a client.
  {
    words: /\bconversation with \S{1,300} timed out while receiving the initial server greeting/,
    step: 'greeting',
    evidence: timedOut,
    weight: 'sure',
  },
  {
    words: /\bconversation with \S{1,300} timed out while /,
    step: 'data',
    evidence: timedOut,
    weight: 'sure',
  },
  {
    words: /\blost connection with \S{1,300} while /,
    step: 'greeting',
    evidence: closed,
    weight: 'sure',
  },
  {
    words: /\bcertificate verification failed for \S{1,300}: (?:untrusted issuer|num=\d)/,
    step: 'starttls',
    cause: 'certificate-untrusted',
    weight: 'sure',
  },
  {
    words:
      /\bSSL_(?:connect|accept) error (?:to|from) \S{1,300}: (?:lost connection|Connection|-?\d)/,
    step: 'starttls',
    cause: 'tls-failed',
    weight: 'sure',
  },
  // Exim.
  {
    words: /\bsender verify fail for </,
    step: 'mail-from',
    cause: 'sender-rejected',
    weight: 'sure',
  },
  {
    words: /SMTP protocol synchronization error|due to pre-greeting traffic/,
    step: 'ehlo',
    cause: 'protocol-error',
    weight: 'sure',
  },
  // Kerio Connect.
  {
    words: /^(?:\[[^\]]{1,40}\] )?Relay attempt from IP address .{1,600} rejected$/,
    step: 'rcpt-to',
    cause: 'relay-denied',
    weight: 'sure',
  },
  {
    words:
      /\bIP address \S{3,45} (?:found in DNS blacklist|has no reverse DNS entry).{1,600} rejected\b/,
    step: 'greeting',
    cause: 'ip-blocked',
    weight: 'sure',
  },
  {
    words: /\brejected: sender domain does not exist/,
    step: 'mail-from',
    cause: 'sender-rejected',
    weight: 'sure',
  },
  // Dovecot: a password in plain text before TLS.
  {
    words: /\btried to use disa(?:bl|llow)ed plaintext auth\b/,
    step: 'auth',
    cause: 'auth-needs-tls',
    weight: 'sure',
  },
  {
    words:
      /SASL: Connect to \S{1,200} failed|authentication failed: Connection lost|no SASL authentication mechanisms|cannot connect to saslauthd/i,
    step: 'auth',
    cause: 'server-error',
    weight: 'sure',
  },
  {
    words:
      /SASL \S{1,30} authentication failed:? |\bAUTH failure \(\S{1,20}\): |\bbadlogin: |\bLOGIN FAILED, (?:user|method)=|\b(?:pam|sql|ldap|passwd-file|static|lua)\([^)]{1,300}\): (?:unknown user|invalid credentials)|\bauth failed, \d+ attempts|\bpassword mismatch\b|pam_authenticate\(\) failed/i,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'sure',
  },
];
