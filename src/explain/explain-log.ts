import { diagnose } from '../diagnosis/diagnose.js';
import type { Evidence } from '../diagnosis/evidence.js';
import { foundFailure } from '../diagnosis/found-failure.js';
import { providerOf } from '../diagnosis/provider-of.js';
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
import { isCount } from './is-count.js';
import { PastedMode } from './pasted-mode.js';
import type { Weight } from './patterns/pattern.js';
import { LONGEST_PASTE, showFirst } from './reading/first-lines.js';
import { LONGEST_LINE } from './reading/lines.js';
import { readLog } from './reading/read-log.js';
import { withoutConsequences, withoutRepeats } from './said-once.js';
import { SeenFailures } from './seen-failures.js';
import { asTyped } from './turns.js';
import { withEnds } from './with-ends.js';
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
      finder.turns.add(failure.turn, name);
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
  let isGotOver = false;
  for (const findings of Object.values(found) as Map<string, LoggedFinding>[]) {
    for (const name of findings.keys()) {
      if (finder.turns.isOver(name)) isGotOver = findings.delete(name);
    }
  }
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
    ...(!ok && isGotOver ? { gotOver: true } : {}),
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
    diagnosis: asTyped(
      asInHouse(cause ? diagnosisOf(cause) : diagnose(evidence), evidence),
      evidence,
    ),
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
    isTyped,
    wrongPart,
  } = evidence;
  const names = certificateNames?.map(stripToLine);
  const certificate = names && { names, issuer: '', validTo: '' };
  const facts = {
    ...(host === undefined ? {} : { host: shownLoggedHost(host) }),
    ...{ port, errorCode, isCodeInferred, lackedFamily, provider, certificate, wrongPart },
    ...(option === undefined ? {} : { detail: 'bad-option' as const, about: option }),
    ...(serverWords === undefined ? {} : { serverWords }),
    ...(isPassedOn ? { isBounce: true } : {}),
    ...(isToRelay ? { isToRelay } : {}),
    ...(isOwn ? { isOwn } : {}),
    ...(isDeferred ? { putOff: { until: null } } : {}),
    ...(isSummary ? { isSummary } : {}),
    ...(isTyped && diagnosis.cause === 'protocol-error' ? { isTyped } : {}),
  };
  return { line, failure: foundFailure(diagnosis, evidence, facts) };
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
