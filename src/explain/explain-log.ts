import { diagnose, ruleOfWords } from '../diagnosis/diagnose.js';
import type { Evidence } from '../diagnosis/evidence.js';
import { foundFailure } from '../diagnosis/found-failure.js';
import { providerOf } from '../diagnosis/provider-of.js';
import { wordsOf } from '../diagnosis/rules/reply-words.js';
import { ExitCode } from '../exit-codes.js';
import type { Provider } from '../providers/provider.js';
import { type Diagnosis, diagnosisOf } from '../report/causes.js';
import type { Facts } from '../report/facts.js';
import { stripControls, stripToLine } from '../safety/control-characters.js';
import { maskSecrets } from '../settings/mask-secrets.js';
import { shownLoggedHost } from '../settings/uri/shown-host.js';
import { ApplicationNames } from './application-names.js';
import type { LoggedFailure } from './draft.js';
import { FailureFinder } from './failure-finder.js';
import type { FoundExplanation, FoundFinding, LoggedFinding } from './found-explanation.js';
import { asInHouse } from './in-house.js';
import { PastedMode } from './pasted-mode.js';
import type { Weight } from './patterns/pattern.js';
import type { PutOffMails } from './put-off-mails.js';
import { LONGEST_PASTE, showFirst } from './reading/first-lines.js';
import { LONGEST_LINE } from './reading/lines.js';
import { readLog } from './reading/read-log.js';
import { withoutConsequences, withoutRepeats } from './said-once.js';
import { SeenFailures } from './seen-failures.js';
import { withMode } from './with-mode.js';

/** How to explain. */
export interface ExplainRun {
  /** The text is nothing but an error, so anything that may be an error counts as one. */
  isError: boolean;
  signal: AbortSignal;
  /** Called for each failure that is found. */
  onFinding?: () => void;
  /** Called once, when there is much to read. */
  onLong?: () => void;
  /** Called where a compressed text is cut off or damaged, with the file's name if it is one. Without it that is an error. */
  onBroken?: (error: unknown, name?: string) => void;
}

/** The most findings that are kept apart. Nobody would read more. */
const MOST_FINDINGS = 1000;

/** Names the causes behind a text that is known to be no letter, as `explainSource` does. */
export async function explainLog(
  pieces: AsyncIterable<Buffer>,
  { isError, signal, onFinding, onLong }: ExplainRun,
): Promise<FoundExplanation> {
  const found = {
    sure: new Map(),
    hint: new Map(),
    possible: new Map(),
    summary: new Map(),
    generic: new Map(),
  } satisfies Record<Weight, Map<string, LoggedFinding>>;
  const elsewhere = new Set<string>();
  const seen = new SeenFailures();
  const names = new ApplicationNames();
  const settings = new PastedMode();
  const look = (line: string, number: number) => {
    names.look(line);
    settings.look(line, number);
  };
  // Findings that are merely possible are dropped at the end of a long log.
  const mostPossible = isError ? Number.POSITIVE_INFINITY : LONGEST_PASTE;
  const finder = new FailureFinder(
    (failure) => {
      if (failure.other !== undefined) {
        elsewhere.add(failure.other);
        return;
      }
      if (failure.weight === 'possible' || failure.weight === 'generic') {
        if (finder.lines > mostPossible || isCount(failure.evidence)) return;
      }
      const findings: Map<string, LoggedFinding> = found[failure.weight];
      if (findings.size >= MOST_FINDINGS || (failure.isElsewhere && !isError)) return;
      const name = seen.nameOf(failure, () => {
        const diagnosed = diagnoseLogged(failure);
        const key = keyOf(diagnosed);
        if (findings.has(key)) return key;
        findings.set(key, { ...findingOf(diagnosed), origin: failure.origin });
        onFinding?.();
        return key;
      });
      if (failure.evidence.isDeferred) finder.putOff.add(failure.putOff, name);
    },
    mostPossible,
    mostPossible,
  );
  const isCut = await readLog(
    untilAborted(pieces, signal),
    showFirst(finder, LONGEST_PASTE, look),
    { onLong },
  );
  finder.end();
  const isPaste = finder.lines <= LONGEST_PASTE;
  const best = weightsOf(finder.lines <= mostPossible).find((weight) => found[weight].size > 0);
  const all = best ? withEnds(found[best], finder.putOff) : [];
  // A mail server's log tells of the mails of others, too. The errors of the program that sends are not theirs.
  if (isPaste && best === 'sure' && all.every(({ origin }) => origin.isAtServer)) {
    all.push(...[...found.possible.values()].filter(({ origin }) => origin.isNamedError));
  }
  const reasons = all.filter(({ failure }) => failure.diagnosis.cause !== 'unknown');
  const told = best === 'generic' && reasons.length > 0 ? reasons : all;
  const said = isPaste ? withoutConsequences(withoutRepeats(told)) : told;
  const findings = isPaste ? withMode(said, settings.atOdds) : said;
  const ok = findings.length > 0;
  const ofApplication = names.facts ? { application: names.facts } : {};
  return {
    schemaVersion: 1,
    command: 'explain',
    ok,
    exitCode: ok ? ExitCode.ok : ExitCode.nothingFound,
    findings: findings.map((one) => withFacts(one, ofApplication)).sort((a, b) => a.line - b.line),
    ...(ok ? {} : { lines: finder.lines, elsewhere: [...elsewhere].sort(), ...ofApplication }),
    ...(!ok && isCut ? { cutAt: LONGEST_LINE } : {}),
  };
}

/**
 * What is told, the surest first, and only the surest that there is: in a log about mail, other troubles of the same program are
 * not mail's. A long log is also full of text that merely looks like a reply.
 */
function weightsOf(isShort: boolean): readonly Weight[] {
  return isShort ? ['sure', 'hint', 'possible', 'summary', 'generic'] : ['sure', 'hint', 'summary'];
}

/**
 * Whether an apparent reply counts something, as `550 books` does: a plural stands behind the number, and no word of a refusal
 * follows.
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
  /** Evidence whose reply holds no secrets any more. */
  evidence: Evidence;
  diagnosis: Diagnosis;
  provider: Provider | undefined;
  /** The failure says that a mail was not sent, and not why. */
  isSummary: boolean;
}

function diagnoseLogged({ line, evidence, cause, weight }: LoggedFailure): DiagnosedFailure {
  const { reply } = evidence;
  const clean = reply && { reply: { ...reply, text: maskSecrets(stripControls(reply.text)) } };
  return {
    line,
    evidence: { ...evidence, ...clean },
    diagnosis: asInHouse(cause ? diagnosisOf(cause) : diagnose(evidence), evidence),
    provider: providerOf(evidence),
    isSummary: (weight === 'summary' || weight === 'generic') && cause === 'unknown',
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
    lackedFamily,
    certificateNames,
    option,
    serverWords,
    isPassedOn,
    isToRelay,
    isOwn,
    isDeferred,
  } = evidence;
  const names = certificateNames?.map(stripToLine);
  const certificate = names && { names, issuer: '', validTo: '' };
  const facts = {
    ...(host === undefined ? {} : { host: shownLoggedHost(host) }),
    ...{ port, errorCode, isCodeInferred, lackedFamily, provider, certificate },
    ...(option === undefined ? {} : { detail: 'bad-option' as const, about: option }),
    ...(serverWords === undefined ? {} : { serverWords }),
    ...(isPassedOn ? { isBounce: true } : {}),
    ...(isToRelay ? { isToRelay } : {}),
    ...(isOwn ? { isOwn } : {}),
    ...(isDeferred ? { putOff: { until: null } } : {}),
    ...(isSummary ? { isSummary } : {}),
  };
  return { line, failure: foundFailure(diagnosis, evidence, facts) };
}

/** The findings, where mails were put off with what became of them. Mails that arrived are told where nothing else is. */
function withEnds(found: ReadonlyMap<string, LoggedFinding>, mails: PutOffMails): LoggedFinding[] {
  const all = [...found].map(([name, one]): LoggedFinding => {
    const { facts } = one.failure;
    const end = facts.putOff ? mails.endOf(name) : 'open';
    if (!facts.putOff || end === 'open') return one;
    const putOff = end === 'failed' ? undefined : { ...facts.putOff, end };
    return { ...one, failure: { ...one.failure, facts: { ...facts, putOff } } };
  });
  const left = all.filter(({ failure }) => failure.facts.putOff?.end !== 'delivered');
  return left.length > 0 ? left : all;
}

/** A finding without a reason gets the place where the reason can be looked up. */
function withFacts(
  { line, failure }: FoundFinding,
  facts: Pick<Facts, 'application'>,
): FoundFinding {
  if (failure.facts.isSummary !== true) return { line, failure };
  return { line, failure: { ...failure, facts: { ...failure.facts, ...facts } } };
}

// Session numbers and times change from one try to the next. They do not make another failure.
function keyOf({ diagnosis: { cause }, evidence }: DiagnosedFailure): string {
  const { step, reply, host, port } = evidence;
  // Without a reply, the place tells one failure from another.
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
