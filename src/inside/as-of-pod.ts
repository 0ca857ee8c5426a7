import type { FoundReport } from '../smtp/found-report.js';

/** What was found in a pod of Kubernetes: names and places are those of its cluster. */
export function asOfPod(report: FoundReport): FoundReport {
  const { failure } = report;
  return {
    ...report,
    warnings: report.warnings.map((warning) =>
      warning.code === 'loopback-in-container' ? { ...warning, isOfKubernetes: true } : warning,
    ),
    failure: failure && {
      ...failure,
      facts: { ...failure.facts, isOfKubernetes: true, isInPod: true },
    },
  };
}
