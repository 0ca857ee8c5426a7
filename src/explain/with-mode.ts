import { foundFailure } from '../diagnosis/found-failure.js';
import { type Cause, diagnosisOf } from '../report/causes.js';
import { shownLoggedHost } from '../settings/uri/shown-host.js';
import type { FoundFinding } from './found-explanation.js';
import type { ModeAtOdds } from './pasted-mode.js';

/** The failure of a client whose first bytes are not what the port wants, as far as the client can tell. */
const OF_MODE: Record<ModeAtOdds['cause'], ReadonlySet<Cause>> = {
  'tls-on-plain-port': new Set<Cause>(['tls-failed', 'tls-version', 'connection-closed']),
  'plain-on-tls-port': new Set<Cause>(['connection-closed', 'server-silent', 'timeout']),
};

/** Drops findings that tell less than the settings beside them. */
export function withMode(findings: FoundFinding[], atOdds: ModeAtOdds | undefined): FoundFinding[] {
  if (!atOdds) return findings;
  const { line, cause, ...evidence } = atOdds;
  const isExplained = ({ failure: { facts, diagnosis } }: FoundFinding) =>
    facts.isSummary === true || OF_MODE[cause].has(diagnosis.cause);
  if (!findings.every(isExplained)) return findings;
  const facts = {
    ...(evidence.host === undefined ? {} : { host: shownLoggedHost(evidence.host) }),
    port: evidence.port,
  };
  return [{ line, failure: foundFailure(diagnosisOf(cause), evidence, facts) }];
}
