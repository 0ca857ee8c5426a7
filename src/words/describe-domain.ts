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
import type { DomainCheck, DomainFailure, DomainReport } from '../report/domain-report.js';
import { stripToLine } from '../safety/control-characters.js';

/** Puts what was found about a domain into words. */
export function describeDomain(
  { domain, settings, view, exitCode, ms }: FoundDomain,
  texts: DomainTexts,
  language: Language,
): DomainReport {
  const checks = view.findings.map((finding) => describeFinding(finding, texts, language));
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
      receiversDiffer: view.receiversDiffer.map((one) => texts.differs(one, domain ?? '')),
    },
    failure: ok ? null : failure(),
    ms,
  };
}

function describeFinding(
  finding: DomainFinding,
  texts: DomainTexts,
  language: Language,
): DomainCheck {
  const { name, status, facts, evidence, record } = finding;
  const { title, explanation, nextSteps } = wordsOf(inLanguage(facts, language), status, texts);
  return {
    name,
    status,
    code: codeOf(facts),
    title: stripToLine(title),
    explanation: stripToLine(explanation),
    evidence: evidence.map((line) => stripToLine(line).slice(0, LONGEST_EVIDENCE)),
    nextSteps: nextSteps.map(stripToLine),
    record: record && { ...record, value: stripToLine(record.value) },
  };
}

/** A TXT record may hold 64 kB; a person looks for its beginning. */
const LONGEST_EVIDENCE = 2000;

function wordsOf(
  facts: FindingFacts<string>,
  status: DomainFinding['status'],
  { findings }: DomainTexts,
): FindingWords {
  // Each kind has the function for its own facts: the type check has made sure of it.
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
    case 'spf-provider-missing':
      return { ...facts, provider: facts.provider[language] };
    case 'dmarc-misaligned':
      return { ...facts, reason: reasonIn(facts.reason, language) };
    default:
      return facts;
  }
}

function reasonIn(reason: Misalignment, language: Language): Misalignment<string> {
  if (reason.by === 'records') return reason;
  if (reason.by === 'provider') return { ...reason, provider: reason.provider[language] };
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
