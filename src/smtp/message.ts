import type { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { SMTPEnvelope } from 'nodemailer/lib/smtp-connection';
import { domainOf } from '../domain-of.js';
import { TOKEN_FIELD } from '../mail/token-field.js';
import { toEnvelopeAddress } from '../settings/addresses/mail-address.js';
import type { Mailbox } from '../settings/addresses/mailbox.js';
import type { MessageOptions } from './message-options.js';

/** The default words of the mail. */
export interface MailWords {
  subject: string;
  /** The paragraphs of the body. */
  body: (facts: { sender: string; machine: string; date: string; server: string }) => string[];
}

/** A mail that is ready to be sent. */
export interface TestMessage {
  id: string;
  envelope: SMTPEnvelope;
  /** The recipients of the envelope, as nodemailer names them to the server: each once. */
  recipients: string[];
  createReadStream: () => Readable;
}

/** The sender, the machine and the recipients. */
export interface MessageFacts {
  sender: Mailbox;
  recipients: string[];
  /** The name of the machine that the mail is sent from. */
  machine: string;
  /** The mail server, `host:port`. */
  server: string;
  date: Date;
  /** The mark that identifies the mail in a mailbox. */
  token?: string | undefined;
}

/**
 * Makes the mail that `test` sends. Like Tailchat's own, it comes from `SMTP_SENDER` in HTML alone. With a text it has both
 * parts, in UTF-8 (RFC 2046 section 5.1.4). It has no attachments, and fetches nothing from elsewhere.
 */
export function composeMessage(
  facts: MessageFacts,
  options: MessageOptions,
  words: MailWords,
): TestMessage {
  const paragraphs = words.body({
    sender: facts.sender.address,
    machine: facts.machine,
    server: facts.server,
    date: facts.date.toISOString(),
  });
  const html = options.html ?? toHtml(options.text === undefined ? paragraphs : [options.text]);
  const message = new MailComposer({
    from: facts.sender,
    to: facts.recipients.map((address) => ({ address, name: '' })),
    subject: options.subject ?? words.subject,
    date: facts.date,
    ...markedBy(facts),
    // Tailchat's mails are HTML alone, which some servers and filters dislike.
    ...(options.text === undefined ? {} : { text: options.text }),
    html,
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  // Later versions quote addresses, and keep domains in other scripts, where Tailchat's does not.
  Object.assign(message, { _normalizeAddress: toEnvelopeAddress });
  const envelope = message.getEnvelope();
  return {
    id: message.messageId(),
    envelope: { from: envelope.from, to: envelope.to },
    recipients: [...envelope.to],
    createReadStream: () => message.createReadStream(),
  };
}

/** The field with a subject, as it stands in the mail that was sent: encoded, folded, without the last line end. */
export function subjectField(subject: string): string {
  const header = new MailComposer({ subject }).compile().buildHeaders();
  return /^Subject:.*(?:\r\n[ \t].*)*/m.exec(header)?.[0] ?? '';
}

/**
 * Puts the token where a mailbox can be searched for it: into Message-ID, and into a field of its own, since some servers rewrite
 * Message-ID.
 */
function markedBy({ token, sender }: MessageFacts) {
  if (token === undefined) return {};
  return { messageId: `<${token}@${domainOf(sender.address)}>`, headers: { [TOKEN_FIELD]: token } };
}

function toHtml(paragraphs: readonly string[]): string {
  const body = paragraphs
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  return `<!doctype html>\n<meta charset="utf-8">\n${body}\n`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
