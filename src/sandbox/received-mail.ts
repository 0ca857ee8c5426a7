import PostalMime, { decodeWords } from 'postal-mime';

// In the order in which a person looks for them.
const SHOWN_HEADERS = ['From', 'To', 'Subject', 'Date', 'Message-ID'];

/** A mail as a server took it. */
export interface ReceivedMail {
  /** The sender of the envelope (RFC 5321), an empty string for the null sender. */
  from: string;
  /** The recipients of the envelope. */
  to: string[];
  /** The mail itself (RFC 5322), with the dots of the transfer undone. */
  raw: Buffer;
}

/** What a person wants to see of a mail. */
export interface MailDescription {
  /** From, To, Subject, Date and Message-ID in this order, as far as the mail has them. */
  headers: [name: string, value: string][];
  /** The plain text, empty where there is none. */
  text: string;
  /** The HTML, empty where there is none. */
  html: string;
}

/**
 * Reads a mail (RFC 5322, MIME) for showing it: transfer encodings, character sets and the encoded
 * words of the headers (RFC 2047) are undone. Its texts come from outside and may hold control
 * characters.
 */
export async function describeMail(raw: Buffer): Promise<MailDescription> {
  const mail = await PostalMime.parse(raw);
  const headers: [string, string][] = [];
  for (const name of SHOWN_HEADERS) {
    const header = mail.headers.find(({ key }) => key === name.toLowerCase());
    if (header !== undefined) headers.push([name, decodeWords(header.value)]);
  }
  return { headers, text: mail.text ?? '', html: mail.html ?? '' };
}
