/** A delivery that failed, as qmail-send 1.03 logs it. Groups: no status, and the report. */
export const QMAIL_DELIVERY = /\bdelivery \d{1,12}: (?:failure|deferral): ()(\S{3,1500})$/;

/** The same, with the reply of the next server in the report. Groups: where it came, and the reply. */
export const QMAIL_REPLY =
  /\b(?:failure|deferral): \S{0,400}?(?:_(sender_was_rejected|does_not_like_recipient|failed_after_I_sent_the_message)\.\/)?Remote_host_said:_(?:\S{0,60}:_)?([45]\d\d[_-]\S{1,1500})$/;

/** The words of a report: qmail-send writes a space as an underscore and a line's end as a slash (its `logsafe`). */
export function qmailWords(report: string): string {
  const [said = ''] = report.split('/Giving_up_on_', 1);
  return said
    .replace(/\/$/, '')
    .replace(/\/([45]\d\d[_-])/g, '\n$1')
    .replaceAll('_', ' ');
}

/** The status (RFC 3463) that qmail puts behind its own words. */
export function qmailStatus(words: string): string | undefined {
  return /\(#([45]\.\d{1,3}\.\d{1,3})\)/.exec(words)?.[1];
}
