import type { StepName } from '../report/report.js';
import type { Pattern } from './pattern.js';

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
const SHAPES: readonly Shape[] = [
  {
    words: new RegExp(
      `: (?:milter-)?reject(?:_warning)?: (CONNECT|EHLO|HELO|STARTTLS|AUTH|MAIL|RCPT|DATA|BDAT|END-OF-MESSAGE|VRFY) from \\S{1,300}: (${CODE} .{1,2000}?)(?:; (?:from|to|proto|helo|client_address)=.*)?$`,
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
  { words: new RegExp(`\\bcommand="([A-Z]{4}).{0,400}?" result="(${CODE} [^"]{1,2000})"`) },
];

const STARTS_CODED = /^[45](?:\d\d|\.\d{1,3}\.\d{1,3})[ -]/;

const STEPS: Record<string, StepName> = {
  CONNECT: 'greeting',
  connection: 'greeting',
  'initial connection': 'greeting',
  relay: 'greeting',
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
export function findRefusalInLog(line: string): RefusalInLog | undefined {
  for (const { words, code } of SHAPES) {
    const [, at = '', reply = ''] = words.exec(line) ?? [];
    if (reply === '') continue;
    const isCoded = STARTS_CODED.test(reply);
    if (!isCoded && !code) continue;
    return { step: STEPS[at] ?? 'data', text: isCoded ? reply : `${code?.(line)} ${reply}` };
  }
  return undefined;
}

/** What mail servers' logs say of a failure without a reply. */
export const SERVER_PATTERNS: readonly Pattern[] = [
  {
    words:
      /SASL: Connect to \S{1,200} failed|authentication failed: Connection lost|no SASL authentication mechanisms|cannot connect to saslauthd/i,
    step: 'auth',
    cause: 'server-error',
    weight: 'sure',
  },
  {
    words:
      /SASL \S{1,30} authentication failed:? |\bauth failed, \d+ attempts|\bpassword mismatch\b|pam_authenticate\(\) failed/i,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'sure',
  },
];
