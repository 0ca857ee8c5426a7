import type { FoundFailure } from '../diagnosis/found-failure.js';
import type { FoundWarning } from '../diagnosis/found-warning.js';
import type { Cause } from '../report/causes.js';
import type { CheckEvent, Report, SkipReason, Step } from '../report/report.js';

/** A step as it ended, before it is put into words. */
export interface FoundStep extends Omit<Step, 'why'> {
  why?: SkipReason;
}

/** The outcome of a check, before it is put into words. */
export interface FoundReport extends Omit<Report, 'steps' | 'warnings' | 'failure'> {
  steps: FoundStep[];
  warnings: FoundWarning[];
  failure: FoundFailure | null;
}

/** What happens while a check runs, before it is put into words. */
export type FoundEvent =
  | Exclude<CheckEvent, { type: 'step-end' | 'warning' | 'retry' }>
  | { type: 'step-end'; step: FoundStep; cause?: Cause }
  | { type: 'warning'; warning: FoundWarning }
  | { type: 'retry'; failure: FoundFailure; delayMs: number };

/** A subscriber to the progress of a check. */
export type FoundListener = (event: FoundEvent) => void;
