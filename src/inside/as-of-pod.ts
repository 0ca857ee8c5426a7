import type { FoundReport } from '../smtp/found-report.js';

/** The checks ran in a pod of Kubernetes. Names and places are then those of the cluster. */
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
