/** A field as it stands in a mail. */
export interface RawField {
  /** In lower case. */
  name: string;
  /** Name, colon and value, folded as they are, without the last line end; a character a byte. */
  text: string;
}

/** A mail, split where its header ends; a character a byte, its lines ended by CRLF. */
export interface RawMail {
  fields: RawField[];
  body: string;
}

/** The most fields. A hostile header is endless. */
const MOST_FIELDS = 2000;
const LONGEST_HEADER = 512 * 1024;

/**
 * Splits a mail into its fields and its body. Saved mails have often lost the CR of their line ends, which is restored.
 *
 * @returns undefined where the header is longer than any real one
 */
export function cutMail(bytes: Buffer): RawMail | undefined {
  const text = bytes.toString('latin1').replace(/\r?\n/g, '\r\n');
  const end = text.startsWith('\r\n') ? 0 : text.indexOf('\r\n\r\n');
  const header = end < 0 ? text : text.slice(0, end);
  if (header.length > LONGEST_HEADER) return undefined;
  const lines = header.split('\r\n');
  const fields: RawField[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    const name = /^([!-9;-~]{1,200})[ \t]{0,20}:/.exec(line)?.[1];
    if (/^[ \t]/.test(line) && last) last.text += `\r\n${line}`;
    else if (name !== undefined) fields.push({ name: name.toLowerCase(), text: line });
    if (fields.length > MOST_FIELDS) return undefined;
  }
  const start = end === 0 ? 2 : end + 4;
  return { fields, body: end < 0 ? '' : text.slice(start) };
}
