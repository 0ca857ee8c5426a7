/** The words of a command line that may be options: those before a lone `--` (POSIX, guideline 10). */
export function optionWords(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return end < 0 ? argv : argv.slice(0, end);
}
