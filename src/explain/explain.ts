import { ExitCode } from '../exit-codes.js';
import { plainBytes } from '../mail/letter-bytes.js';
import { decodeUnknownBytes } from '../mail/unknown-charset.js';
import { type ExplainRun, explainLog } from './explain-log.js';
import type { FoundExplanation } from './found-explanation.js';
import { BEGINNING, besideLetter, recogniseLetter } from './letters/recognise.js';
import {
  type Unwrapped,
  unwrapAnswer,
  unwrapHard,
  unwrapQuoted,
  unwrapRecipients,
} from './reading/hard-wrapped.js';
import { unpack } from './reading/packed.js';
import { type Peeked, peek } from './reading/peek.js';
import { joinMessages } from './reading/split-exceptions.js';
import { hideSecrets, type Unhidden } from './secrets/hide-secrets.js';
import type { Source } from './source.js';

export type { ExplainRun } from './explain-log.js';

/** The most letters whose texts are kept to learn secrets from. */
const MOST_TEXTS = 64;

/** The largest letter that was copied out of a window, in bytes. */
const LARGEST_PASTE = 1024 * 1024;

/**
 * Names the causes behind an error message, a log or letters. Each cause comes once, with the line where it first stands. Opens
 * no connection, and needs the same memory however much there is to read.
 *
 * @throws the signal's reason when it is aborted, PackedError, and the errors of reading the source
 */
export async function explainSource(source: Source, run: ExplainRun): Promise<FoundExplanation> {
  const unhidden = await readSource(source, run);
  const [hidden = unhidden.found] = hideSecrets([unhidden]);
  return hidden;
}

/** The same as `explainSource`, for callers that hide the secrets: those of one text may stand in another. */
export async function readSource(source: Source, run: ExplainRun): Promise<Unhidden> {
  const peeked = await peek(typeof source === 'string' ? [source] : source, BEGINNING);
  return await readPeeked(await unpack(peeked, BEGINNING, run.onBroken), run);
}

async function readPeeked(peeked: Peeked, run: ExplainRun): Promise<Unhidden> {
  const { signal, onFinding } = run;
  const toPlain = plainBytes(peeked.first);
  const first = plainBytes(peeked.first)(peeked.first);
  const form = recogniseLetter(first);
  const isWhole = peeked.first.length < BEGINNING;
  const texts = [decodeUnknownBytes(first)];
  const besides: string[] = [];
  const onText = (text: string, beside: string) => {
    if (texts.length >= MOST_TEXTS) return;
    texts.push(text);
    besides.push(beside);
  };
  const read = { texts, isWhole, isLetter: false };
  if (form === undefined) {
    const pieces = plainPieces(peeked.pieces, toPlain);
    if (!isWhole) return { found: await explainLog(pieces, run), read };
    const bytes = Buffer.concat(await toArray(pieces));
    const found = await explainPaste(bytes, run);
    const headers = found.ok ? undefined : await explainHeaders(bytes, run);
    return { found: headers ?? (isVague(found) ? await suppose(found, bytes) : found), read };
  }
  const ofLetter = { ...read, isLetter: true };
  const { explainLetters } = await import('./letters/explain-letters.js');
  if (form === 'letters') {
    const pieces = keptPieces(plainPieces(peeked.pieces, toPlain));
    const found = await explainLetters(pieces, { form, signal, onFinding, onText });
    const beside = [besideLetter(decodeUnknownBytes(first)), ...besides].join('\n');
    return { found, read: { ...ofLetter, beside } };
  }
  const whole = await peek(plainPieces(peeked.pieces, toPlain), LARGEST_PASTE);
  if (whole.first.length < LARGEST_PASTE) {
    const found = await explainLetters([whole.first], { form, signal, onFinding, onText });
    const beside = besideLetter(decodeUnknownBytes(whole.first));
    if (found.ok) return { found, read: { ...ofLetter, beside } };
  }
  return { found: await explainLog(whole.pieces, run), read };
}

/** The same for a few lines, which a terminal may have broken at its width, and a debugger into fields. */
async function explainPaste(bytes: Buffer, run: ExplainRun): Promise<FoundExplanation> {
  const text = decodeUnknownBytes(bytes);
  const quoted = unwrapQuoted(text) ?? unwrapAnswer(text) ?? unwrapRecipients(text);
  const explanation = quoted
    ? await explainUnwrapped(quoted, run)
    : await explainLog(of(bytes), run);
  if (!isVague(explanation)) return explanation;
  for (const rewritten of [unwrapHard(text), joinMessages(text)]) {
    if (!rewritten) continue;
    const { findings } = await explainUnwrapped(rewritten, run);
    const said = findings.filter(({ failure }) => failure.facts.isSummary !== true);
    if (said.length === 0) continue;
    const { schemaVersion, command } = explanation;
    return { schemaVersion, command, ok: true, exitCode: ExitCode.ok, findings: said };
  }
  return explanation;
}

/** The same for a text whose lines were joined. Its findings stand in the lines that it had. */
async function explainUnwrapped(
  { text, lines }: Unwrapped,
  run: ExplainRun,
): Promise<FoundExplanation> {
  const explanation = await explainLog(of(Buffer.from(text)), run);
  const findings = explanation.findings.map((one) => ({
    ...one,
    line: lines[one.line - 1] ?? one.line,
  }));
  return { ...explanation, findings };
}

/** Whether no reason was found, and none is to be looked for. */
function isVague({ findings, gotOver }: FoundExplanation): boolean {
  return !gotOver && findings.every(({ failure }) => failure.facts.isSummary === true);
}

/** An explanation without a reason, or with the one that the wording suggests. */
async function suppose(explanation: FoundExplanation, bytes: Buffer): Promise<FoundExplanation> {
  const { supposeFinding } = await import('./last-resort/last-resort.js');
  const finding = supposeFinding(decodeUnknownBytes(bytes));
  if (!finding) return explanation;
  const { schemaVersion, command } = explanation;
  return { schemaVersion, command, ok: true, exitCode: ExitCode.ok, findings: [finding] };
}

/** What the header of an arrived mail tells, where a text without failures has one; undefined where it has none. */
async function explainHeaders(
  bytes: Buffer,
  { signal }: ExplainRun,
): Promise<FoundExplanation | undefined> {
  const { findPastedHeaders } = await import('./letters/pasted-headers.js');
  const pasted = findPastedHeaders(decodeUnknownBytes(bytes));
  if (!pasted) return undefined;
  const { explainLetters } = await import('./letters/explain-letters.js');
  const how = { form: 'letters', signal, isHeader: true } as const;
  const found = await explainLetters([Buffer.from(pasted.text)], how);
  const letters = found.letters?.filter(({ received }) => received !== undefined) ?? [];
  if (letters.length === 0) return undefined;
  return { ...found, letters: letters.map((letter) => ({ ...letter, line: pasted.line })) };
}

async function toArray(pieces: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return all;
}

async function* of(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Copies of the pieces, which stay as they are when the next piece comes. */
async function* keptPieces(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece);
}

async function* plainPieces(
  pieces: AsyncIterable<Uint8Array>,
  toPlain: (piece: Uint8Array) => Buffer,
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield toPlain(piece);
}
