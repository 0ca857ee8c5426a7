import { fieldOf, type HeaderField, type HeaderFields } from '../../mail/header-fields.js';
import { addressIn } from './addresses.js';

/** What a report says of one recipient in its fields (RFC 3464 section 2.3). */
export interface StatusGroup {
  /** Null where the fields name nobody. */
  recipient: string | null;
  /** The address before an alias, or what the sender wrote. */
  original: string | null;
  action: string | null;
  /** Such as `5.1.1`. */
  status: string | null;
  /** The words in parentheses behind the number of Status. */
  statusWords: string | null;
  /** The remote server's words, without their type. */
  diagnostic: string | null;
  /** The type of the diagnostic, such as `smtp` or `x-unix`, in lower case. */
  diagnosticType: string | null;
  remoteHost: string | null;
  willRetryUntil: string | null;
}

/** The fields of a report. */
export interface StatusReport {
  reportedBy: string | null;
  arrival: string | null;
  recipients: StatusGroup[];
}

/** Fields of a report, as they appear in its text. */
const FIELD =
  /^[\s>*]{0,20}(?:Reporting-MTA|Received-From-MTA|Arrival-Date|Final-Recipient|Original-Recipient|X-Actual-Recipient|Action|Status|Remote-MTA|Diagnostic-Code|Last-Attempt-Date|Will-Retry-Until)\s{0,4}:/i;

/** The most recipients. Nobody would read of more. */
const MOST_RECIPIENTS = 1000;

/**
 * Reads the groups of a report. A group that names a recipient ends where its fields repeat, since some reports leave out the
 * empty lines between groups.
 */
export function readStatus(groups: readonly HeaderFields[]): StatusReport {
  const all = groups.flat();
  const recipients = groups
    .flatMap(splitGroup)
    .filter(isOfRecipient)
    .slice(0, MOST_RECIPIENTS)
    .map(toGroup);
  return {
    reportedBy: hostOf(fieldOf(all, 'reporting-mta')),
    arrival: fieldOf(all, 'arrival-date') ?? null,
    recipients,
  };
}

/** The fields of a report that stand in a text, group by group. */
export function statusInText(text: string): HeaderField[][] {
  const groups: HeaderField[][] = [];
  let open: HeaderField[] = [];
  let folds = false;
  for (const line of text.split('\n')) {
    if (FIELD.test(line)) {
      const colon = line.indexOf(':');
      const name = line
        .slice(0, colon)
        .replace(/[\s>*]/g, '')
        .toLowerCase();
      open.push({ name, value: line.slice(colon + 1).trim() });
      folds = true;
    } else if (line.trim() === '') {
      if (open.length > 0) groups.push(open);
      open = [];
      folds = false;
    } else if (folds && /^\s/.test(line)) {
      const last = open.at(-1);
      if (last && last.value.length < 8192) last.value += ` ${line.trim()}`;
    } else folds = false;
  }
  return open.length > 0 ? [...groups, open] : groups;
}

function splitGroup(fields: HeaderFields): HeaderFields[] {
  const parts: HeaderField[][] = [[]];
  for (const field of fields) {
    const current = parts.at(-1) ?? [];
    const repeats = ['final-recipient', 'action', 'status'].includes(field.name);
    if (repeats && current.some(({ name }) => name === field.name)) parts.push([field]);
    else current.push(field);
  }
  return parts;
}

function isOfRecipient(fields: HeaderFields): boolean {
  const names = ['final-recipient', 'original-recipient', 'action', 'status', 'diagnostic-code'];
  return fields.some(({ name }) => names.includes(name));
}

function toGroup(fields: HeaderFields): StatusGroup {
  const of = (name: string) => fieldOf(fields, name);
  const recipient = addressIn(withoutType(of('final-recipient')));
  const original = addressIn(withoutType(of('original-recipient')));
  const actual = addressIn(withoutType(of('x-actual-recipient')));
  const [, type, words] =
    /^([\w-]{1,30})\s{0,3};\s{0,3}(.*)$/s.exec(of('diagnostic-code') ?? '') ?? [];
  const diagnostic = plainText(words ?? of('diagnostic-code'));
  const [status] = /[245]\.\d{1,3}\.\d{1,3}/.exec(of('status') ?? '') ?? [];
  return {
    recipient: recipient ?? original ?? actual ?? null,
    original: original ?? null,
    action: /^[a-z]+/i.exec(of('action') ?? '')?.[0].toLowerCase() ?? null,
    status: status ?? null,
    statusWords: /\(([^)]{3,200})\)/.exec(of('status') ?? '')?.[1] ?? null,
    diagnostic: diagnostic === '' ? null : diagnostic,
    diagnosticType: type?.toLowerCase() ?? null,
    remoteHost: hostOf(of('remote-mta')),
    willRetryUntil: of('will-retry-until') ?? null,
  };
}

/** The value without its type: `rfc822;`, `rfc/822;`, `utf-8;`. */
function withoutType(value: string | undefined): string | undefined {
  return value?.replace(/^\s*[\w/.-]{1,30}\s{0,3};\s{0,3}/, '');
}

/** The name or address of a host, without the words behind it. */
export function hostOf(value: string | undefined): string | null {
  const host = /^\[?[\w.:-]{1,255}\]?/.exec(withoutType(value)?.trim() ?? '')?.[0] ?? '';
  const plain = host.replace(/^\[|\]$/g, '').replace(/[.:]$/, '');
  return plain === '' ? null : plain;
}

// 163 writes HTML's entities into its fields.
function plainText(value: string | undefined): string {
  return (value ?? '')
    .replace(/&nbsp;?/gi, ' ')
    .replace(/&lt;?/gi, '<')
    .replace(/&gt;?/gi, '>')
    .replace(/&amp;/gi, '&')
    .replace(/&quot;/gi, '"')
    .replace(/<br ?\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
