import type { Facts } from '../../report/facts.js';
import { isSubmission } from '../facts.js';
import { plan } from './plan.js';

export const stepsOfBusy = ({ speaksOf }: Facts) =>
  plan('later', speaksOf === 'connections' ? 'close-others' : 'look-into-log');

const isOfReverseName = ({ speaksOf }: Facts) => speaksOf === 'reverse-name';

export const whyBlocked = (facts: Facts) =>
  plan(isOfReverseName(facts) ? 'no-reverse-name' : 'any-reason', 'not-the-login');

export function stepsOfBlocked(facts: Facts) {
  const isSaid = isOfReverseName(facts);
  return plan(
    isSaid && 'reverse-dns',
    'read-words',
    !isSubmission(facts) && 'use-submission',
    !isSaid && 'reverse-dns',
    !isSaid && 'ask-for-removal',
  );
}

export const stepsOfHelo = ({ clientName }: Facts) =>
  plan(clientName ? 'other-name' : 'give-name', 'check-name');
