import { fieldOf } from './header-fields.js';
import { readMail } from './letter.js';

// In the order in which a person looks for them.
const SHOWN_HEADERS = ['From', 'To', 'Subject', 'Date', 'Message-ID'];

/** The parts of a mail that a person wants to see. */
export interface MailDescription {
  /** From, To, Subject, Date and Message-ID in this order, as far as the mail has them. */
  headers: [name: string, value: string][];
  /** The plain text, empty where there is none. */
  text: string;
  /** The HTML, empty where there is none. */
  html: string;
}

/**
 * Reads a mail (RFC 5322, MIME) for display. Transfer encodings, character sets and the encoded words of the headers (RFC 2047)
 * are decoded. The texts come from outside and may contain control characters.
 */
export async function describeMail(raw: Buffer): Promise<MailDescription> {
  const { headers, text, html } = await readMail(raw);
  const shown = SHOWN_HEADERS.flatMap((name): [string, string][] => {
    const value = fieldOf(headers, name.toLowerCase());
    return value === undefined ? [] : [[name, value]];
  });
  return { headers: shown, text, html };
}
