import type {
  ReportDiagnosis,
  ReportEvidence,
  ReportWeight,
} from '../../diagnosis/diagnose-report.js';
import { diagnoseReport } from '../../diagnosis/diagnose-report.js';
import { fieldOf } from '../../mail/header-fields.js';
import type { Letter } from '../../mail/letter.js';
import type { Reply, StepName } from '../../report/report.js';
import { guessStep } from '../guess-step.js';
import { addressesIn, isOfMailSystem, isSameAddress } from './addresses.js';
import { blocksOf, recipientsInText } from './report-blocks.js';
import { readStatus, type StatusGroup, statusInText } from './status-groups.js';
import { tellingWords } from './telling-words.js';
import { readTranscript, type Transcript } from './transcript.js';
import { type ReportedReply, repliesIn, stepInWords } from './words-of-reply.js';

/** Somebody who did not get a letter, or not yet. */
export interface FailedRecipient {
  /** Null where the report names nobody. */
  recipient: string | null;
  action: 'failed' | 'delayed';
  /** As the report has it. */
  willRetryUntil: string | null;
  remoteHost: string | null;
  reportedBy: string | null;
  evidence: ReportEvidence;
  diagnosis: ReportDiagnosis['diagnosis'];
  /** What stands behind the diagnosis. */
  weight: ReportWeight;
}

/** What a report of delivery says, of those that were reached as well. */
export interface DeliveryReport {
  failed: FailedRecipient[];
  /** Actions of those that are no failure, such as `delivered`. */
  otherActions: string[];
}

/** RFC 3464 section 2.3.3, and words beyond it that servers write. */
const REACHED = /^(?:delivered|relayed|expanded|deliverable|successful?)/;

/** The one who gave up says that it will go on: OpenSMTPD's final notice does. */
const GIVEN_UP =
  /\benvelope expired\b|\bmessage expired\b|\bgiving up\b|\bwill not (?:be )?(?:retried|try)/i;

/** A notice that says so of itself. */
const STILL_TRYING =
  /\bdelivery (?:status notification|incomplete|delayed)? ?\(?delay|\bwarning: (?:could not send|message still)|\bwill (?:keep trying|continue to (?:be )?(?:try|retr|attempt)|be retried|retry)|\bdelivery .{0,60}\bdelayed\b|\bdo not need to re-?send\b|\bthis is a warning\b|\btemporary (?:problem|failure) report|\bhas not yet been delivered|\bnot (?:yet )?been delivered .{0,40}\byet\b|\bkeep trying\b/i;

/** Reads who did not get the letter that a report is about, and why. */
export function readFailedRecipients(letter: Letter): DeliveryReport {
  const inText = letter.status.length > 0 ? letter.status : statusInText(letter.text);
  const report = readStatus(inText);
  const groups = report.recipients.filter((group) => group.recipient !== null || group.diagnostic);
  const otherActions = groups.flatMap(({ action }) =>
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

interface ReportContext {
  letter: Letter;
  transcript: Transcript;
  reportedBy: string | null;
  /** Nobody else is spoken of. */
  isOnly: boolean;
}

function toFailed(
  recipient: string | null,
  group: StatusGroup | undefined,
  lines: readonly string[],
  { letter, transcript, reportedBy, isOnly }: ReportContext,
): FailedRecipient {
  const block = lines.join('\n').slice(0, 64 * 1024);
  const key = recipient?.toLowerCase() ?? '';
  const quoted = transcript.byRecipient.get(key) ?? (isOnly ? transcript.others : []);
  const candidates = candidatesOf(group, quoted, block);
  const step = stepInWords(block.replace(/\s+/g, ' '));
  const judged = candidates.map((candidate) => judge(candidate, step));
  const best = pickBest(judged.filter(({ evidence }) => agrees(evidence.reply, judged[0])));
  const action = isDelayed(group, block, letter) ? 'delayed' : 'failed';
  return {
    recipient,
    action,
    willRetryUntil: action === 'delayed' ? (group?.willRetryUntil ?? null) : null,
    remoteHost: group?.remoteHost ?? transcript.host ?? hostInText(block),
    reportedBy,
    evidence: best.evidence,
    diagnosis: best.result.diagnosis,
    weight: best.result.weight,
  };
}

interface Candidate {
  reply: Reply;
  step?: StepName | undefined;
}

interface Judged {
  evidence: ReportEvidence;
  result: ReportDiagnosis;
}

/** The evidence, the surest first: what is said of the diagnosis, then in the text, last the status. */
function candidatesOf(
  group: StatusGroup | undefined,
  quoted: readonly ReportedReply[],
  block: string,
): Candidate[] {
  const diagnostic = group?.diagnostic ?? '';
  const coded = repliesIn(diagnostic);
  const spoken = tellingWords(block);
  const inText = spoken.flatMap(repliesIn);
  const status = group?.status;
  return [
    ...coded,
    ...(coded.length === 0 && diagnostic ? [uncoded(diagnostic)] : []),
    ...quoted,
    ...inText,
    ...spoken.filter((words) => repliesIn(words).length === 0).map(uncoded),
    ...(group?.statusWords ? [uncoded(group.statusWords)] : []),
    ...(status ? [{ reply: { code: null, enhanced: status, text: status } }] : []),
  ];
}

function uncoded(words: string): Candidate {
  return { reply: { code: null, enhanced: null, text: words.slice(0, 2000) } };
}

function judge({ reply, step }: Candidate, told: StepName | undefined): Judged {
  const evidence: ReportEvidence = { step: step ?? told ?? stepOf(reply), reply };
  return { evidence, result: diagnoseReport(evidence) };
}

// No recipient is refused at a login: the codes that belong to one are the mailbox's here.
function stepOf(reply: Reply): StepName {
  if (reply.code === null && reply.enhanced === null) return 'rcpt-to';
  const step = guessStep(reply);
  return step === 'auth' ? 'rcpt-to' : step;
}

const ORDER: readonly (readonly ReportWeight[])[] = [
  ['words', 'enhanced'],
  ['expiry'],
  ['code'],
  ['none'],
];

function pickBest(judged: readonly Judged[]): Judged {
  for (const weights of ORDER) {
    const best = judged.find(({ result }) => weights.includes(result.weight));
    if (best) return best;
  }
  return judge(uncoded(''), undefined);
}

/** Where a server's own reply is known, other replies in the report are not about this recipient. */
function agrees({ code, enhanced }: Reply, first: Judged | undefined): boolean {
  const own = first?.evidence.reply.code ?? null;
  if (own === null || first?.result.weight === 'none') return true;
  return code === own || (code === null && enhanced !== null);
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

/** Exim's and Google's own header field, the text, and last whom the letter was for. */
function recipientsWithoutGroups({ headers, text, original }: Letter): string[] {
  const senders = [
    ...addressesIn(fieldOf(headers, 'to') ?? ''),
    ...addressesIn(fieldOf(headers, 'from') ?? ''),
  ];
  const inText = recipientsInText(text, senders);
  const named = headers.filter(({ name }) => name === 'x-failed-recipients');
  const inHeader = named.flatMap(({ value }) => addressesIn(value));
  if (inHeader.length > 0) return inText.length === inHeader.length ? inText : inHeader;
  if (inText.length > 0) return inText;
  return addressesIn(fieldOf(original, 'to') ?? '').filter((address) => !isOfMailSystem(address));
}

const REPORTER =
  /\b(?:mail system at host|program at|mail agent v[\d.]{1,12} at|Generating server:|generated by .{1,60} at host|notification from|Serveur de g\u00e9n\u00e9ration ?:|\u751f\u6210\u670d\u52a1\u5668[:\uff1a])\s{0,3}([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/i;

function reporterInText(text: string): string | null {
  return REPORTER.exec(text.slice(0, 16 * 1024))?.[1] ?? null;
}

const REMOTE =
  /\b(?:host|by|connect(?:ed)? to|server|talking to)[\s:]{1,3}<?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})\.?>?(?:[\s[(]|:|,|$)/i;

function hostInText(block: string): string | null {
  return REMOTE.exec(block.replace(/\s+/g, ' ').slice(0, 16 * 1024))?.[1] ?? null;
}
