import {
  diagnoseReport,
  type ReportDiagnosis,
  type ReportEvidence,
  type ReportWeight,
} from '../../diagnosis/diagnose-report.js';
import type { Reply, StepName } from '../../report/report.js';
import { guessStep } from '../guess-step.js';
import type { StatusGroup } from './status-groups.js';
import { tellingWords } from './telling-words.js';
import { type ReportedReply, repliesIn, stepInWords } from './words-of-reply.js';

/** What a report says of one recipient. */
export interface SaidOfRecipient {
  group: StatusGroup | undefined;
  /** Refusals in a conversation that the report quotes. */
  quoted: readonly ReportedReply[];
  /** The lines of the report about this recipient. */
  block: string;
  /** The letter's own subject. */
  subject: string;
}

/** Evidence, and what it means. */
export interface DiagnosedEvidence {
  evidence: ReportEvidence;
  result: ReportDiagnosis;
}

interface Candidate {
  reply: Reply;
  step?: StepName | undefined;
}

/** The most stretches of words that are weighed. No report says as much of one recipient. */
const MOST_CANDIDATES = 60;

/** Weights that end the search, and weights that are taken where nothing better comes. */
const SURE: readonly ReportWeight[] = ['words', 'enhanced'];
const SECOND_BEST: readonly ReportWeight[] = ['expiry', 'status', 'code'];

/**
 * The evidence that says most of why a recipient did not get a letter. The order is: the diagnosis in the report's fields, the
 * remote's words in the text, words without a code, and last the status, which servers make up from the code.
 */
export function findBestEvidence(said: SaidOfRecipient): DiagnosedEvidence {
  const told = stepInWords(said.block.replace(/\s+/g, ' '));
  const diagnosed: DiagnosedEvidence[] = [];
  for (const candidate of candidatesOf(said).slice(0, MOST_CANDIDATES)) {
    if (!agrees(candidate.reply, diagnosed[0])) continue;
    const one = diagnose(candidate, told);
    if (SURE.includes(one.result.weight)) return one;
    diagnosed.push(one);
  }
  for (const weight of SECOND_BEST) {
    const best = diagnosed.find(({ result }) => result.weight === weight);
    if (best) return best;
  }
  // Unknown words are shown where they are the server's own.
  const [first] = diagnosed;
  const isDiagnostic = first?.evidence.reply.text === said.group?.diagnostic;
  return first && isDiagnostic ? first : diagnose(uncoded(''), told);
}

/** The evidence, the surest first. */
function candidatesOf({ group, quoted, block, subject }: SaidOfRecipient): Candidate[] {
  const diagnostic = group?.diagnostic ?? '';
  const spoken = tellingWords(block).slice(0, MOST_CANDIDATES);
  const inText = spoken.map((words) => ({ words, replies: repliesIn(words) }));
  const replies = inText.flatMap((statement) => statement.replies);
  const coded = repliesIn(diagnostic).map((own) => wholeOf(own, [...quoted, ...replies]));
  const status = group?.status;
  return [
    ...coded,
    ...(coded.length === 0 && diagnostic ? [uncoded(diagnostic)] : []),
    ...quoted,
    ...replies,
    ...inText
      .filter((statement) => statement.replies.length === 0)
      .map(({ words }) => uncoded(words)),
    ...(group?.statusWords ? [uncoded(group.statusWords)] : []),
    ...(status ? [{ reply: { code: null, enhanced: status, text: status } }] : []),
    ...ofSubject(subject),
  ];
}

/** The characters that two replies must share to be the same one. */
const LEAST_SHARED = 30;

/** The whole reply, where Sendmail's fields hold only its first line and cut it. The text has all of it. */
function wholeOf(own: Candidate, others: readonly ReportedReply[]): Candidate {
  const start = own.reply.text.slice(0, LEAST_SHARED);
  const isSame = ({ reply }: Candidate) =>
    reply.code === own.reply.code &&
    reply.text.startsWith(start) &&
    reply.text.length > own.reply.text.length;
  return others.find(isSame) ?? own;
}

/** The reason from the subject, where Sendmail puts it. */
function ofSubject(subject: string): Candidate[] {
  const reason = /^returned mail: (?!see transcript)(.{3,100})$/i.exec(subject)?.[1];
  return reason ? [uncoded(reason)] : [];
}

function uncoded(words: string): Candidate {
  return { reply: { code: null, enhanced: null, text: words.slice(0, 2000) } };
}

function diagnose({ reply, step }: Candidate, told: StepName | undefined): DiagnosedEvidence {
  const known = step ?? told;
  const evidence = { step: known ?? stepOf(reply), reply, isStepTold: known !== undefined };
  return { evidence, result: diagnoseReport(evidence) };
}

/** Words about a login: the login of the server that gave up, at the relay that it sends through. */
const OF_LOGIN =
  /\b(?:authenticat\w*|authentifi\w*|credentials?|passwords?|login|username)\b|认证|密码/i;

// No recipient is refused at a login. Without words of a login, its codes mean the mailbox here. A client's name, too, is often
// only mentioned.
function stepOf(reply: Reply): StepName {
  if (reply.code === null && reply.enhanced === null) return 'rcpt-to';
  const step = guessStep(reply);
  if (step === 'auth') return OF_LOGIN.test(reply.text) ? 'auth' : 'rcpt-to';
  // RFC 3463 section 3.2 means some address, which in a report is rarely the sender's.
  if (step === 'mail-from' && !/sender|from|发件/i.test(reply.text)) return 'rcpt-to';
  return step === 'ehlo' || step === 'greeting' || step === 'starttls' ? 'data' : step;
}

/** Drops other replies in the report where a server's own reply is known: they are not about this recipient. */
function agrees({ code, enhanced }: Reply, first: DiagnosedEvidence | undefined): boolean {
  const own = first?.evidence.reply.code ?? null;
  const isWeak = first?.result.weight === 'none' || first?.result.weight === 'expiry';
  return own === null || isWeak || code === own || (code === null && enhanced !== null);
}
