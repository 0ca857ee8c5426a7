import type { Facts } from '../../report/facts.js';
import { plan } from './plan.js';
import { ODD_DOTS } from './sender.js';

/** Whose address is to be looked at: one that was given, or one that only the letter or the reply names. */
const check = ({ recipients }: Facts) => (recipients?.length ? 'check-given' : 'check-address');

export const stepsOfUnknownRecipient = (facts: Facts) => plan(check(facts), 'other-recipient');

/** Whether dots stand where RFC 5321 section 4.1.2 allows none without quotation marks. */
const hasOddDots = (recipients: readonly string[] = []) =>
  recipients.some((address) => ODD_DOTS.test(address));

export const whyBadRecipient = ({ valueNumber, recipients }: Facts) =>
  plan(hasOddDots(recipients) ? 'odd-dots' : 'form', valueNumber !== undefined && 'which');

export const stepsOfRejectedRecipient = (facts: Facts) =>
  plan('other-recipient', check(facts), 'ask-about-recipients');

export const stepsOfRestricted = ({ provider }: Facts) =>
  plan(!provider?.advice && 'ask-for-access', 'verify');

/** The recipients to try again, as a command line takes them bare: those that are waiting, where others have the mail. */
export function recipientsToTry({ recipients = [] }: Facts): string {
  const list = recipients.join(',');
  return /^\w[\w.+@,-]{0,99}$/.test(list) ? list : 'you@example.com';
}
