import type { Cause } from '../../report/causes.js';
import type { StepName } from '../../report/report.js';
import type { Evidence } from '../evidence.js';
import { hasExtension, replyClass } from '../reply.js';
import { plainWords, wordsOf } from './reply-words.js';
import { says } from './words/says.js';

/**
 * Reply codes by step: RFC 5321 section 4.2.2 and 4.3.2, RFC 4954 section 6, RFC 3207, RFC 7504. Some servers write an enhanced
 * code (RFC 3463) as one of three digits: 511 is 5.1.1.
 */
const REPLY_CODES: Partial<Record<StepName, Record<number, Cause>>> = {
  // A server that has not greeted yet knows only the client's address, so a refusal is one of the address. 521 (RFC 7504) is a
  // server that takes mail from nobody.
  greeting: { 521: 'server-error', 550: 'ip-blocked', 554: 'ip-blocked', 571: 'ip-blocked' },
  ehlo: { 501: 'helo-rejected', 504: 'helo-rejected', 550: 'helo-rejected', 553: 'helo-rejected' },
  auth: {
    432: 'auth-failed',
    500: 'auth-mechanism-unsupported',
    502: 'auth-mechanism-unsupported',
    504: 'auth-mechanism-unsupported',
    534: 'auth-mechanism-unsupported',
    535: 'auth-failed',
    538: 'auth-needs-tls',
  },
  'mail-from': {
    501: 'sender-syntax',
    550: 'sender-rejected',
    551: 'sender-rejected',
    552: 'message-too-large',
    553: 'sender-rejected',
    554: 'sender-rejected',
    555: 'sender-syntax',
    ...{ 517: 'sender-rejected', 518: 'sender-rejected', 523: 'message-too-large' },
  },
  'rcpt-to': {
    501: 'recipient-syntax',
    550: 'recipient-unknown',
    551: 'recipient-rejected',
    552: 'mailbox-full',
    553: 'recipient-syntax',
    554: 'recipient-rejected',
    555: 'recipient-syntax',
    556: 'recipient-unknown',
    ...{ 511: 'recipient-unknown', 512: 'recipient-unknown', 513: 'recipient-syntax' },
    ...{ 521: 'recipient-rejected', 522: 'mailbox-full', 523: 'message-too-large' },
  },
  data: { 522: 'mailbox-full', 523: 'message-too-large', 552: 'message-too-large' },
};

/** The cause that the reply's code supports at this step. */
export function causeOfReplyCode(evidence: Evidence): Cause {
  const { step, reply } = evidence;
  const code = reply?.code ?? 0;
  // RFC 5321 section 3.8: with 421 the server says that it is closing the connection.
  if (code === 421) return 'server-busy';
  if (step === 'starttls' || isHeloTooOld(evidence)) return 'starttls-unavailable';
  if (code === 530) return causeOf530(evidence);
  if (step === 'data' && REFUSALS.has(code)) return causeOfRefusedMessage(reply);
  const cause = REPLY_CODES[step]?.[code];
  if (cause === 'recipient-unknown' && !isAboutAddress(reply)) return 'recipient-rejected';
  if (cause) return cause;
  switch (replyClass(reply)) {
    case 4:
      return 'server-error';
    case 5:
      // RFC 3463 section 3.6: the enhanced code is all that a program left of a reply.
      if (code === 0 && reply?.enhanced?.startsWith('5.5.')) return 'protocol-error';
      return causeOfPermanent(step, code);
    default:
      return 'protocol-error';
  }
}

// RFC 3207 section 4 and RFC 4954 section 6 share this code. Whichever of TLS and login is missing is meant.
function causeOf530({ step, isEncrypted, isAuthenticated, extensions = [] }: Evidence): Cause {
  if (!isEncrypted && hasExtension(extensions, 'STARTTLS')) return 'starttls-required';
  if (step === 'auth') return isEncrypted ? 'auth-failed' : 'auth-needs-tls';
  return isAuthenticated ? 'server-error' : 'auth-required';
}

/** Codes of a refusal that tell no more of a message than that it is refused. */
const REFUSALS: ReadonlySet<number> = new Set([550, 551, 553, 554, 571]);

// After DATA a server refuses either the message or the whole transaction. Only words tell which.
function causeOfRefusedMessage(reply: Evidence['reply']): Cause {
  const words = reply ? plainWords(wordsOf(reply)) : '';
  return SPEAKS_OF_CONTENT.test(words) ? 'content-rejected' : 'unknown';
}

/** Words about a refusal, the message, its parts, and the rules that it is held against. */
const SPEAKS_OF_CONTENT = says(
  '{refused}',
  '(messages?|mails?|e-?mails?|letter|body|content|headers?|fields?|lines?|attachments?|files?|extensions?|words?)',
  '(text|subject|date|links?|urls?|mime|encoding|charset|parse|parsing|format*|leak*|filter*)',
  '(polic(y|ies)|rules?|guidelines?|terms|richtlinie*|zasad|polityk|política|politique|правил|политик)',
  '(nachricht|inhalt|anhang|pièce jointe|contenu|courrier|mensaje|correo|письм|сообщени|вложени|содержим)',
  '(邮件|信件|内容|附件|主题|标题|正文|规则|策略|违反|メール|添付|메일|첨부)',
);

function causeOfPermanent(step: StepName, code: number): Cause {
  // 500 to 504: the server does not understand the commands, or refuses their order.
  if (code >= 500 && code <= 504) return 'protocol-error';
  if (step === 'auth') return 'auth-failed';
  return 'server-error';
}

// A server that knows no EHLO has no STARTTLS either, and the settings demand it.
function isHeloTooOld({ step, reply, isStarttlsRequired }: Evidence): boolean {
  const code = reply?.code;
  return step === 'ehlo' && isStarttlsRequired === true && (code === 500 || code === 502);
}

// RFC 3463 section 3.2: the subject of an enhanced code says whether the address is meant.
function isAboutAddress(reply: Evidence['reply']): boolean {
  return !reply?.enhanced || /^\d\.[01]\./.test(reply.enhanced);
}
