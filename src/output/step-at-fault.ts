import type { Report, Step } from '../report/report.js';

/**
 * The step that failed; none where all went well, and what came to light is a warning or what became of the mail. Where only some
 * recipients were refused, the step itself went on.
 */
export function stepAtFault({ steps, failure, arrival }: Report): Step | undefined {
  const failed = steps.findLast(({ status }) => status === 'failed');
  const isOfMailbox = arrival !== undefined && failure?.step === 'data';
  const isRefused = failure?.reply && !isOfMailbox;
  return failed ?? (isRefused ? steps.find(({ name }) => name === failure.step) : undefined);
}
