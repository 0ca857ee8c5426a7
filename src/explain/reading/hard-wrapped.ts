import { LONGEST_PASTE } from './first-lines.js';

/** The narrowest window, in characters. Shorter lines end where they were meant to. */
const NARROWEST = 60;
/** The fewest lines as wide as the window. One line may be so by chance. */
const LEAST_FULL = 2;

/** A text whose lines were joined again, and where each of them began. */
export interface Unwrapped {
  text: string;
  /** Of each line of the text: its number in the wrapped one, from 1. */
  lines: number[];
}

/**
 * Joins lines that a terminal had broken at its width, in the middle of words. Undefined where nothing looks so.
 *
 * @param text a few pasted lines
 */
export function unwrapHard(text: string): Unwrapped | undefined {
  const lines = text.split(/\r?\n/);
  if (lines.length > LONGEST_PASTE) return undefined;
  return joinFull(lines) ?? joinUnstamped(lines);
}

/** The time at the start of a line of a log: syslog's, or ISO 8601. */
const STAMP = /^\[?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[ T]\d\d:\d\d)/;

/** Joins the lines of a log that a mail program or a forum has broken between words: a new line begins with a time. */
function joinUnstamped(lines: readonly string[]): Unwrapped | undefined {
  if (!STAMP.test(lines[0] ?? '')) return undefined;
  return join(lines, (line, before) => (STAMP.test(line) ? undefined : `${before} ${line.trim()}`));
}

/** Joins lines as wide as the widest one with the next. */
function joinFull(lines: readonly string[]): Unwrapped | undefined {
  const width = Math.max(...lines.map(({ length }) => length));
  // A terminal drops a space at the end of a line.
  const isFull = (line: string) => line.length >= width - 1;
  const full = lines.filter(isFull).length;
  if (width < NARROWEST || full < LEAST_FULL) return undefined;
  let isOpen = false;
  return join(lines, (line, before) => {
    const whole = isOpen ? `${before}${line}` : undefined;
    isOpen = isFull(line);
    return whole;
  });
}

/** The server's words behind .NET's, which end within a sentence. */
const OPEN_ANSWER = /\bserver response was:(?:\s{0,3}|.{1,400}[A-Za-z,]\s?)$/;
/** A line that goes on with them: a status, or a word. No frame of a trace. */
const OF_ANSWER = /^(?!at )(?:[245]\.\d{1,3}\.\d|[A-Za-z]{2,30}[.,]?(?:\s|$))/;

/** Joins a server's answer that .NET quotes and a terminal has broken between words. Undefined where the text has none. */
export function unwrapAnswer(text: string): Unwrapped | undefined {
  const lines = text.split(/\r?\n/);
  if (lines.length > LONGEST_PASTE) return undefined;
  return join(lines, (line, before) =>
    OPEN_ANSWER.test(before) && OF_ANSWER.test(line)
      ? `${before.trimEnd()} ${line.trim()}`
      : undefined,
  );
}

/** A recipient in a bounce, with the reason behind it (Postfix) or in the lines below (Exim). */
const RECIPIENT = /^ {0,4}(?:<[^\s<>@]{1,64}@[^\s<>]{1,255}>: |[^\s<>@:()]{1,64}@[\w.-]{1,255}$)/;
/** A line of such a reason: indented, and no other address. */
const OF_REASON = /^\s+(?!\S{1,320}@\S{1,255}$|at )\S/;
/** How Exim begins a reason. A bare address may stand above anything else. */
const OF_EXIM =
  /^\s+(?:host \S{1,255} \[|[HRT]=\S|SMTP (?:error from remote|timeout while)|Unrouteable |all relevant MX |retry timeout|[a-z ]{0,20}lookup|mailbox )/i;

/** Joins what a bounce says of a recipient. Undefined where the text names none so. */
export function unwrapRecipients(text: string): Unwrapped | undefined {
  const lines = text.split(/\r?\n/);
  if (lines.length > LONGEST_PASTE) return undefined;
  return join(lines, (line, before) => {
    if (!RECIPIENT.test(before) || !OF_REASON.test(line)) return undefined;
    const address = before.trim();
    if (address.includes(' ')) return `${address} ${line.trim()}`;
    return OF_EXIM.test(line) ? `<${address}>: ${line.trim()}` : undefined;
  });
}

/**
 * Joins lines.
 *
 * @param goOn the line with the one before it in front, or undefined where it begins anew
 */
function join(
  lines: readonly string[],
  goOn: (line: string, before: string) => string | undefined,
): Unwrapped | undefined {
  const joined: string[] = [];
  const numbers: number[] = [];
  for (const [index, line] of lines.entries()) {
    const whole = goOn(line, joined.at(-1) ?? '');
    if (whole !== undefined && index > 0) joined[joined.length - 1] = whole;
    else {
      joined.push(line);
      numbers.push(index + 1);
    }
  }
  return joined.length < lines.length ? { text: joined.join('\n'), lines: numbers } : undefined;
}

/** Postfix's words before a server's reply, at the end of a line that a mail client has wrapped. */
const SAID_AT_END = /\bsaid:\s*$/;
/** The same with the codes of the reply, and its words in the lines behind. */
const CODES_AT_END = /\b(?:said|refused to talk to me): [45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}\s*$/;
/** A line of a log, a field, the report about another recipient, a further reply. */
const BEGINS_ANEW =
  /^\[?(?:[A-Z][a-z]{2} [ \d]\d |\d{1,4}[-:]\d\d)|\]: |^[A-Z][\w-]{1,40}: |^<[^>]{1,320}>: (?:host|delivery|connect|lost|mail|conversation)\b|\b(?:said|refused to talk to me): [45]\d\d/;
/** The words behind such a reply. */
const OF_REPLY_END = /\(in reply to .{1,40}command\)/;
/** The most lines of one wrapped reply. */
const MOST_REPLY_LINES = 20;
/** The same of one whose end nothing marks. */
const MOST_WORD_LINES = 4;

/**
 * Joins a reply that Postfix quotes and a mail client has wrapped: its lines are indented, and the first codes of a reply of
 * several lines stand anywhere in them. Undefined where the text has none.
 */
export function unwrapQuoted(text: string): Unwrapped | undefined {
  const lines = text.split(/\r?\n/);
  if (lines.length > LONGEST_PASTE || !lines.some(isQuoteOpen)) return undefined;
  const joined: string[] = [];
  const numbers: number[] = [];
  let open = 0;
  for (const [index, line] of lines.entries()) {
    if (open > 0 && line.trim() !== '' && !BEGINS_ANEW.test(line)) {
      joined.push(`${joined.pop()?.trimEnd() ?? ''} ${line.trim()}`);
      open = OF_REPLY_END.test(line) ? 0 : open - 1;
      continue;
    }
    joined.push(line);
    numbers.push(index + 1);
    open = openBehind(lines, index);
  }
  return joined.length < lines.length ? { text: joined.join('\n'), lines: numbers } : undefined;
}

function isQuoteOpen(line: string): boolean {
  return SAID_AT_END.test(line) || CODES_AT_END.test(line);
}

/** How many lines behind a line may belong to the reply that it begins. */
function openBehind(lines: readonly string[], index: number): number {
  const line = lines[index] ?? '';
  if (SAID_AT_END.test(line) && hasEnd(lines, index)) return MOST_REPLY_LINES;
  return CODES_AT_END.test(line) ? MOST_WORD_LINES : 0;
}

/** Whether the words that end a quoted reply stand in the lines behind, before an empty one. */
function hasEnd(lines: readonly string[], index: number): boolean {
  const behind = lines.slice(index + 1, index + 1 + MOST_REPLY_LINES);
  const end = behind.findIndex((line) => OF_REPLY_END.test(line));
  return end >= 0 && behind.slice(0, end).every((line) => line.trim() !== '');
}
