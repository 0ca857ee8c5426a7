import { ExitCode } from '../exit-codes.js';
import type { Texts } from '../language/texts.js';
import { diagnosisOf } from '../report/causes.js';
import type { Explanation, Finding } from '../report/explanation.js';
import type { Facts } from '../report/facts.js';
import { stripControls } from '../safety/control-characters.js';
import { maskUrisIn } from '../settings/smtp-uri.js';
import { diagnose } from '../smtp/diagnose.js';
import { describeFailure } from '../smtp/outcome.js';
import { providerFacts } from '../smtp/provider-facts.js';
import { providerOf } from '../smtp/provider-of.js';
import { FailureFinder, type LoggedFailure } from './failure-finder.js';
import type { Weight } from './known-errors.js';
import { readLines } from './lines.js';

/** A text, or the pieces of one, as they come. */
export type Source = string | Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

/** How to explain. */
export interface ExplainRun {
  /** The text is nothing but an error: whatever may be one is one. */
  isError: boolean;
  texts: Texts;
  signal: AbortSignal;
}

/** Findings beyond these are not told apart any more: nobody would read them. */
const MOST_FINDINGS = 1000;

/** What somebody pastes is an error and the lines around it: so many at most. */
const LONGEST_PASTE = 50;

/**
 * Names the causes behind an error message or a log, each once, with the line where it first stands.
 * Opens no connection; needs the same memory however much there is to read.
 *
 * @throws the signal's reason when it is aborted, and whatever reading the source throws
 */
export async function explainSource(
  source: Source,
  { isError, texts, signal }: ExplainRun,
): Promise<Explanation> {
  const found = { sure: new Map(), hint: new Map(), possible: new Map() } satisfies Record<
    Weight,
    Map<string, Finding>
  >;
  const finder = new FailureFinder((failure) => {
    const findings: Map<string, Finding> = found[failure.weight];
    if (findings.size >= MOST_FINDINGS || (failure.isElsewhere && !isError)) return;
    const finding = describe(failure, texts);
    const key = keyOf(finding);
    if (!findings.has(key)) findings.set(key, finding);
  });
  for await (const line of readLines(typeof source === 'string' ? [source] : source)) {
    signal.throwIfAborted();
    finder.push(line);
  }
  finder.end();
  // Where mail is spoken of, other troubles of the same program are not mail's; and a long log is
  // full of what merely looks like a reply.
  const isShort = isError || finder.lines <= LONGEST_PASTE;
  const weights: Weight[] = ['sure', 'hint', ...(isShort ? (['possible'] as const) : [])];
  const best = weights.find((weight) => found[weight].size > 0);
  const findings: Finding[] = best ? [...found[best].values()] : [];
  const ok = findings.length > 0;
  return {
    schemaVersion: 1,
    command: 'explain',
    ok,
    exitCode: ok ? ExitCode.ok : ExitCode.nothingFound,
    findings: findings.sort((a, b) => a.line - b.line),
  };
}

function describe({ line, evidence, cause }: LoggedFailure, texts: Texts): Finding {
  const diagnosis = cause ? diagnosisOf(cause) : diagnose(evidence);
  const { host, port, errorCode } = evidence;
  const provider = providerFacts(providerOf(evidence), texts.interface.language, diagnosis.cause);
  const facts: Facts = { host, port, errorCode, provider };
  const { failure } = describeFailure(texts, diagnosis, evidence, facts);
  const { suggestion: _, reply, ...finding } = failure;
  const clean = reply && {
    ...reply,
    text: stripControls(reply.text).replace(WORD, maskLogin),
  };
  return { ...finding, reply: clean, line };
}

const WORD = /\S+/g;

/** Masks a URI with a user and a password in it; the address of a help page is none. */
function maskLogin(word: string): string {
  const start = word.indexOf('://');
  return start > 0 && word.includes('@', start) ? maskUrisIn(word) : word;
}

// Session numbers and times change from one try to the next: they do not make another failure.
function keyOf({ cause, step, reply }: Finding): string {
  const words = reply?.text.replace(WORD, (word) => (/\d/.test(word) ? '' : word)) ?? '';
  return [cause, step, reply?.code, reply?.enhanced, words.replace(/\s+/g, ' ')].join('\n');
}
