import { htmlToText } from '../../mail/html-text.js';
import { decodeUnknownBytes } from '../../mail/unknown-charset.js';

/** How a text holds letters: one or many with their headers, or one whose header is lost. */
export type LetterForm = 'letters' | 'pasted';

/** How much of a text is read to tell what it is. */
export const BEGINNING = 16 * 1024;

/** Fields of a mail, of which each has some (RFC 5322 section 3.6), and fields of servers on the way. */
const MAIL_FIELD =
  /^(?:Return-Path|Received|Delivered-To|X-Original-To|From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|Content-Transfer-Encoding|Reply-To|Cc|Sender|DKIM-Signature|Authentication-Results|Auto-Submitted|X-Failed-Recipients|Envelope-To|Delivery-Date|Received-SPF|ARC-Seal|Thread-Topic|Importance|Precedence)[ \t]{0,2}:/i;
const ANY_FIELD = /^[\w-]{1,76}[ \t]{0,2}:|^[ \t]/;
const MBOX = /^From \S{1,320} +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? |^From - /;

/** Fields of a report (RFC 3464). Two of them make a report. */
const REPORT_FIELD =
  /^[\s>*]{0,20}(?:Reporting-MTA|Final-Recipient|Original-Recipient|Diagnostic-Code|Remote-MTA|Last-Attempt-Date|Arrival-Date|X-Failed-Recipients)\s{0,2}:/gim;

/** Sentences with which reports begin, by the programs that write them. */
export const REPORT_WORDS =
  /\b(?:this is the mail system at host|(?:mail|message) delivery (?:failed|software)|delivery to the following recipients? (?:failed|has been delayed)|your message (?:to .{1,200}? )?(?:couldn't be|wasn't|could not be|was not) delivered|this is the (?:qmail-send|MAILER-DAEMON|Postfix) program|this is the MAILER-DAEMON|the following addresses had permanent|delivery has failed to these recipients|undeliver(?:ed|able) (?:mail|message)|did not reach the following recipient|mail agent v[\d.]{1,9} at|address not found \*\*|message not delivered \*\*|unable to deliver (?:your )?message to|delivery status notification|delivery failure notification|returned mail:|rejected your message to the following)|系统退信|退信(?:通知|原因|代码)|邮件(?:无法|未能)(?:投递|送达|发送)|无法(?:送达|投递)|投递失败|недоставленн|配信できません/i;

/**
 * Whether a text holds letters. Its beginning tells, and that of a log does not look so.
 *
 * @param bytes the beginning of the text, as plain bytes
 */
export function recogniseLetter(bytes: Uint8Array): LetterForm | undefined {
  const text = decodeUnknownBytes(bytes.subarray(0, BEGINNING)).replace(/^\ufeff/, '');
  const start = text.replace(/^(?:[ \t]*\r?\n)+/, '');
  const lines = start.split(/\r?\n|\r/, 200);
  if (MBOX.test(lines[0] ?? '') || hasHeader(lines)) return 'letters';
  if (isReport(start)) return 'pasted';
  return isHtml(start) && isReport(htmlToText(start)) ? 'pasted' : undefined;
}

/** What stands before a letter and behind its last part: the settings of who pasted it, and no server's words. */
export function besideLetter(text: string): string {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => MAIL_FIELD.test(line) || isStart(line));
  return [...lines.slice(0, Math.max(start, 0)), behindLetter(text)].join('\n');
}

/** What stands behind the last part of a letter; nothing where none ends. */
export function behindLetter(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findLastIndex((line) => /^--\S{1,70}--\s*$/.test(line));
  return end < 0 ? '' : lines.slice(end + 1).join('\n');
}

function isStart(line: string): boolean {
  return MBOX.test(line) || REPORT_WORDS.test(line) || line.search(REPORT_FIELD) >= 0;
}

/** Whether the first lines are a block of fields, two of which are a mail's. */
function hasHeader(lines: readonly string[]): boolean {
  const names = new Set<string>();
  for (const line of lines) {
    if (line.trim() === '' || !ANY_FIELD.test(line)) break;
    if (names.size === 0 && !/^[\w-]{1,76}[ \t]{0,2}:/.test(line)) break;
    const name = MAIL_FIELD.exec(line)?.[0]
      .replace(/[ \t]{0,2}:$/, '')
      .toLowerCase();
    if (name) names.add(name);
    if (names.size >= 2) return true;
  }
  return false;
}

function isReport(text: string): boolean {
  const fields = new Set(
    (text.match(REPORT_FIELD) ?? []).map((field) => field.trim().toLowerCase()),
  );
  return fields.size >= 2 || (REPORT_WORDS.test(text) && text.includes('@'));
}

function isHtml(text: string): boolean {
  return /^\s*<(?:!doctype html|html|head|body|div|table|p|meta)\b/i.test(text);
}
