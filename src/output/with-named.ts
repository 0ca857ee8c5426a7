import type { Report } from '../report/report.js';
import type { FoundValues } from '../settings/found-values.js';
import { optionsOfSettings, type RepeatedOptions, repeatedOptions } from './command-again.js';
import { domainWord } from './domain-word.js';

/** A command that checks settings. */
const CHECK = /\btailchat smtp (?:verify|test)\b/g;
/** The command that looks at the domain of the settings, where it names none. */
const DOMAIN = /\btailchat smtp domain$/;

/** The report, where the commands of the steps check the same settings, in the same place. */
export function withNamed(
  report: Report,
  args: RepeatedOptions & GivenOptions,
  values: FoundValues,
): Report {
  const { failure, settings } = report;
  if (!failure) return report;
  const named = optionsOfSettings(repeatedOptions(report, args, values));
  // Records are asked for from here, where the settings of a container are not.
  const domain = args.container === undefined ? named : domainWord(settings.senderAddress);
  const steps = withoutGiven(failure.nextSteps, args);
  const nextSteps = steps.map((step) => nameSettings(step, named, domain));
  return { ...report, failure: { ...failure, nextSteps } };
}

/** What was given of the options that steps advise. */
interface GivenOptions {
  isVerbose: boolean;
  isInteractive: boolean;
  waitMs: number;
  timeoutMs: number;
}

/** The steps without those that advise what was done just now: an option that is on, or a wait that is no longer. */
export function withoutGiven(steps: readonly string[], given: GivenOptions): string[] {
  const isGiven = (step: string) =>
    [...step.matchAll(/ ?--(verbose|interactive|wait|timeout)\b(?: (\d+))?/g)].some(
      ([, option, seconds]) => {
        if (option === 'verbose') return given.isVerbose;
        if (option === 'interactive') return given.isInteractive;
        const ms = option === 'wait' ? given.waitMs : given.timeoutMs;
        return seconds !== undefined && ms >= Number(seconds) * 1000;
      },
    );
  return steps.filter((step) => !isGiven(step));
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
