import type { InterfaceTexts } from '../language/interface-texts.js';
import { readableTime } from '../language/plans/letters.js';
import type { Explanation, Finding, LetterSummary } from '../report/explanation.js';
import { stripToLine } from '../safety/control-characters.js';
import { EMPTY, failureLines, type Line, plain } from './failure-lines.js';
import { receivedLines } from './received-letter.js';
import type { StreamStyle } from './style.js';

/** The most recipients of one failure that are named. */
const MOST_NAMED = 20;

/** What is written of letters. */
interface LetterOptions {
  style: StreamStyle;
  texts: InterfaceTexts;
  isQuiet: boolean;
}

/** The lines for each letter: its recipients by reason, or else what the letter is. */
export function letterLines(
  { findings, letters = [] }: Explanation,
  { style, texts, isQuiet }: LetterOptions,
): Line[] {
  const { letters: words, output } = texts;
  return letters.flatMap((letter) => {
    const own = letter.findings.flatMap((index) => findings[index] ?? []);
    const told = isQuiet ? [] : receivedLines(letter, texts);
    if (own.length === 0) return [...notice(letter), ...(isQuiet ? [] : [EMPTY]), ...told];
    const groups = byReason(own);
    return [
      ...groups.flatMap((group) => (isQuiet ? [headline(group)] : bounce(group, letter))),
      ...told,
    ];
  });

  function notice({ title, subject, sent, file }: LetterSummary): Line[] {
    const about = isQuiet ? null : words.about(subject, sent && readableTime(sent));
    return [['', `${filePrefix(file)}${title}`], ...(about ? [plain(about)] : [])];
  }

  function headline([first, ...others]: Group): Line {
    const title = style.paint.bold(texts.headline(first.title, first.cause));
    const more = others.length > 0 ? ` +${others.length}` : '';
    const mark = first.action === 'delayed' ? style.paint.yellow('!') : style.paint.red('✗');
    return [`${mark} `, `${filePrefix(first.file)}${words.foundIn(title, first.line)}${more}`];
  }

  function bounce(group: Group, { subject, sent }: LetterSummary): Line[] {
    const [first] = group;
    const { remoteHost = null, reportedBy = null, willRetryUntil = null } = first;
    const names = group.flatMap(({ recipient }) => recipient ?? []);
    const label =
      first.action === 'delayed'
        ? words.delayed(willRetryUntil && readableTime(willRetryUntil))
        : words.notDelivered;
    const rest = names.length - MOST_NAMED;
    // A server that was not reached has refused nothing, nor has one that may take the mail later.
    const hasAnswered = first.reply?.code != null && first.action !== 'delayed';
    const facts = [
      words.refusedBy(remoteHost, reportedBy, hasAnswered),
      words.about(subject, sent && readableTime(sent)),
    ];
    return [
      headline(group),
      EMPTY,
      ...(names.length > 0 ? [plain(label)] : []),
      ...names.slice(0, MOST_NAMED).map((name): Line => ['  ', name]),
      ...(rest > 0 ? [['  ', output.more(rest)] as const] : []),
      ...facts.flatMap((fact) => (fact ? [plain(fact)] : [])),
      ...(names.length > 0 || facts.some(Boolean) ? [EMPTY] : []),
      ...failureLines(first, output),
      EMPTY,
    ];
  }
}

/** The name of a file before what was found in it. */
export function filePrefix(file: string | undefined): string {
  return file === undefined ? '' : `${stripToLine(file)}: `;
}

/** Findings that differ only in their recipients. */
type Group = [Finding, ...Finding[]];

function byReason(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const { cause, action, willRetryUntil, remoteHost, reply, recipient } = finding;
    // Replies to several recipients are the same except for the recipient's name.
    const words = recipient ? reply?.text.replaceAll(recipient, '') : reply?.text;
    const key = [cause, action, willRetryUntil, remoteHost, words].join('\n');
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}
