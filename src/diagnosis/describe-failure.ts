import type { ExitCode } from '../exit-codes.js';
import type { Texts } from '../language/texts.js';
import type { Diagnosis } from '../report/causes.js';
import type { Facts } from '../report/facts.js';
import type { Failure } from '../report/report.js';
import type { Evidence } from './evidence.js';

/** A failure as the report shows it, with the exit code of its cause. */
export interface NamedFailure {
  failure: Failure;
  exitCode: ExitCode;
}

/** Puts a diagnosis into words. */
export function describeFailure(
  texts: Texts,
  { cause, retryable, exitCode }: Diagnosis,
  { step, reply }: Evidence,
  facts: Facts,
): NamedFailure {
  const inBounce = facts.isBounce ? texts.bounces[cause] : undefined;
  const { title, explanation, nextSteps } = (inBounce ?? texts.causes[cause])(facts);
  const failure = {
    cause,
    step,
    retryable,
    title,
    explanation,
    nextSteps: texts.withProvider(nextSteps, facts.provider),
    reply: reply ?? null,
    suggestion: null,
    docs: `docs/causes/${cause}.md`,
  };
  return { failure, exitCode };
}
