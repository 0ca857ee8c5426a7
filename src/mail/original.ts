/** Lines by which mail programs announce the letter that they send back. */
const ANNOUNCEMENTS: readonly RegExp[] = [
  /^[\s>]*[-=_*#]{2,}[\s>]*.{0,40}\b(?:original|unsent|undelivered|returned|header of the|headers? of your|copy of (?:the|your)) (?:message|mail|e-?mail|letter|header)/i,
  /^[\s>|]*[-=_*#|]{2,}.{0,30}\b(?:below this line|copy of the message|message headers?|message (?:text )?follows|original)\b/i,
  /^[\s>]*(?:the )?(?:original |your )?(?:message|mail|header)s?(?: headers?)? follows?\b.{0,20}$/i,
  /\b(?:original|returned|unsent) (?:e-?mail|mail|message|letter)s? follows?\s{0,3}:/i,
  /^[\s>]*(?:below is|included is|attached is|here is|this is) (?:a |the )?(?:copy of|header of|original|first)/i,
  /^[\s>]*(?:original message|original (?:message )?headers?|message headers?|header of the original message)[\s-]*(?::[\s-]*)?$/i,
  /^[\s>]*(?:En-t\u00eates de message d.origine|Urspr\u00fcngliche Nachrichtenkopfzeilen|Kopfzeilen der urspr.{0,20}|Encabezados (?:de|del) mensaje original.{0,3}|Intestazioni (?:del )?messaggio originale|\u539f\u59cb\u90ae\u4ef6\u5934|\u90ae\u4ef6\u5934\u4fe1\u606f|\u539f\u59cb\u90ae\u4ef6|\u539f\u90ae\u4ef6)\s*[:\uff1a]?\s*$/i,
  /^Content-Type:\s*(?:message\/rfc822|text\/rfc822-headers)/i,
];

/** Fields that begin a letter which is sent back without an announcement. Nobody writes them by hand. */
const MACHINE_FIELD =
  /^(?:Received|Return-Path|DKIM-Signature|Delivered-To|X-Received|X-Originating-IP|X-Google-[\w-]+|Authentication-Results|ARC-\w[\w-]+|Message-ID|MIME-Version|X-[\w-]+)\s{0,2}:/i;
const ANY_FIELD = /^(?:[A-Za-z][\w-]{1,40}\s{0,2}:|[ \t]+\S)/;
const TELLING_FIELD =
  /^(?:Received|Return-Path|Date|From|To|Subject|Message-ID|MIME-Version|Content-Type|DKIM-Signature)\s{0,2}:/i;
/** Fields of a report. A block that contains them is no letter that is sent back. */
const REPORT_FIELD =
  /^(?:Reporting-MTA|Final-Recipient|Original-Recipient|Action|Status|Diagnostic-Code|Arrival-Date)\s{0,2}:/i;

/** The lines of a block that are read to tell whether it is a header. */
const LOOK_AHEAD = 12;

/**
 * Splits a report at the letter that it sends back within its text.
 *
 * @returns the text before it, and the letter from its header on; empty where there is none
 */
export function splitOriginal(report: string): { text: string; returned: string } {
  const lines = report.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (isAnnounced(line) && hasText(lines, index)) return splitAt(lines, index, index + 1);
    if (isHeaderAt(lines, index)) return splitAt(lines, index, index);
  }
  return { text: report, returned: '' };
}

function isAnnounced(line: string): boolean {
  return line.length < 200 && ANNOUNCEMENTS.some((words) => words.test(line));
}

/** Whether words stand before a line. A letter that is sent back stands behind the words about it. */
function hasText(lines: readonly string[], end: number): boolean {
  return lines.slice(0, end).some((line) => line.trim() !== '');
}

function isHeaderAt(lines: readonly string[], index: number): boolean {
  if (!MACHINE_FIELD.test(lines[index] ?? '')) return false;
  let telling = 0;
  for (const line of lines.slice(index, index + LOOK_AHEAD)) {
    if (!ANY_FIELD.test(line) || REPORT_FIELD.test(line)) break;
    if (TELLING_FIELD.test(line)) telling += 1;
    if (telling >= 2) return true;
  }
  return false;
}

function splitAt(lines: readonly string[], end: number, start: number) {
  const returned = lines.slice(start);
  const isField = (line: string) => /^[A-Za-z][\w-]{1,40}\s{0,2}:/.test(line);
  const first = returned.findIndex(isField);
  return {
    text: lines.slice(0, end).join('\n'),
    returned: returned.slice(Math.max(first, 0)).join('\n'),
  };
}
