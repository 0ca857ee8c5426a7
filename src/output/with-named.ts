import type { Report } from '../report/report.js';
import type { FoundValues } from '../settings/found-values.js';
import { optionsOfSettings, type RepeatedOptions, repeatedOptions } from './command-again.js';
import { domainWord } from './domain-word.js';

/** A command that checks settings. */
const CHECK = /\btailchat smtp (?:verify|test)\b/g;
/** The command that looks at the domain of the settings, where it names none. */
const DOMAIN = /\btailchat smtp domain$/;

/** The report, where the commands of the steps check the same settings, in the same place. */
export function withNamed(report: Report, args: RepeatedOptions, values: FoundValues): Report {
  const { failure, settings } = report;
  if (!failure) return report;
  const named = optionsOfSettings(repeatedOptions(report, args, values));
  // Records are asked for from here, where the settings of a container are not.
  const domain = args.container === undefined ? named : domainWord(settings.senderAddress);
  const nextSteps = failure.nextSteps.map((step) => nameSettings(step, named, domain));
  return { ...report, failure: { ...failure, nextSteps } };
}

/**
 * A step with the options that name the settings. One with `--in` names a place of its own.
 *
 * @param named the options of a check
 * @param ofDomain the words for a command about the domain
 */
export function nameSettings(
  step: string,
  named: readonly string[],
  ofDomain: readonly string[] = named,
): string {
  if (/ --in\b/.test(step)) return step;
  return step
    .replace(CHECK, (command) => [command, ...named].join(' '))
    .replace(DOMAIN, (command) => [command, ...ofDomain].join(' '));
}
