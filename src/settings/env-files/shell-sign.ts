import { linesOfAssignment } from './lines-of-assignment.js';

/** Whether an assignment has blanks beside its `=`, where a shell allows none and takes the name for a command. Pure. */
export function hasBlankAtEquals(text: string, lines: { line: number; endLine: number }): boolean {
  const written = linesOfAssignment(text, lines);
  return /^\s*(?:export\s+)?\w+(?:\s+=|=[ \t]+\S)/.test(written);
}

/**
 * The first sign of an assignment outside quotation marks at which a shell ends the value: an operator, a bracket, or a space with
 * something behind it; else the carriage return at its end, which a shell keeps. Pure.
 *
 * @param text the whole file
 * @param lines the first and the last line of the assignment, from 1
 */
export function shellSign(
  text: string,
  lines: { line: number; endLine: number },
): string | undefined {
  const written = linesOfAssignment(text, lines)
    .replace(/^\s*(?:export\s+)?/, '')
    .trimEnd();
  let quote = '';
  for (let at = 0; at < written.length; at += 1) {
    const char = written[at] ?? '';
    if (char === '\\' && quote !== "'") at += 1;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === "'" || char === '"') quote = char;
    else if ('&;|()<>'.includes(char) || /\s/.test(char)) return char;
  }
  return text.split('\n')[lines.endLine - 1]?.endsWith('\r') ? '\r' : undefined;
}
