import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../../context.js';
import { errorCodeOf, UnreadableFileError } from '../../errors.js';
import type { ExitCode } from '../../exit-codes.js';
import { type ExplainRun, explainSource } from '../../explain/explain.js';
import type { FoundExplanation } from '../../explain/found-explanation.js';
import { PackedError } from '../../explain/reading/packed.js';
import { commandLineTexts, loadTexts } from '../../language/index.js';
import type { UsageTexts } from '../../language/interface-texts.js';
import { ReadingProgress } from '../../output/reading-progress.js';
import { writeExplanation } from '../../output/reporter.js';
import { stripToLine } from '../../safety/control-characters.js';
import { shownPath } from '../../safety/shown-word.js';
import { describeExplanation } from '../../words/describe-explanation.js';
import type { CommandRun } from './define-command.js';
import type { ExplainArguments } from './explain-arguments.js';
import { withInsideSteps } from './inside-steps.js';

/**
 * Explains what stands on the command line, what named files hold, or what comes on stdin.
 *
 * @throws UnreadableFileError when a file or stdin cannot be read, InterruptedError when the person ends it
 */
export async function runExplainCommand(
  args: ExplainArguments,
  { context, signal, language }: CommandRun,
): Promise<ExitCode> {
  const texts = await loadTexts(language);
  const { usage } = commandLineTexts(language);
  const lone = args.files ? undefined : loneFile(args, context);
  if (lone) context.stderr.write(`${usage.readsFile(stripToLine(lone))}\n`);
  else if (isLikeFile(args)) {
    context.stderr.write(`${usage.noSuchFile(shownPath(args.text ?? ''))}\n`);
  }
  const files = lone ? [lone] : args.files;
  const { letters, output } = texts.interface;
  const progress = new ReadingProgress(context.stderr, letters.progress);
  const broken: string[] = [];
  const run = {
    signal,
    onBroken: (error: unknown, name = 'stdin') =>
      broken.push(usage.brokenOff('explain', `${stripToLine(name)} (${errorCodeOf(error)})`)),
    onFinding: () => progress.found(),
    onLong: () => context.saveMemory?.(),
  };
  const lines = { isOne: args.text?.trim().includes('\n') === false };
  const reading = files
    ? readFiles(files, { context, progress, run }, usage)
    : readText(args.text, output.pasteText, { context, progress, run }, lines);
  const found = await reading
    .catch((error: unknown) => {
      signal.throwIfAborted();
      throw unread(error, files ? nameOf(pathOf(error), files, context.cwd) : 'stdin', usage);
    })
    .finally(() => progress.end());
  for (const words of broken) context.stderr.write(`${words}\n`);
  const explanation = describeExplanation(found, texts);
  const standing = { cwd: context.cwd };
  const findings = await Promise.all(
    explanation.findings.map((one) => withInsideSteps(one, standing, texts.interface.inside)),
  );
  await writeExplanation(
    { ...explanation, findings },
    {
      ...{ context, args, texts: texts.interface, isOneLine: lines.isOne },
    },
  );
  return explanation.exitCode;
}

/**
 * Whether the text names a file or folder. Only the name as it was given is looked at, since it may be a URI put there by
 * mistake.
 */
function nameOf(path: string | undefined, files: readonly string[], cwd: string): string {
  const named = files.find((name) => path?.startsWith(resolve(cwd, name)));
  return shownPath(named ?? files.join(' '));
}

const LINE_FEED = 0x0a;

interface Reading {
  context: Context;
  progress: ReadingProgress;
  run: Omit<ExplainRun, 'isError'>;
}

/** Whether a single argument is the name of an existing file. Nobody's error message is one. */
function loneFile({ text, isOneWord }: ExplainArguments, { cwd }: Context): string | undefined {
  if (!isOneWord || !text || text.length > 4096 || text.includes('\0')) return undefined;
  return existsSync(resolve(cwd, text)) ? text : undefined;
}

/** Whether a single word has an ending or folders, as names of files do. */
function isLikeFile({ text = '', isOneWord, files }: ExplainArguments): boolean {
  return !files && isOneWord === true && FILE_NAME.test(text);
}

const FILE_NAME =
  /^[^\s:@]{1,300}\.(?:log|txt|eml|msg|mbox|gz|json|out|err)$|^(?:\.{0,2}|~)\/[^\s:@]{1,300}$/i;

async function readFiles(
  files: readonly string[],
  { context: { cwd, stderr }, progress, run }: Reading,
  usage: UsageTexts,
): Promise<FoundExplanation> {
  const { explainFiles } = await import('../../explain/explain-files.js');
  const { openFiles } = await import('../../explain/reading/open-files.js');
  const opened = openFiles(files, (name) => resolve(cwd, name), run.signal);
  async function* watched() {
    for await (const file of opened) {
      count += 1;
      yield { ...file, pieces: progress.watch(file.pieces) };
    }
  }
  let count = 0;
  const bad: UnreadableFileError[] = [];
  const found = await explainFiles(watched(), run, ({ name, isInFolder }, error) => {
    const told = unread(error, stripToLine(name), usage);
    if (!isInFolder || !(told instanceof UnreadableFileError)) throw told;
    bad.push(told);
  });
  const words = bad.map(({ message }) => message).join('\n');
  if (bad.length > 0 && bad.length === count) throw new UnreadableFileError(words);
  if (bad.length > 0) stderr.write(`${words}\n`);
  return found;
}

/** Why a source was not read, in words; the error itself where it is of another sort. */
function unread(error: unknown, name: string, usage: UsageTexts): unknown {
  if (error instanceof UnreadableFileError) return error;
  if (error instanceof PackedError) {
    const file = /^[\w./][\w./-]*$/.test(name) && name !== 'stdin' ? name : 'FILE';
    return new UnreadableFileError(usage.packed(name, `${error.command} ${file}`));
  }
  const code = errorCodeOf(error);
  return code === undefined
    ? error
    : new UnreadableFileError(usage.unreadableFile('explain', `${name} (${code})`));
}

async function readText(
  text: string | undefined,
  request: string,
  { context, progress, run }: Reading,
  lines: { isOne: boolean },
): Promise<FoundExplanation> {
  const stdin = countLines(readStdin(context, run.signal, request), lines);
  // A person at a terminal sees the input while typing it.
  const source = text ?? (context.stdin.isTTY === true ? stdin : progress.watch(stdin));
  return await explainSource(source, { ...run, isError: text !== undefined });
}

/** Notes whether one piece with one line is all that comes. */
async function* countLines(pieces: AsyncIterable<Uint8Array>, lines: { isOne: boolean }) {
  let isFirst = true;
  for await (const piece of pieces) {
    const end = piece.indexOf(LINE_FEED);
    lines.isOne = isFirst && (end < 0 || end === piece.length - 1);
    isFirst = false;
    yield piece;
  }
}

/** The input from stdin. A person at a terminal is told what to do. */
async function* readStdin({ stdin, stderr }: Context, signal: AbortSignal, request: string) {
  if (stdin.isTTY === true) stderr.write(`${request}\n`);
  // The signal may have come while the texts were being loaded. No event follows then.
  signal.throwIfAborted();
  const stop = () => stdin.destroy(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    yield* stdin as AsyncIterable<Uint8Array>;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The file that an error of the system is about. */
function pathOf(error: unknown): string | undefined {
  return error instanceof Error && 'path' in error ? String(error.path) : undefined;
}
