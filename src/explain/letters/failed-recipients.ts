import type {
  ReportDiagnosis,
  ReportEvidence,
  ReportWeight,
} from '../../diagnosis/diagnose-report.js';
import { fieldOf, type HeaderFields } from '../../mail/header-fields.js';
import type { Letter } from '../../mail/letter.js';
import { isSameAddress } from './addresses.js';
import { findBestEvidence } from './best-evidence.js';
import { hostInText, recipientsWithoutGroups, reporterInText } from './named-in-letter.js';
import { blocksOf, preambleOf } from './report-blocks.js';
import { readStatus, type StatusGroup, statusInText } from './status-groups.js';
import { readTranscript, type Transcript } from './transcript.js';

/** A recipient who did not get a letter, or has not got it yet. */
export interface FailedRecipient {
  /** Null where the report names nobody. */
  recipient: string | null;
  action: 'failed' | 'delayed';
  /** The date as the report has it. */
  willRetryUntil: string | null;
  remoteHost: string | null;
  reportedBy: string | null;
  evidence: ReportEvidence;
  diagnosis: ReportDiagnosis['diagnosis'];
  /** What stands behind the diagnosis. */
  weight: ReportWeight;
}

/** A report of delivery, including the recipients that were reached. */
export interface DeliveryReport {
  failed: FailedRecipient[];
  /** Actions that are no failure, such as `delivered`. */
  otherActions: string[];
}

/** Actions of RFC 3464 section 2.3.3, and further words that servers write. */
const REACHED = /^(?:delivered|relayed|expanded|deliverable|successful?)/;

/** The words of a server that gave up once and goes on trying, as OpenSMTPD's final notice says. */
const GIVEN_UP =
  /\benvelope expired\b|\bmessage expired\b|\bgiving up\b|\bwill not (?:be )?(?:retried|try)/i;

/** Words of a notice that the server goes on trying. */
const STILL_TRYING =
  /\bwarning\W{1,4}could not send|\bcould not send (?:mail|message) for past|\bdelivery (?:status notification|incomplete|delayed)? ?\(?delay|\bwarning: (?:could not send|message still)|\bwill (?:keep trying|continue to (?:be )?(?:try|retr|attempt)|be retried|retry)|\bdelivery .{0,60}\bdelayed\b|\bdo not need to re-?send\b|\bthis is a warning\b|\btemporary (?:problem|failure) report|\bhas not yet been delivered|\bnot (?:yet )?been delivered .{0,40}\byet\b|\bkeep trying\b/i;

/** Reads from a report who did not get the letter, and why. */
export function readFailedRecipients(letter: Letter): DeliveryReport {
  const inText = fieldsOf(letter);
  const report = readStatus(inText);
  const groups = report.recipients.filter((group) => group.recipient !== null || group.diagnostic);
  const otherActions = report.recipients.flatMap(({ action }) =>
    action && REACHED.test(action) ? [action] : [],
  );
  const failing = groups.filter(({ action }) => !action || !REACHED.test(action));
  if (failing.length === 0 && otherActions.length > 0) return { failed: [], otherActions };
  const known = uniqueGroups(failing);
  const names = known.flatMap(({ recipient }) => recipient ?? []);
  const recipients = names.length > 0 ? names : recipientsWithoutGroups(letter);
  const transcript = readTranscript(letter.text);
  const blocks = blocksOf(letter.text, recipients);
  const context = {
    letter,
    transcript,
    reportedBy: report.reportedBy ?? reporterInText(letter.text),
    isOnly: recipients.length <= 1,
    preamble: preambleOf(letter.text, recipients)
      .join('\n')
      .slice(0, 16 * 1024),
  };
  if (recipients.length === 0) {
    const failed = toFailed(null, known[0], letter.text.split('\n'), context);
    return { failed: failed.weight === 'none' ? [] : [failed], otherActions };
  }
  const failed = recipients.map((recipient) => {
    const group = known.find((one) => one.recipient && isSameAddress(one.recipient, recipient));
    const own = blocks.get(recipient.toLowerCase()) ?? [];
    const lines = own.length > 0 ? own : (blocks.get(group?.original?.toLowerCase() ?? '') ?? []);
    return toFailed(
      recipient,
      group ?? (names.length === 0 ? known[0] : undefined),
      lines,
      context,
    );
  });
  return { failed, otherActions };
}

/** The groups of fields: those of a report, of a notification, or those in its text. */
function fieldsOf({ status, disposition, text }: Letter): readonly HeaderFields[] {
  if (status.length > 0) return status;
  return disposition ? [disposition] : statusInText(text);
}

interface ReportContext {
  letter: Letter;
  transcript: Transcript;
  reportedBy: string | null;
  /** The report names nobody else. */
  isOnly: boolean;
  /** The text before anybody is named. */
  preamble: string;
}

function toFailed(
  recipient: string | null,
  group: StatusGroup | undefined,
  lines: readonly string[],
  { letter, transcript, reportedBy, isOnly, preamble }: ReportContext,
): FailedRecipient {
  const block = lines.join('\n').slice(0, 64 * 1024);
  const key = recipient?.toLowerCase() ?? '';
  const quoted = transcript.byRecipient.get(key) ?? (isOnly ? transcript.others : []);
  const subject = fieldOf(letter.headers, 'subject') ?? '';
  const own = findBestEvidence({ group, quoted, block, subject });
  // A report may say what became of several recipients before it names them.
  const isMute = own.result.weight === 'none' && !isOnly;
  const best = isMute ? findBestEvidence({ group, quoted, block: preamble, subject }) : own;
  const { diagnosis } = best.result;
  const action = isDelayed(group, block, letter) ? 'delayed' : 'failed';
  return {
    recipient,
    action,
    willRetryUntil: action === 'delayed' ? (group?.willRetryUntil ?? null) : null,
    remoteHost: group?.remoteHost ?? otherThan(reportedBy, transcript.host ?? hostInText(block)),
    reportedBy,
    evidence: best.evidence,
    diagnosis: action === 'delayed' ? { ...diagnosis, retryable: true } : diagnosis,
    weight: best.result.weight,
  };
}

/** A server that a text names, unless it is the one that writes: that one stands in its own words, too. */
function otherThan(reportedBy: string | null, named: string | null): string | null {
  return named?.toLowerCase() === reportedBy?.toLowerCase() ? null : named;
}

function isDelayed(group: StatusGroup | undefined, block: string, letter: Letter): boolean {
  if (GIVEN_UP.test(block)) return false;
  if (group?.action) return group.action.startsWith('delayed');
  const subject = fieldOf(letter.headers, 'subject') ?? '';
  return STILL_TRYING.test(`${subject}\n${letter.text.slice(0, 4000)}`.replace(/\s+/g, ' '));
}

function uniqueGroups(groups: readonly StatusGroup[]): StatusGroup[] {
  const seen = new Set<string>();
  return groups.filter(({ recipient }) => {
    const key = recipient?.toLowerCase() ?? '';
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
