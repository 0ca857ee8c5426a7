import type { Report } from '../report/report.js';
import type { FoundValues } from '../settings/found-values.js';
import { optionsOfSettings, type RepeatedOptions, repeatedOptions } from './command-again.js';

/** A command that checks settings. */
const COMMAND = /\btailchat smtp (?:verify|test)\b/g;

/** The report, where the commands of the steps check the same settings, in the same place. */
export function withNamed(report: Report, args: RepeatedOptions, values: FoundValues): Report {
  const { failure } = report;
  if (!failure) return report;
  const named = optionsOfSettings(repeatedOptions(report, args, values));
  const nextSteps = failure.nextSteps.map((step) => nameSettings(step, named));
  return { ...report, failure: { ...failure, nextSteps } };
}

/** A step with the options that name the settings. One with `--in` names a place of its own. */
export function nameSettings(step: string, named: readonly string[]): string {
  if (/ --in\b/.test(step)) return step;
  return step.replace(COMMAND, (command) => [command, ...named].join(' '));
}
