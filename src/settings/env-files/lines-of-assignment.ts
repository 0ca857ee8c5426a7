/**
 * An assignment as it is written in its file, with line feeds between its lines. Pure.
 *
 * @param text the whole file
 * @param lines its first and its last line, from 1
 */
export function linesOfAssignment(
  text: string,
  { line, endLine }: { line: number; endLine: number },
): string {
  return text
    .split(/\r\n|\n|\r/)
    .slice(line - 1, endLine)
    .join('\n');
}
