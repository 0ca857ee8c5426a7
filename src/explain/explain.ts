import { describeFailure } from '../diagnosis/describe-failure.js';
import { diagnose } from '../diagnosis/diagnose.js';
import type { Evidence } from '../diagnosis/evidence.js';
import { providerFacts } from '../diagnosis/provider-facts.js';
import { providerOf } from '../diagnosis/provider-of.js';
import { ExitCode } from '../exit-codes.js';
import type { Texts } from '../language/texts.js';
import type { Provider } from '../providers/provider.js';
import { type Diagnosis, diagnosisOf } from '../report/causes.js';
import type { Explanation, Finding } from '../report/explanation.js';
import type { Facts } from '../report/facts.js';
import { stripControls } from '../safety/control-characters.js';
import { MASK } from '../safety/secret.js';
import { maskUrisIn } from '../settings/uri/smtp-uri.js';
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
    const named = name(failure);
    const key = keyOf(named);
    if (!findings.has(key)) findings.set(key, describe(named, texts));
  });
  for await (const lines of readLines(typeof source === 'string' ? [source] : source)) {
    signal.throwIfAborted();
    for (const line of lines) finder.push(line);
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

/** A failure of a log with its diagnosis, before it is put into words. */
interface NamedFailure {
  line: number;
  /** Its reply holds no secrets any more. */
  evidence: Evidence;
  diagnosis: Diagnosis;
  provider: Provider | undefined;
}

function name({ line, evidence, cause }: LoggedFailure): NamedFailure {
  const { reply } = evidence;
  const clean = reply && { reply: { ...reply, text: maskSecrets(stripControls(reply.text)) } };
  return {
    line,
    evidence: { ...evidence, ...clean },
    diagnosis: cause ? diagnosisOf(cause) : diagnose(evidence),
    provider: providerOf(evidence),
  };
}

function describe({ line, evidence, diagnosis, provider }: NamedFailure, texts: Texts): Finding {
  const { host, port, errorCode } = evidence;
  const about = providerFacts(provider, texts.interface.language, diagnosis.cause);
  const facts: Facts = { host, port, errorCode, provider: about };
  const { failure } = describeFailure(texts, diagnosis, evidence, facts);
  const { suggestion: _, ...finding } = failure;
  return { ...finding, line };
}

/** A value behind a word for it, as JSON, a query or a log writes it. */
const NAMED_SECRET =
  /\b(pass(?:word|wd|phrase)?|pwd|secret|token)(["']?[ ]?[:=][ ]?)("[^"]*"|'[^']*'|[^\s,;}]+)/gi;
const LOGIN_COMMAND = /\b(AUTH (?:PLAIN|LOGIN|XOAUTH2|CRAM-MD5)) [A-Za-z0-9+/=]{4,}/g;

/** A log holds what a program was given: the server's words are shown without any of it. */
function maskSecrets(text: string): string {
  return text
    .split('\n')
    .map(maskLogin)
    .join('\n')
    .replace(NAMED_SECRET, `$1$2${MASK}`)
    .replace(LOGIN_COMMAND, `$1 ${MASK}`);
}

/** Masks the URIs with a login in a line; the address of a help page is none. */
function maskLogin(line: string): string {
  const masked = line.replace(/\S+/g, (word) => {
    const start = word.indexOf('://');
    return start > 0 && word.includes('@', start) ? maskUrisIn(word) : word;
  });
  // An unencoded password may hold a space: then all up to the line's last @ may be of it.
  const start = /\bsmtps?:\/\/[^\s@]{0,2000}\s/i.exec(masked)?.index ?? -1;
  const end = masked.lastIndexOf('@');
  if (start < 0 || end < start) return masked;
  const login = masked.indexOf('://', start) + 3;
  return `${masked.slice(0, login)}${MASK}${masked.slice(end)}`;
}

// Session numbers and times change from one try to the next: they do not make another failure.
function keyOf({ diagnosis: { cause }, evidence }: NamedFailure): string {
  const { step, reply, host, port } = evidence;
  // Without a reply it is the place that tells one failure from another.
  if (!reply) return [cause, step, host, port].join('\n');
  const words = reply.text.replace(/\S+/g, (word) => (/\d/.test(word) ? '' : word));
  return [cause, step, reply.code, reply.enhanced, words.replace(/\s+/g, ' ')].join('\n');
}
