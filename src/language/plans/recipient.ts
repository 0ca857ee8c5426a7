import type { Facts } from '../../report/facts.js';
import { plan } from './plan.js';

/** Whose address is to be looked at: one that was given, or one that only the letter or the reply names. */
const check = ({ recipients }: Facts) => (recipients?.length ? 'check-given' : 'check-address');

export const stepsOfUnknownRecipient = (facts: Facts) => plan(check(facts), 'other-recipient');

export const whyBadRecipient = ({ valueNumber }: Facts) =>
  plan('form', valueNumber !== undefined && 'which');

export const stepsOfRejectedRecipient = (facts: Facts) =>
  plan('other-recipient', check(facts), 'ask-about-recipients');

export const stepsOfRestricted = ({ provider }: Facts) =>
  plan(!provider?.advice && 'ask-for-access', 'verify');
