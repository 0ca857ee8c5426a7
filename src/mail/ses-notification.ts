import type { HeaderField } from './header-fields.js';

/** The contents of a notification, in the form of the reports that it replaces. */
export interface SesNotification {
  status: HeaderField[][];
  /** The fields of a complaint; null for any other notification. */
  feedback: HeaderField[] | null;
}

const KIND = /"(?:notificationType|eventType)"\s*:\s*"(\w{3,20})"/;
const RECIPIENT = /\{[^{}]{0,2000}"emailAddress"[^{}]{0,6000}\}/g;

/** So many recipients at most. */
const MOST = 1000;

/**
 * Reads a notification of Amazon SES, which SNS sends by mail: JSON in place of a report. Its bounces and complaints become the
 * fields of a report. The notification is searched for its names, since saved ones are often no valid JSON any more.
 *
 * @param text a letter's text
 * @returns null where it holds no such notification
 */
export function readSesNotification(text: string): SesNotification | null {
  if (!text.trimStart().startsWith('{')) return null;
  // SNS puts the notification into an envelope, as a text within JSON.
  const plain = text.replace(/(?<!\\)\\+(["/])/g, '$1');
  const kind = KIND.exec(plain)?.[1];
  if (!kind) return null;
  if (/^complaint$/i.test(kind)) {
    return {
      status: [],
      feedback: [{ name: 'feedback-type', value: textOf(plain, 'complaintFeedbackType') }],
    };
  }
  const isBounce = /^bounce$/i.test(kind);
  const recipients = (plain.match(RECIPIENT) ?? []).slice(0, MOST);
  const status = isBounce ? recipients.map(toGroup) : [[{ name: 'action', value: 'delivered' }]];
  return isBounce || /^delivery$/i.test(kind) ? { status, feedback: null } : null;
}

function toGroup(recipient: string): HeaderField[] {
  return [
    { name: 'final-recipient', value: textOf(recipient, 'emailAddress') },
    { name: 'action', value: textOf(recipient, 'action') || 'failed' },
    { name: 'status', value: textOf(recipient, 'status') },
    { name: 'diagnostic-code', value: textOf(recipient, 'diagnosticCode') },
  ].filter(({ value }) => value !== '');
}

function textOf(json: string, name: string): string {
  const value = new RegExp(`"${name}"\\s*:\\s*"([^"]{0,4000})"`).exec(json)?.[1] ?? '';
  return value.replace(/\s+/g, ' ').trim();
}
