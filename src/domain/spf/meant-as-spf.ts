import { isSpfRecord, parseSpf } from './parse-spf.js';

/** A term that stands in SPF records alone. */
const OWN_TERM = /(?:include|exists|redirect|ip[46])[:=][^\s;,]|[-~?+]all\b/i;
/** The terms of a spoilt text, wherever its beginning ends. */
const TERM =
  /[-~?+]?(?:(?:include|exists|ip[46]):|(?:redirect|exp)=)[^\s;,]+|[-~?+]all\b|(?<=[\s;,])(?:all|[-~?+]?(?:a|mx)(?:[:/][^\s;,]+)?)(?=[\s;,]|$)/gi;

/** Whether a text is meant as an SPF record, though receivers do not take it for one. Sender ID (RFC 4406) is something else. */
export function isMeantAsSpf(text: string): boolean {
  if (isSpfRecord(text) || /^\W*spf2\.0/i.test(text)) return false;
  return OWN_TERM.test(text.normalize('NFKC'));
}

/** The record that a spoilt text was meant as; undefined where that is not known. */
export function repairedSpf(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[^ -~]|["'`\\]/g, '');
  const record = ['v=spf1', ...(plain.match(TERM) ?? [])].join(' ');
  const read = parseSpf(record);
  return 'problem' in read || (read.mechanisms.length === 0 && !read.redirect) ? undefined : record;
}
