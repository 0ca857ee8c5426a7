import { foundFailure } from '../../diagnosis/found-failure.js';
import { ExitCode } from '../../exit-codes.js';
import { fieldOf } from '../../mail/header-fields.js';
import { type Letter, readLetter, readPastedLetter } from '../../mail/letter.js';
import { LARGEST_LETTER, splitMbox } from '../../mail/mbox.js';
import type { FoundReceived } from '../../mail/received-mail.js';
import { decodeUnknownBytes } from '../../mail/unknown-charset.js';
import type { LetterKind, LetterSort } from '../../report/explanation.js';
import { stripControls, stripToLine } from '../../safety/control-characters.js';
import { maskSecrets } from '../../settings/mask-secrets.js';
import type { FoundExplanation, FoundFinding, FoundLetter } from '../found-explanation.js';
import type { FailedRecipient } from './failed-recipients.js';
import { type SortedLetter, sortLetter } from './letter-kind.js';
import { behindLetter, type LetterForm } from './recognise.js';

/** How letters are explained. */
export interface LettersRun {
  form: LetterForm;
  signal: AbortSignal;
  /** The letter is the header of a mail that arrived, or a part of one. */
  isHeader?: boolean;
  /** Told of each failure that is found. */
  onFinding?: (() => void) | undefined;
  /** Told of what stands in a letter with failures, in the one that it sends back, and behind it. */
  onText?: (text: string, beside: string) => void;
}

/** How much of a letter's text is told of, in characters. */
const LONGEST_TOLD = 16 * 1024;
/** The same of its own text, where settings may stand behind what a server wrote. */
const LONGEST_OWN = 256 * 1024;

/** The most findings and letters that are told. More are read only, since nobody would look at them. */
const MOST_FINDINGS = 1000;
const MOST_LETTERS = 1000;

/** The longest name, subject or date. Longer ones are cut. */
const LONGEST_NAME = 320;
const LONGEST_SUBJECT = 500;

/** How deep bounces are opened: an inner bounce, and one in that. */
const DEEPEST_BOUNCE = 2;

/** The result for an arrived mail of which there is a header, or a part of one. */
const ARRIVED: SortedLetter = { sort: 'received', report: { failed: [], otherActions: [] } };

const KINDS: Record<LetterSort, LetterKind> = {
  bounce: 'bounce',
  delay: 'delay',
  delivered: 'delivered',
  relayed: 'delivered',
  read: 'delivered',
  'feedback-report': 'feedback-report',
  'auto-reply': 'auto-reply',
  list: 'received',
  received: 'received',
  spam: 'received',
  other: 'other',
};

/**
 * Says what each letter is. For a report, says whom the mail did not reach, and why. Opens no connection, and keeps one letter in
 * memory.
 *
 * @param pieces plain bytes, as they come
 * @throws the signal's reason when it is aborted, and the errors of reading
 */
export async function explainLetters(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  { form, signal, isHeader = false, onFinding, onText }: LettersRun,
): Promise<FoundExplanation> {
  const findings: FoundFinding[] = [];
  const letters: FoundLetter[] = [];
  for await (const { bytes, line } of splitMbox(pieces)) {
    signal.throwIfAborted();
    const letter = form === 'letters' ? await readLetter(bytes) : pasted(bytes);
    const { sorted, source } = isHeader
      ? { sorted: ARRIVED, source: letter }
      : await sortDeeply(letter, DEEPEST_BOUNCE);
    const own = sorted.report.failed
      .slice(0, MOST_FINDINGS - findings.length)
      .map((failed) => toFinding(failed, lineIn(bytes, failed, line)))
      .sort((a, b) => a.line - b.line)
      .map((finding) => {
        onFinding?.();
        return findings.push(finding) - 1;
      });
    if (own.length > 0) {
      const { text, returned } = source;
      onText?.(
        `${text.slice(0, LONGEST_OWN)}\n${returned.slice(0, LONGEST_TOLD)}`,
        behindLetter(decodeUnknownBytes(bytes.subarray(-LONGEST_TOLD))),
      );
    }
    const received = sorted.sort === 'received' ? await receivedOf(source, bytes) : undefined;
    if (letters.length < MOST_LETTERS) {
      const sort = received?.isSpam ? 'spam' : sorted.sort;
      const summary = summarise(sort, source, line, own);
      letters.push(received ? { ...summary, received } : summary);
    }
  }
  const ok = findings.length > 0;
  const exitCode = ok ? ExitCode.ok : ExitCode.nothingFound;
  return { schemaVersion: 1, command: 'explain', ok, exitCode, findings, letters };
}

function pasted(bytes: Buffer): Letter {
  return readPastedLetter(decodeUnknownBytes(bytes).replaceAll('\r\n', '\n'));
}

/** Looks into a report that tells nothing itself but sends back one that does. */
async function sortDeeply(
  letter: Letter,
  depth: number,
): Promise<{ sorted: SortedLetter; source: Letter }> {
  const sorted = sortLetter(letter);
  const tells = sorted.report.failed.some(({ weight }) => weight !== 'none');
  const isReport = ['bounce', 'delay', 'other'].includes(sorted.sort);
  if (!isReport || tells || letter.returned === '' || depth === 0)
    return { sorted, source: letter };
  const inner = await sortDeeply(await readLetter(Buffer.from(letter.returned)), depth - 1);
  const isBetter = inner.sorted.report.failed.some(({ weight }) => weight !== 'none');
  return isBetter ? inner : { sorted, source: letter };
}

async function receivedOf({ headers }: Letter, bytes: Buffer): Promise<FoundReceived> {
  const { readReceived } = await import('../../mail/received-mail.js');
  const clean = (text: string) => maskSecrets(stripToLine(text));
  return await readReceived(headers, clean, bytes.length < LARGEST_LETTER ? { bytes } : undefined);
}

function toFinding(failed: FailedRecipient, line: number): FoundFinding {
  const { evidence, diagnosis } = failed;
  const recipient = clean(failed.recipient, LONGEST_NAME);
  const text = maskSecrets(stripControls(evidence.reply.text)).trim();
  const hasWords = text !== '' && text !== evidence.reply.enhanced;
  const willRetryUntil = toIso(failed.willRetryUntil);
  const facts = {
    recipients: recipient ? [recipient] : undefined,
    isBounce: true,
    ...(failed.action === 'delayed' ? { putOff: { until: willRetryUntil } } : {}),
  };
  const reply = hasWords ? { reply: { ...evidence.reply, text } } : {};
  return {
    line,
    failure: foundFailure(diagnosis, { step: evidence.step, ...reply }, facts),
    bounce: {
      recipient,
      action: failed.action,
      willRetryUntil,
      remoteHost: clean(failed.remoteHost, LONGEST_NAME),
      reportedBy: clean(failed.reportedBy, LONGEST_NAME),
    },
  };
}

function summarise(
  sort: LetterSort,
  letter: Letter,
  line: number,
  findings: number[],
): FoundLetter {
  const { headers, original } = letter;
  const isReport = sort === 'bounce' || sort === 'delay';
  // The subject of a report is not that of the mail it is about.
  const fields = original.length > 0 || isReport ? original : headers;
  const subject = clean(fieldOf(fields, 'subject') ?? null, LONGEST_SUBJECT);
  const date = fieldOf(original, 'date') ?? (isReport ? undefined : fieldOf(headers, 'date'));
  return {
    kind: KINDS[sort],
    sort,
    line,
    subject,
    sent: toIso(date ?? null),
    findings,
  };
}

/** The first line below the header that names the recipient, else the line where the letter begins. */
function lineIn(bytes: Buffer, { recipient }: FailedRecipient, start: number): number {
  const body =
    bytes.indexOf('\n\n') >= 0 ? bytes.indexOf('\n\n') : Math.max(0, bytes.indexOf('\n\r\n'));
  const at = recipient ? bytes.indexOf(recipient, body) : -1;
  if (at < 0) return start;
  let lines = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0 && end < at; end = bytes.indexOf(0x0a, end + 1))
    lines += 1;
  return start + lines;
}

function clean(text: string | null, longest: number): string | null {
  const line = text === null ? '' : maskSecrets(stripToLine(text)).slice(0, longest);
  return line === '' ? null : line;
}

/** A date of a header (RFC 5322 section 3.3) as ISO 8601; null where it is none. */
function toIso(date: string | null): string | null {
  const time = date === null ? Number.NaN : Date.parse(date.trim().replace(/\([^()]*\)$/, ''));
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
