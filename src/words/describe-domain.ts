import type { FoundDomain } from '../domain/run-domain-check.js';
import { ExitCode } from '../exit-codes.js';
import type { DomainTexts, FindingWords } from '../language/domain-texts.js';
import type { Language } from '../language-codes.js';
import {
  codeOf,
  type DomainFinding,
  type FindingFacts,
  type Misalignment,
} from '../report/domain-finding.js';
import type {
  DnsRecordToWrite,
  DomainCheck,
  DomainFailure,
  DomainReport,
} from '../report/domain-report.js';
import { stripToLine } from '../safety/control-characters.js';
import type { Redact } from '../safety/redactor.js';

/** Puts what was found about a domain into words. */
export function describeDomain(
  { domain, settings, view, exitCode, ms, redact }: FoundDomain,
  texts: DomainTexts,
  language: Language,
): DomainReport {
  // The domain itself is shown as it is, even if the password resembles it.
  const own = domain ?? '\0';
  const show: Redact = (text) => text.split(own).map(redact).join(own);
  const checks = view.findings.map((finding) =>
    describeFinding(
      { ...finding, facts: shownFacts(finding.facts, show) },
      { texts, language, show },
    ),
  );
  const ok = exitCode === ExitCode.ok;
  const failure = () =>
    domain === null
      ? ({
          cause: 'sender-missing',
          ...texts.noDomain,
          docs: 'docs/causes/sender-missing.md',
        } as const)
      : failureOf(view.findings, checks);
  return {
    schemaVersion: 1,
    command: 'domain',
    ok,
    exitCode,
    domain,
    settings,
    checks,
    alignment: {
      ...view.alignment,
      policy: view.policy,
      receiversDiffer: view.receiversDiffer.map((one) =>
        texts.differs(shownFacts(one, show), domain ?? ''),
      ),
    },
    failure: ok ? null : failure(),
    ms,
  };
}

function describeFinding(
  { name, status, facts, evidence, record, place }: DomainFinding,
  { texts, language, show }: { texts: DomainTexts; language: Language; show: Redact },
): DomainCheck {
  const { title, explanation, nextSteps } = wordsOf(inLanguage(facts, language), status, texts);
  const clearing = place ? [texts.aroundRecord(shownFacts(place, show), name)] : [];
  return {
    name,
    status,
    code: codeOf(facts),
    title: stripToLine(title),
    explanation: stripToLine(explanation),
    evidence: shownEvidence(evidence, show),
    nextSteps: [...clearing, ...nextSteps].map(stripToLine),
    record: record && shownRecord(record, show),
  };
}

/** A TXT record may hold 64 kB; a person looks for its beginning. */
const LONGEST_EVIDENCE = 2000;
const MOST_EVIDENCE = 20;
/** A name has 255 octets at most; a term may be anything. */
const LONGEST_NAME = 260;
/** Nobody publishes a longer one. */
const LONGEST_RECORD = 4000;

function shownEvidence(evidence: readonly string[], show: Redact): string[] {
  const rest = evidence.length - MOST_EVIDENCE;
  const lines = evidence
    .slice(0, MOST_EVIDENCE)
    .map((line) => stripToLine(show(line.slice(0, LONGEST_EVIDENCE))));
  return rest > 0 ? [...lines, `… ${rest}`] : lines;
}

/** A record to be copied: whole, or not at all. */
function shownRecord(record: DnsRecordToWrite, show: Redact): DnsRecordToWrite | null {
  const value = stripToLine(record.value);
  const isFit = value.length <= LONGEST_RECORD && show(value) === value;
  return isFit ? { ...record, value } : null;
}

/** What of the facts stands in DNS, and may hold anything. */
const FROM_DNS = ['exchanges', 'term', 'records', 'record', 'name', 'at', 'tag', 'domain', 'to'];

function shownFacts<T>(facts: T, show: Redact, isFromDns = false): T {
  if (typeof facts === 'string') {
    return (isFromDns ? stripToLine(show(facts.slice(0, LONGEST_NAME))) : facts) as T;
  }
  if (Array.isArray(facts)) {
    return facts.slice(0, MOST_EVIDENCE).map((one) => shownFacts(one, show, isFromDns)) as T;
  }
  if (typeof facts !== 'object' || facts === null) return facts;
  const entries = Object.entries(facts).map(([key, value]) => [
    key,
    shownFacts(value, show, FROM_DNS.includes(key)),
  ]);
  return Object.fromEntries(entries) as T;
}

function wordsOf(
  facts: FindingFacts<string>,
  status: DomainFinding['status'],
  { findings }: DomainTexts,
): FindingWords {
  // Each kind has a function for its own facts, which the type check ensures.
  const say = findings[facts.kind] as (
    facts: FindingFacts<string>,
    status: DomainFinding['status'],
  ) => FindingWords;
  return say(facts, status);
}

/** The facts with the providers' names in one language. */
function inLanguage(facts: FindingFacts, language: Language): FindingFacts<string> {
  switch (facts.kind) {
    case 'spf-covers':
    case 'spf-missing':
      return { ...facts, provider: facts.provider?.[language] ?? null };
    case 'spf-of-others': {
      const others = facts.others.map((name) => name[language]);
      const hint = facts.hint?.[language] ?? null;
      return { ...facts, provider: facts.provider[language], others, hint };
    }
    case 'spf-provider-missing':
      return { ...facts, provider: facts.provider[language] };
    case 'dmarc-misaligned':
      return { ...facts, reason: reasonIn(facts.reason, language) };
    default:
      return facts;
  }
}

function reasonIn(reason: Misalignment, language: Language): Misalignment<string> {
  if (reason.kind === 'records') return reason;
  if (reason.kind === 'provider') return { ...reason, provider: reason.provider[language] };
  if (reason.kind === 'login') return { ...reason, through: reason.through[language] };
  const { owner, through } = reason;
  return { ...reason, owner: owner[language], through: through?.[language] ?? null };
}

function failureOf(
  findings: readonly DomainFinding[],
  checks: readonly DomainCheck[],
): DomainFailure | null {
  const failed = findings.findIndex(({ status }) => status === 'failed');
  const unanswered = findings.findIndex(
    ({ status, facts }) => status === 'unknown' && facts.kind === 'dns-unavailable',
  );
  const check = checks[failed >= 0 ? failed : unanswered];
  if (!check?.code) return null;
  const { code: cause, title, explanation, nextSteps } = check;
  return { cause, title, explanation, nextSteps, docs: `docs/domain/${cause}.md` };
}
