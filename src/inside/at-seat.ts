import type { FoundFacts, FoundFailure } from '../diagnosis/found-failure.js';
import type { FoundEvent, FoundReport } from '../smtp/found-report.js';

/** Where a check ran besides a machine, and what else is known there of a failure. */
export type SeatFacts = Partial<FoundFacts>;

/** The checks ran in a container, or in a pod of Kubernetes. Names and places are then those of the container or the cluster. */
export function atSeat(report: FoundReport, facts: SeatFacts): FoundReport {
  const { warnings, failure } = report;
  return {
    ...report,
    warnings: warnings.map((warning) =>
      facts.seat === 'pod' && warning.code === 'loopback-in-container'
        ? { ...warning, isOfKubernetes: true }
        : warning,
    ),
    failure: failure && seated(failure, facts),
  };
}

/** The same of what happens on the way. */
export function eventAtSeat(event: FoundEvent, facts: SeatFacts): FoundEvent {
  return event.type === 'retry' ? { ...event, failure: seated(event.failure, facts) } : event;
}

function seated(failure: FoundFailure, facts: SeatFacts): FoundFailure {
  const isOfKubernetes = facts.seat === 'pod' ? { isOfKubernetes: true } : {};
  return { ...failure, facts: { ...failure.facts, ...isOfKubernetes, ...facts } };
}
