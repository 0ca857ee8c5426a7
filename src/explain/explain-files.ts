import { ExitCode } from '../exit-codes.js';
import { type ExplainRun, readSource } from './explain.js';
import type { FoundExplanation, FoundFinding, FoundLetter } from './found-explanation.js';
import type { OpenedFile } from './reading/open-files.js';
import { hideSecrets, type Unhidden } from './secrets/hide-secrets.js';

/** The most findings and letters that are told. More are read only, since nobody would look at them. */
const MOST_FINDINGS = 1000;
const MOST_LETTERS = 1000;
/** The most files whose texts are kept to learn secrets from. */
const MOST_LEARNT = 64;

/**
 * Explains files one after another in one document. Each finding and each letter names its file.
 *
 * @param onUnread told of a file that cannot be read, and of the error; the other files are read all the same, unless it throws
 * @throws the signal's reason when it is aborted, and the errors of opening
 */
export async function explainFiles(
  files: AsyncIterable<OpenedFile>,
  run: Omit<ExplainRun, 'isError'>,
  onUnread: (file: Pick<OpenedFile, 'name' | 'isInFolder'>, error: unknown) => void,
): Promise<FoundExplanation> {
  const all: (Unhidden & { name: string })[] = [];
  let kept = 0;
  let keptLetters = 0;
  for await (const { name, pieces, isInFolder = false } of files) {
    const { onBroken } = run;
    const own = onBroken ? { onBroken: (error: unknown) => onBroken(error, name) } : {};
    const explained = await readSource(pieces, { ...run, ...own, isError: false }).catch(
      (error) => {
        run.signal.throwIfAborted();
        onUnread({ name, isInFolder }, error);
      },
    );
    if (!explained) continue;
    const { found, read } = explained;
    const findings = found.findings.slice(0, MOST_FINDINGS - kept);
    kept += findings.length;
    const letters = found.letters?.slice(0, MOST_LETTERS - keptLetters);
    keptLetters += letters?.length ?? 0;
    // Of further files nothing is learnt, and so the less is shown.
    const learnt = all.length < MOST_LEARNT ? read : { ...read, texts: [], isWhole: false };
    all.push({
      name,
      found: { ...found, findings, ...(letters ? { letters } : {}) },
      read: learnt,
    });
  }
  const findings: FoundFinding[] = [];
  const letters: FoundLetter[] = [];
  let hasLetters = false;
  let lines = 0;
  let cutAt: number | undefined;
  let gotOver: true | undefined;
  const elsewhere = new Set<string>();
  const hidden = hideSecrets(all);
  for (const [index, found] of hidden.entries()) {
    const start = findings.length;
    const name = all[index]?.name ?? '';
    const own = found.findings;
    lines += found.lines ?? 0;
    cutAt ??= found.cutAt;
    gotOver ??= found.gotOver;
    for (const service of found.elsewhere ?? []) elsewhere.add(service);
    findings.push(...own.map((finding) => ({ ...finding, file: name })));
    hasLetters ||= found.letters !== undefined;
    for (const letter of found.letters ?? []) {
      const told = letter.findings.filter((number) => number < own.length);
      letters.push({ ...letter, file: name, findings: told.map((number) => start + number) });
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
    ...(ok || hasLetters || !gotOver ? {} : { gotOver }),
    ...(ok || hasLetters || cutAt === undefined ? {} : { cutAt }),
  };
}
