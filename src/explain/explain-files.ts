import { ExitCode } from '../exit-codes.js';
import { type ExplainRun, explainSource } from './explain.js';
import type { FoundExplanation, FoundFinding, FoundLetter } from './found-explanation.js';
import type { OpenedFile } from './open-files.js';

/** The most findings and letters that are told. More are read only, since nobody would look at them. */
const MOST_FINDINGS = 1000;
const MOST_LETTERS = 1000;

/**
 * Explains files one after another in one document. Each finding and each letter names its file.
 *
 * @throws the signal's reason when it is aborted, and the errors of opening and reading
 */
export async function explainFiles(
  files: AsyncIterable<OpenedFile>,
  run: Omit<ExplainRun, 'isError'>,
): Promise<FoundExplanation> {
  const findings: FoundFinding[] = [];
  const letters: FoundLetter[] = [];
  let hasLetters = false;
  let lines = 0;
  const elsewhere = new Set<string>();
  for await (const { name, pieces } of files) {
    const found = await explainSource(pieces, { ...run, isError: false });
    const start = findings.length;
    lines += found.lines ?? 0;
    for (const service of found.elsewhere ?? []) elsewhere.add(service);
    const own = found.findings.slice(0, MOST_FINDINGS - start);
    findings.push(...own.map((finding) => ({ ...finding, file: name })));
    hasLetters ||= found.letters !== undefined;
    for (const letter of (found.letters ?? []).slice(0, MOST_LETTERS - letters.length)) {
      const kept = letter.findings.filter((index) => index < own.length);
      letters.push({ ...letter, file: name, findings: kept.map((index) => start + index) });
    }
  }
  const ok = findings.length > 0;
  return {
    schemaVersion: 1,
    command: 'explain',
    ok,
    exitCode: ok ? ExitCode.ok : ExitCode.nothingFound,
    findings,
    ...(hasLetters ? { letters } : {}),
    ...(ok || hasLetters ? {} : { lines, elsewhere: [...elsewhere].sort() }),
  };
}
