import { ExitCode } from '../exit-codes.js';
import type { DomainTexts, FindingWords } from '../language/domain-texts.js';
import { codeOf, type DomainFinding, type FindingFacts } from '../report/domain-finding.js';
import type { DomainCheck, DomainFailure, DomainReport } from '../report/domain-report.js';
import type { ReportSettings } from '../report/report.js';
import { stripToLine } from '../safety/control-characters.js';
import type { DomainView } from './check-domain.js';

/** Puts what was found about a domain into words. */
export function describeDomain(
  view: DomainView,
  about: { domain: string; settings: ReportSettings; ms: number },
  texts: DomainTexts,
): DomainReport {
  const checks = view.findings.map((finding) => describeFinding(finding, texts));
  const exitCode = exitCodeOf(view.findings);
  return {
    schemaVersion: 1,
    command: 'domain',
    ok: exitCode === ExitCode.ok,
    exitCode,
    domain: about.domain,
    settings: about.settings,
    checks,
    alignment: {
      ...view.alignment,
      policy: view.policy,
      receiversDiffer: view.receiversDiffer.map((one) => texts.differs(one, about.domain)),
    },
    failure: exitCode === ExitCode.ok ? null : failureOf(view.findings, checks),
    ms: about.ms,
  };
}

function describeFinding(finding: DomainFinding, texts: DomainTexts): DomainCheck {
  const { name, status, facts, evidence, record } = finding;
  const { title, explanation, nextSteps } = wordsOf(facts, status, texts);
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
  facts: FindingFacts,
  status: DomainFinding['status'],
  { findings }: DomainTexts,
): FindingWords {
  // Each kind has the function for its own facts: the type check has made sure of it.
  const say = findings[facts.kind] as (
    facts: FindingFacts,
    status: DomainFinding['status'],
  ) => FindingWords;
  return say(facts, status);
}

/**
 * 68: the domain does not exist; 78: a record is missing or wrong so that mail will be refused or taken for
 * spam; 75: no answer from DNS.
 */
function exitCodeOf(findings: readonly DomainFinding[]): ExitCode {
  const failed = findings.filter(({ status }) => status === 'failed');
  if (failed.some(({ facts }) => facts.kind === 'domain-unknown')) return ExitCode.noHost;
  if (failed.length > 0) return ExitCode.config;
  const isUnknown = findings.some(
    ({ status, facts }) => status === 'unknown' && facts.kind === 'dns-unavailable',
  );
  return isUnknown ? ExitCode.tempFail : ExitCode.ok;
}

function failureOf(
  findings: readonly DomainFinding[],
  checks: readonly DomainCheck[],
): DomainFailure | null {
  const at = (wanted: DomainFinding['status']) =>
    findings.findIndex(({ status }) => status === wanted);
  const check = checks[at('failed') >= 0 ? at('failed') : at('unknown')];
  if (!check?.code) return null;
  const { code: cause, title, explanation, nextSteps } = check;
  return { cause, title, explanation, nextSteps };
}
