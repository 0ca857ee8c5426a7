import { diagnose, ruleOfWords } from '../diagnosis/diagnose.js';
import type { Evidence } from '../diagnosis/evidence.js';
import { foundFailure } from '../diagnosis/found-failure.js';
import { providerOf } from '../diagnosis/provider-of.js';
import { wordsOf } from '../diagnosis/rules/reply-words.js';
import { ExitCode } from '../exit-codes.js';
import { plainBytes } from '../mail/letter-bytes.js';
import type { Provider } from '../providers/provider.js';
import { type Diagnosis, diagnosisOf } from '../report/causes.js';
import { stripControls, stripToLine } from '../safety/control-characters.js';
import { maskSecrets } from '../settings/mask-secrets.js';
import { FailureFinder, type LoggedFailure } from './failure-finder.js';
import type { FoundExplanation, FoundFinding } from './found-explanation.js';
import { BEGINNING, recogniseLetter } from './letters/recognise.js';
import type { Weight } from './pattern.js';
import { peek } from './peek.js';
import { readLog } from './read-log.js';
import { SeenFailures } from './seen-failures.js';

/** A text, or the pieces of one, as they come. */
export type Source = string | Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

/** How to explain. */
export interface ExplainRun {
  /** The text is nothing but an error: whatever may be one is one. */
  isError: boolean;
  signal: AbortSignal;
  /** Told of each failure that is found. */
  onFinding?: () => void;
  /** Told once that there is much to read. */
  onLong?: () => void;
}

/** Findings beyond these are not told apart any more: nobody would read them. */
const MOST_FINDINGS = 1000;

/** A letter that was copied out of a window is no larger than this, in bytes. */
const LARGEST_PASTE = 1024 * 1024;

/** What somebody pastes is an error and the lines around it: so many at most. */
const LONGEST_PASTE = 50;

/**
 * Names the causes behind an error message, a log or letters, each once, with the line where it first stands.
 * Opens no connection; needs the same memory however much there is to read.
 *
 * @throws the signal's reason when it is aborted, and whatever reading the source throws
 */
export async function explainSource(source: Source, run: ExplainRun): Promise<FoundExplanation> {
  const { signal, onFinding } = run;
  const peeked = await peek(typeof source === 'string' ? [source] : source, BEGINNING);
  const toPlain = plainBytes(peeked.first);
  const form = recogniseLetter(plainBytes(peeked.first)(peeked.first));
  if (form === undefined) return await explainLog(plainPieces(peeked.pieces, toPlain), run);
  const { explainLetters } = await import('./letters/explain-letters.js');
  if (form === 'letters') {
    const pieces = keptPieces(plainPieces(peeked.pieces, toPlain));
    return await explainLetters(pieces, { form, signal, onFinding });
  }
  const whole = await peek(plainPieces(peeked.pieces, toPlain), LARGEST_PASTE);
  if (whole.first.length < LARGEST_PASTE) {
    const explanation = await explainLetters([whole.first], { form, signal, onFinding });
    if (explanation.ok) return explanation;
  }
  return await explainLog(whole.pieces, run);
}

/** The same for what is known to be no letter. */
async function explainLog(
  pieces: AsyncIterable<Buffer>,
  { isError, signal, onFinding, onLong }: ExplainRun,
): Promise<FoundExplanation> {
  const found = {
    sure: new Map(),
    hint: new Map(),
    possible: new Map(),
    summary: new Map(),
  } satisfies Record<Weight, Map<string, FoundFinding>>;
  const elsewhere = new Set<string>();
  const seen = new SeenFailures();
  // What is only possible is left out of a long log in the end.
  const mostPossible = isError ? Number.POSITIVE_INFINITY : LONGEST_PASTE;
  const finder = new FailureFinder((failure) => {
    if (failure.other !== undefined && !(isError && failure.isElsewhere)) {
      elsewhere.add(failure.other);
      return;
    }
    if (failure.weight === 'possible') {
      if (finder.lines > mostPossible || isCount(failure.evidence)) return;
    }
    const findings: Map<string, FoundFinding> = found[failure.weight];
    if (findings.size >= MOST_FINDINGS || (failure.isElsewhere && !isError)) return;
    if (seen.has(failure)) return;
    const diagnosed = diagnoseLogged(failure);
    const key = keyOf(diagnosed);
    if (findings.has(key)) return;
    findings.set(key, findingOf(diagnosed));
    onFinding?.();
  }, mostPossible);
  await readLog(untilAborted(pieces, signal), finder, { onLong });
  finder.end();
  // Where mail is spoken of, other troubles of the same program are not mail's; and a long log is
  // full of what merely looks like a reply.
  const isShort = finder.lines <= mostPossible;
  const weights: Weight[] = [
    'sure',
    'hint',
    ...(isShort ? (['possible'] as const) : []),
    'summary',
  ];
  const best = weights.find((weight) => found[weight].size > 0);
  const findings: FoundFinding[] = best ? [...found[best].values()] : [];
  const ok = findings.length > 0;
  return {
    schemaVersion: 1,
    command: 'explain',
    ok,
    exitCode: ok ? ExitCode.ok : ExitCode.nothingFound,
    findings: findings.sort((a, b) => a.line - b.line),
    ...(ok ? {} : { lines: finder.lines, elsewhere: [...elsewhere].sort() }),
  };
}

/**
 * Whether what looks like a reply counts something, as `550 books` does: a plural stands behind the number, and
 * nowhere a word that a server refuses with.
 */
function isCount(evidence: Evidence): boolean {
  const { reply } = evidence;
  if (!reply || reply.code === null || reply.enhanced !== null) return false;
  const words = wordsOf(reply);
  return COUNTED.test(words) && ruleOfWords(evidence, reply, words) === undefined;
}

const COUNTED = /^(?!(?:this|does|has|was|is|access|address|pass|status)\b)[a-z]{2,20}s\b/;

/** A failure of a log with its diagnosis, before it is put into words. */
interface DiagnosedFailure {
  line: number;
  /** Its reply holds no secrets any more. */
  evidence: Evidence;
  diagnosis: Diagnosis;
  provider: Provider | undefined;
  /** It says that a mail was not sent, and not why. */
  isSummary: boolean;
}

function diagnoseLogged({ line, evidence, cause, weight }: LoggedFailure): DiagnosedFailure {
  const { reply } = evidence;
  const clean = reply && { reply: { ...reply, text: maskSecrets(stripControls(reply.text)) } };
  return {
    line,
    evidence: { ...evidence, ...clean },
    diagnosis: cause ? diagnosisOf(cause) : diagnose(evidence),
    provider: providerOf(evidence),
    isSummary: weight === 'summary' && cause === 'unknown',
  };
}

function findingOf({
  line,
  evidence,
  diagnosis,
  provider,
  isSummary,
}: DiagnosedFailure): FoundFinding {
  const {
    host,
    port,
    errorCode,
    isCodeInferred,
    certificateNames,
    option,
    serverWords,
    isPassedOn,
  } = evidence;
  const names = certificateNames?.map(stripToLine);
  const certificate = names && { names, issuer: '', validTo: '' };
  const facts = {
    ...{ host, port, errorCode, isCodeInferred, provider, certificate },
    ...(option === undefined ? {} : { detail: 'bad-option' as const, about: option }),
    ...(serverWords === undefined ? {} : { serverWords }),
    ...(isPassedOn ? { isBounce: true } : {}),
    ...(isSummary ? { isSummary } : {}),
  };
  return { line, failure: foundFailure(diagnosis, evidence, facts) };
}

// Session numbers and times change from one try to the next: they do not make another failure.
function keyOf({ diagnosis: { cause }, evidence }: DiagnosedFailure): string {
  const { step, reply, host, port } = evidence;
  // The place tells one failure from another where there is no reply.
  if (!reply) return [cause, step, host, port].join('\n');
  const words = reply.text.replace(/\S+/g, (word) => (/\d/.test(word) ? '' : word));
  return [cause, step, reply.code, reply.enhanced, words.replace(/\s+/g, ' ')].join('\n');
}

async function* untilAborted(
  pieces: AsyncIterable<Buffer>,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}

/** Pieces that stay as they are when the next comes. */
async function* keptPieces(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece);
}

async function* plainPieces(
  pieces: AsyncIterable<Uint8Array>,
  toPlain: (piece: Uint8Array) => Buffer,
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield toPlain(piece);
}
