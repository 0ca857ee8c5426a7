import type { OutputTexts } from '../language/interface-texts.js';
import type { Report, StepName } from '../report/report.js';
import { MASK } from '../safety/secret.js';
import { formatHostPort } from '../settings/uri/host-port.js';
import { domainWord } from './domain-word.js';

/** What is said of a check that passed. */
export interface PassedWords {
  headline: string;
  /** A server was asked, so Tailchat has to read its settings anew. */
  isReached: boolean;
  /** What the check leaves open, and where to look next. */
  next: readonly string[];
  /** No mail was sent, but the server was asked. */
  isUnsent: boolean;
}

/** The words about a passed check. They claim no more than was tried. */
export function passedWords(report: Report, output: OutputTexts): PassedWords {
  const { message, settings, arrival, warnings } = report;
  if (message) {
    const isSandbox = settings.uriSource?.kind === 'sandbox';
    const look = ['tailchat smtp domain', ...domainWord(settings.senderAddress)].join(' ');
    const next = isSandbox ? [] : output.testNext(message.id, look);
    return {
      headline: output.testPassed(message.accepted, isSandbox),
      isReached: true,
      isUnsent: false,
      next: arrival ? [] : next,
    };
  }
  const isPassed = (name: StepName) =>
    report.steps.some((step) => step.name === name && step.status === 'ok');
  if (isPassed('greeting')) {
    const server = formatHostPort(settings.host ?? MASK, settings.port ?? 0);
    return {
      headline: output.verifyPassed(server, isPassed('auth'), isPassed('mail-from')),
      isReached: true,
      isUnsent: true,
      next: [],
    };
  }
  const isElsewhere = warnings.some(({ code }) => code === 'option-unchecked');
  return isElsewhere
    ? { headline: output.elsewherePassed, isReached: false, isUnsent: false, next: [] }
    : {
        headline: output.offlinePassed,
        isReached: false,
        isUnsent: false,
        next: [output.offlineUnchecked],
      };
}
