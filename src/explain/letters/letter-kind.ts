import { fieldOf } from '../../mail/header-fields.js';
import type { Letter } from '../../mail/letter.js';
import type { LetterSort } from '../../report/explanation.js';
import { type DeliveryReport, readFailedRecipients } from './failed-recipients.js';
import { REPORT_WORDS } from './recognise.js';

/** A letter with what it is. */
export interface SortedLetter {
  sort: LetterSort;
  report: DeliveryReport;
}

const NONE: DeliveryReport = { failed: [], otherActions: [] };

/** Senders of reports. */
const FROM_DAEMON =
  /m(?:ailer-?)?daemon|mail ?delivery|post[-_]?master|poostmaster|delivery (?:system|sub)|system administrator|mail administrator|<>|^\s*$|microsoft outlook|content-?filter|mail deliver/i;

const COMPLAINT =
  /^unsubscribe$|\b(?:complaint about message from|abuse report|feedback report|spam report)\b/i;

const AUTO_REPLY =
  /^(?:\[?auto(?:matic)?[-\s]?(?:reply|response|matische antwort)|\[?auto\p{L}{0,12} (?:odpowied|svar|atbilde|antwoord|vastaus|ответ)|auto:|autosvar|out of (?:the )?office|autoreply|vacation\b|abwesen|automatische antwort|réponse automatique|respuesta automática|risposta automatica|автоответ|自动(?:回复|答复)|自動(?:応答|返信)|不在通知)/iu;

const READ = /^(?:read(?: receipt)?:|gelesen:|已读|lu ?:|le[ií]do:|return receipt)/i;

/** Words of a failure that no other letter has, in any language. */
const SAYS_FAILED =
  /\b(?:undeliver\w*|not (?:be )?deliver\w*|(?:could not|couldn't|cannot|can't|unable to|was ?n[o']t) (?:be )?(?:deliver|relay|reach|send|sent)\w*|deliver\w* (?:has |was )?(?:failed|failure|problem|error|status|delay\w*)|fail\w* to (?:deliver|send)|fail\w* (?:permanently|delivery)|failure notice|loop alert|mail fail(?:ure|ed)|return(?:ed|ing) (?:mail|to sender)|did not reach|error (?:sending|has occurred|delivering)|had trouble delivering|mail system error|non-?delivery|delayed|postponed|permanent(?: fatal)? error|delivery problems|user unknown|unknown user)\b|退信|无法(?:投递|送达|发送)|未能(?:投递|送达)|投递失败|发送失败|系统退信|配信できません|送信できません|送信に失敗|не доставлен|недоставлен|ne peut|non remis|unzustellbar|nicht zugestellt|no se ha podido|impossibile recapitare/i;

/** Words that only a mail system puts into a subject. */
const FAILURE_SUBJECT =
  /^\W{0,3}(?:re: |fwd?: |\w{2,3}[:：] ?)?\W{0,3}(?:undeliver\w*|returned mail|failure notice|(?:mail|message|e-?mail)? ?delivery (?:status|failure|failed|error|problem|report|notification|warning|unsuccessful|has failed|delayed)|(?:mail|message) (?:delivery|error|could not be delivered|not delivered|delayed|returned|bounced|status)|mail system error|non-?deliver\w*|failed mail|mail failed|loop alert|warning: (?:could not send|message|.{1,100} - user unknown)|nondeliverable|rejected: |delivery (?:of|to) .{1,200} (?:failed|delayed)|(?:could not|unable to) (?:be )?deliver|your (?:message|mail) (?:to .{1,200} )?(?:could not|was not|has not)|user unknown|unzustellbar|non remis|échec|mail non|notification d.état|no se (?:ha podido|pudo)|impossibile|ikke leveret|onbestelbaar|nie dostarczon|недостав|не доставлен|退信|系统退信|系統退信|(?:邮件|郵件|信件)?.{0,4}(?:投递|投遞|发送|傳送|传输)失败|无法(?:投递|送达)|未送达|配信(?:不能|できません)|メールが?.{0,6}(?:送信|配信)(?:エラー|できません))/i;

/** What Postfix writes to its postmaster of a session with an error. Without a refusal in it, no mail failed. */
const SESSION = /^postfix smtp (?:server|client): errors (?:from|to) /i;

/** Says what a letter is, and whom a report names as not reached. */
export function sortLetter(letter: Letter): SortedLetter {
  const { headers, text } = letter;
  const subject = fieldOf(headers, 'subject') ?? '';
  const isComplaint = COMPLAINT.test(subject) && hasReturned(letter);
  if (letter.feedback || isComplaint || isUnsubscription(letter, subject)) {
    return { sort: 'feedback-report', report: NONE };
  }
  if (letter.disposition && !isRejection(letter)) return sortDisposition(letter);
  if (isWrapped(letter) || isPersonal(letter, subject)) {
    return {
      sort: sortOfMail(letter, subject),
      report: NONE,
    };
  }
  const report = readFailedRecipients(letter);
  const isRefused = report.failed.some(({ evidence }) => evidence.reply.code !== null);
  if (SESSION.test(subject) && !isRefused) return { sort: 'other', report: NONE };
  const isReport = SAYS_FAILED.test(`${subject}\n${text.slice(0, 8000)}`);
  const tells = isReport || report.failed.some(({ weight }) => weight !== 'none');
  if (report.failed.length > 0 && tells) {
    const isDelay = report.failed.every(({ action }) => action === 'delayed');
    return { sort: isDelay ? 'delay' : 'bounce', report };
  }
  if (report.otherActions.length > 0) {
    const isOnItsWay = report.otherActions.some((action) => /^(?:relayed|expanded)/.test(action));
    return { sort: isOnItsWay ? 'relayed' : 'delivered', report };
  }
  return { sort: isReport ? 'other' : sortOfMail(letter, subject), report: NONE };
}

/** Sorts a notification of RFC 8098: what became of a mail once it was in the mailbox. */
function sortDisposition({ disposition }: Letter): SortedLetter {
  const said = fieldOf(disposition ?? [], 'disposition') ?? '';
  return { sort: /displayed|dispatched|processed/i.test(said) ? 'read' : 'other', report: NONE };
}

/** Words by which Dovecot says in a notification that it did not put a letter into the mailbox, or that a rule refused it. */
function isRejection({ disposition, text }: Letter): boolean {
  const said = fieldOf(disposition ?? [], 'disposition') ?? '';
  return /\b(?:deleted|denied|failed)\b/i.test(said) && /\brejected\b/i.test(text);
}

function sortOfMail({ headers }: Letter, subject: string): LetterSort {
  const automatic = fieldOf(headers, 'auto-submitted') ?? '';
  const precedence = fieldOf(headers, 'precedence') ?? '';
  const isAnswer =
    /^auto-(?:replied|generated|notified)/i.test(automatic) ||
    /auto_?reply/i.test(precedence) ||
    headers.some(({ name }) => /^x-(?:autoreply|autorespond|auto-?reply)/.test(name)) ||
    AUTO_REPLY.test(subject);
  if (isAnswer) return 'auto-reply';
  if (READ.test(subject)) return 'read';
  if (fieldOf(headers, 'list-id') ?? fieldOf(headers, 'list-unsubscribe')) return 'list';
  return headers.length > 0 ? 'received' : 'other';
}

/** Whether a letter is not a mail system's: neither fields nor sender nor words are those of a report. */
function isPersonal(letter: Letter, subject: string): boolean {
  const { headers, status, text } = letter;
  if (status.length > 0 || headers.length === 0) return false;
  if (AUTO_REPLY.test(subject)) return true;
  if (headers.some(({ name }) => name === 'x-failed-recipients')) return false;
  const from = fieldOf(headers, 'from') ?? '';
  const isNull = headers.some(({ name, value }) => name === 'return-path' && value === '<>');
  if (/^(?:final-recipient|diagnostic-code|reporting-mta)\s{0,3}:/im.test(text)) return false;
  if (FROM_DAEMON.test(from) || isNull || FAILURE_SUBJECT.test(subject)) return false;
  const beginning = text.slice(0, 8000);
  if (REPORT_WORDS.test(beginning)) return false;
  // People also write about mail that did not arrive. Only a program sends that mail back.
  const isAutomatic = fieldOf(headers, 'auto-submitted') !== undefined || hasReturned(letter);
  return !(isAutomatic && SAYS_FAILED.test(`${subject}\n${beginning}`));
}

/**
 * The name of the part in which a filter sends on what it takes for spam, as SpamAssassin does (`report_safe`). Such a mail
 * arrived.
 */
function isWrapped({ headers, original }: Letter): boolean {
  const name = fieldOf(headers, 'message-id');
  const isSame = name !== undefined && name === fieldOf(original, 'message-id');
  // Reports of some servers bear the subject of the mail that they send back.
  const isMarked = headers.some(
    (field) => /^x-spam-(?:flag|status|level)$/.test(field.name) && !/^no\b/i.test(field.value),
  );
  return isSame && isMarked && !FROM_DAEMON.test(fieldOf(headers, 'from') ?? '');
}

/** A mail that a program sends for a person who wants no more of a list (RFC 2369). */
function isUnsubscription({ headers }: Letter, subject: string): boolean {
  return /^unsubscribe$/i.test(subject.trim()) && fieldOf(headers, 'auto-submitted') !== undefined;
}

function hasReturned({ partTypes, returned }: Letter): boolean {
  return partTypes.includes('message/rfc822') || returned !== '';
}
