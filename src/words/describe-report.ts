import type { Seat, Texts } from '../language/texts.js';
import type { CheckListener, Report, Step } from '../report/report.js';
import type { FoundListener, FoundReport, FoundStep } from '../smtp/found-report.js';
import { describeFailure } from './describe-failure.js';
import { describeWarning } from './describe-warning.js';

/**
 * Puts the outcome of a check into words.
 *
 * @param seat where it ran, if not on a machine
 */
export function describeReport(found: FoundReport, texts: Texts, seat?: Seat): Report {
  return {
    ...found,
    steps: found.steps.map((step) => describeStep(step, texts)),
    warnings: found.warnings.map((warning) => describeWarning(warning, texts, seat)),
    failure: found.failure && describeFailure(found.failure, texts),
  };
}

/** A listener to a check for one who wants to hear words. */
export function hearInWords(listener: CheckListener, texts: Texts, seat?: Seat): FoundListener {
  return (event) => {
    switch (event.type) {
      case 'step-end':
        return listener({ ...event, step: describeStep(event.step, texts) });
      case 'warning':
        return listener({ ...event, warning: describeWarning(event.warning, texts, seat) });
      case 'retry': {
        const { cause, title } = describeFailure(event.failure, texts);
        return listener({ type: 'retry', cause, title, delayMs: event.delayMs });
      }
      default:
        return listener(event);
    }
  };
}

function describeStep({ why, ...step }: FoundStep, texts: Texts): Step {
  if (why === undefined) return step;
  const { name, status, ms, ...details } = step;
  return { name, status, ms, why: texts.interface.output.skipped[why], ...details };
}
