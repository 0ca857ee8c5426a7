import type { Facts } from '../../report/facts.js';
import { plan } from './plan.js';

/** What is wrong with an answer, as far as it is known. */
export function faultOfAnswer({ hasBlankLine, speaksOf, isTyped }: Facts) {
  if (isTyped) return 'typed';
  if (speaksOf === 'command') return 'command';
  return hasBlankLine ? 'blank-line' : 'any';
}

export const stepsOfFaultyAnswer = ({ isTyped }: Facts) =>
  isTyped
    ? plan('type-in-order', 'show-conversation')
    : plan('check-host', 'show-conversation', 'find-filter');

/** Where a mail lies that was sorted out on its arrival. */
export const sortedOutTo = ({ inSpam }: Facts) => inSpam?.place ?? 'spam';

export const stepsOfSortedOut = (facts: Facts) => {
  const place = sortedOutTo(facts);
  if (place === 'trash') return plan('rules', 'records-else');
  return plan('records', 'headers', place === 'held' ? 'release' : 'move-out');
};

/** What is known of a failure without a cause: a program has only summed it up, or it was seen. */
export const kindOfUnknown = ({ isSummary }: Facts) => (isSummary ? 'summary' : 'seen');

export const stepsOfUnknown = ({ isSummary, application }: Facts) =>
  plan(
    application !== undefined && 'log-of-application',
    isSummary && 'where-it-stands',
    'read-words',
    'show-conversation',
  );
