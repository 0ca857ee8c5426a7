import { ExitCode } from '../exit-codes.js';
import type { DomainFinding } from '../report/domain-finding.js';

/**
 * How `domain` ends by its findings: 68 where the domain does not exist; 78 where a record is missing or wrong so
 * that mail will be refused or taken for spam; 75 where DNS did not answer.
 */
export function exitCodeOfDomain(findings: readonly DomainFinding[]): ExitCode {
  const failed = findings.filter(({ status }) => status === 'failed');
  if (failed.some(({ facts }) => facts.kind === 'domain-unknown')) return ExitCode.noHost;
  if (failed.length > 0) return ExitCode.config;
  const isUnknown = findings.some(
    ({ status, facts }) => status === 'unknown' && facts.kind === 'dns-unavailable',
  );
  return isUnknown ? ExitCode.tempFail : ExitCode.ok;
}
