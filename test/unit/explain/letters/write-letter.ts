/** What a small bounce of our own is made of; what is left out gets a usual value. */
export interface BounceParts {
  recipient?: string;
  diagnostic?: string;
  status?: string;
  action?: string;
  /** The human part. */
  text?: string;
  /** Further fields of the recipient's group, such as `Remote-MTA: dns; mx.example.org`. */
  fields?: readonly string[];
  /** The header's own fields, in place of the usual ones. */
  headers?: readonly string[];
}

const HEADERS = [
  'From: MAILER-DAEMON@relay.example.net (Mail Delivery System)',
  'To: chat@example.com',
  'Subject: Undelivered Mail Returned to Sender',
  'Auto-Submitted: auto-replied',
];

/** A multipart/report (RFC 6522) as a server would send it, with LF. */
export function writeBounce({
  recipient = 'anna@example.org',
  diagnostic,
  status = '5.0.0',
  action = 'failed',
  text = '',
  fields = [],
  headers = HEADERS,
}: BounceParts): string {
  return [
    'Return-Path: <>',
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.example.net',
    'Arrival-Date: Thu, 26 Nov 2026 09:00:00 +0000',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...fields,
    ...(diagnostic === undefined ? [] : [`Diagnostic-Code: ${diagnostic}`]),
    '',
    '--b1',
    'Content-Type: message/rfc822',
    '',
    ...ORIGINAL,
    '--b1--',
    '',
  ].join('\n');
}

/** What was sent, with a line of a log in it that tells of another failure. */
export const ORIGINAL = [
  'Received: from chat.example.com by relay.example.net; Thu, 26 Nov 2026 09:00:00 +0000',
  'From: Tailchat <chat@example.com>',
  'To: anna@example.org',
  'Subject: Welcome to Tailchat',
  'Date: Thu, 26 Nov 2026 08:59:58 +0000',
  'Message-ID: <1@chat.example.com>',
  '',
  'Error: Invalid login: 535 5.7.8 Authentication failed',
  '',
];

/** A letter of plain text from a mail system. */
export function writePlain(lines: readonly string[], headers: readonly string[] = HEADERS): string {
  return ['Return-Path: <>', ...headers, '', ...lines, ''].join('\n');
}
