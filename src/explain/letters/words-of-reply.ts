import type { Reply, StepName } from '../../report/report.js';

/** A server's words in a report, with their step where the report names it. */
export interface ReportedReply {
  reply: Reply;
  step: StepName | undefined;
}

/** The most characters that are read of a reply. */
const LONGEST = 4096;

const ENHANCED = '[245]\\.\\d{1,3}\\.\\d{1,3}';

/**
 * Where a reply begins: a code behind the beginning, white space or a mark, with what the dialects put
 * around it: `#550 5.1.1`, `550: 5.1.1`, `550 #5.1.0`, `550-'5.2.2`, `ERROR_CODE :550,`.
 */
const CODED = new RegExp(
  `(?:^|[\\s。，；：、！（「“(\\["'<>;:=|-]|(?<![\\w/])#)([45][0-7]\\d)(?:(?=[ \\-:,;"']|$)[-:,; '"]{0,3}#?(${ENHANCED})?(?![\\d.])|(?=\\s*$))`,
  'g',
);

/** A reply that has kept only its enhanced code: `(#5.1.1)`, `5.1.1 <x>... User unknown`. */
const UNCODED = new RegExp(`(?:^|[\\s(\\[#:;>-])#?(${ENHANCED})(?=[\\s)\\]:;,-]|$)`);

/** Numbers that look like a code: a time, a port, a number of bytes or of an attempt. */
const NO_CODE_BEFORE =
  /(?:\bport|\bline|\bid|\bpid|\bno\.?|\berror code \d+|\battempts?|\[)\s{0,2}$/i;
const NO_CODE_BEHIND =
  /^\s{0,2}(?:bytes|seconds?|minutes?|hours?|days?|[kKmM]i?[bB]\b|attempts?|messages|recipients|\d{4})/;

const STEPS: readonly (readonly [RegExp, StepName])[] = [
  [/\bin reply to (?:the )?(?:end of )?DATA\b/i, 'data'],
  [/\bin reply to (?:the )?RCPT\b/i, 'rcpt-to'],
  [/\bin reply to (?:the )?MAIL\b/i, 'mail-from'],
  [/\bin reply to (?:the )?(?:EHLO|HELO)\b/i, 'ehlo'],
  [/\bin reply to (?:the )?STARTTLS\b/i, 'starttls'],
  [
    /\brefused to talk to me\b|\bafter initial connection\b|\bwhile performing the initial\b/i,
    'greeting',
  ],
  [
    /\bafter RCPT TO\b|\bRCPT TO:? .{0,200}?\bsaid\b|\b(?:RCPT(?: TO)?|recipient) command\b|\bour RCPT\b|\[RCPT_TO\]|\bfor RCPT TO\b/i,
    'rcpt-to',
  ],
  [
    /\bafter (?:pipelined )?MAIL FROM\b|\bour MAIL\b|\[MAIL_FROM\]|\bMAIL FROM:? .{0,200}?\bsaid\b|\bsender was rejected\b|\bMAIL(?: FROM)? command\b|\bfor MAIL FROM\b/i,
    'mail-from',
  ],
  [/\bafter (?:pipelined )?(?:EHLO|HELO)\b|\bour (?:EHLO|HELO)\b|\[(?:EHLO|HELO)\]/i, 'ehlo'],
  [
    /\bafter (?:pipelined )?(?:end of data|sending data|DATA)\b|\bafter I sent the message\b|\b(?:TEXT|DATA|BDAT) command\b|\bour (?:DATA|mail|final)\b|\[(?:DATA|DATA_END|BODY)\]|\brefused to accept your message\b|\bDATA .{0,200}?\bsaid\b/i,
    'data',
  ],
  [/\bdoes not like recipient\b|\brejected (?:the )?recipient\b/i, 'rcpt-to'],
];

/** The step that a report's own words name. */
export function stepInWords(words: string): StepName | undefined {
  return STEPS.find(([pattern]) => pattern.test(words))?.[1];
}

/**
 * The replies in a report's words, the innermost first. A server's quote of another server says more than its own words.
 *
 * @param words on one line
 */
export function repliesIn(words: string): ReportedReply[] {
  const text = words.slice(0, LONGEST * 2);
  const starts = [...text.matchAll(CODED)].filter((match) => isCode(text, match));
  const found = starts.map((match, index) => {
    const from = match.index + match[0].indexOf(match[1] ?? '');
    return { from, code: match[1] ?? '', enhanced: match[2], next: starts[index + 1] };
  });
  const isGoingOn = (index: number) =>
    index > 0 && isContinuation(text, found[index - 1]?.code, found[index]);
  const heads = found.filter((_, index) => !isGoingOn(index));
  const replies = heads.map(({ from, code, enhanced }) =>
    toReply(text.slice(from, from + LONGEST), Number(code), enhanced),
  );
  const step = stepInWords(text);
  const uncoded = replies.length === 0 ? uncodedReply(text) : undefined;
  return [...replies.reverse(), ...(uncoded ? [uncoded] : [])].map((reply) => ({ reply, step }));
}

function isCode(text: string, match: RegExpMatchArray): boolean {
  const at = (match.index ?? 0) + match[0].indexOf(match[1] ?? '');
  if (NO_CODE_BEFORE.test(text.slice(Math.max(0, at - 14), at)) && !/\[$/.test(text.slice(0, at)))
    return false;
  return !NO_CODE_BEHIND.test(text.slice(at + 3, at + 15));
}

/** Whether a reply continues another, as in `550-5.7.1 first 550 5.7.1 second`: the lines of one reply, put on one. */
function isContinuation(
  text: string,
  before: string | undefined,
  { from, code }: { from: number; code: string } = { from: 0, code: '' },
): boolean {
  return (
    before === code && /[\s]$/.test(text.slice(0, from)) && !/[>:|]\s$/.test(text.slice(0, from))
  );
}

function toReply(text: string, code: number, enhanced: string | undefined): Reply {
  const end = /\s?\(in reply to |\s\(delivery attempts: |'\s?$|"\s?$|##$|>$|\]$/.exec(text)?.index;
  const own = text.slice(0, end).trim();
  const inner =
    enhanced ??
    new RegExp(`\\(#(${ENHANCED})\\)|\\b(${ENHANCED})\\b(?=\\s*$)`)
      .exec(own)
      ?.slice(1)
      .find(Boolean);
  return {
    code,
    enhanced: classOf(inner) === Math.floor(code / 100) ? (inner ?? null) : (enhanced ?? null),
    text: own,
  };
}

function uncodedReply(text: string): Reply | undefined {
  const match = UNCODED.exec(text);
  if (!match?.[1] || match[1].startsWith('2')) return undefined;
  return { code: null, enhanced: match[1], text: text.trim() };
}

function classOf(enhanced: string | undefined): number {
  return Number(enhanced?.[0] ?? 0);
}
