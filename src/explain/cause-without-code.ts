import { ruleOfWords } from '../diagnosis/diagnose.js';
import type { Cause } from '../report/causes.js';
import type { StepName } from '../report/report.js';

/**
 * The cause that a server's words name where the code is lost.
 *
 * @param codes one possible code of each kind that the rules ask for, the likeliest first; `null` is none
 */
export function causeWithoutCode(
  step: StepName,
  text: string,
  codes: readonly (number | null)[],
): Cause | undefined {
  for (const code of codes) {
    const rule = ruleOfWords({ step }, { code, enhanced: null, text }, text);
    if (rule) return rule.cause;
  }
  return undefined;
}
