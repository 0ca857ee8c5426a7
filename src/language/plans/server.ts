import type { Facts } from '../../report/facts.js';
import { isInside, isSubmission } from '../facts.js';
import { plan } from './plan.js';

/** When to try again: a server counts the logins that fail. */
const again = ({ isOfLogin }: Facts) => (isOfLogin ? 'later-by-hand' : 'later');

export const stepsOfBusy = (facts: Facts) =>
  plan(again(facts), facts.speaksOf === 'connections' ? 'close-others' : 'look-into-log');

const isOfReverseName = ({ speaksOf }: Facts) => speaksOf === 'reverse-name';

function reasonOf(facts: Facts) {
  if (facts.speaksOf === 'place') return 'of-place';
  const isOfOwnNetwork = facts.namesInnerAddress === true || isInside(facts);
  if (isOfOwnNetwork) return isOfReverseName(facts) ? 'own-name' : 'own-list';
  return isOfReverseName(facts) ? 'no-reverse-name' : 'any-reason';
}

/** Whether the server gives a reason. A provider's words are its own, and its steps tell what they mean. */
export const kindOfBlock = ({ speaksOf, provider }: Facts) =>
  speaksOf === 'nothing' && provider === undefined ? 'unsaid' : 'said';

export const whyBlocked = (facts: Facts) =>
  plan(kindOfBlock(facts) === 'unsaid' ? 'unsaid' : reasonOf(facts), 'not-the-login');

/** The steps for an address that the server blocks. */
export function stepsOfBlocked(facts: Facts) {
  const reason = reasonOf(facts);
  if (reason === 'of-place') return plan('allow-place', 'read-words');
  if (reason === 'own-list') return plan('allow-here', 'read-words');
  if (reason === 'own-name') return plan('name-here');
  const isSaid = isOfReverseName(facts);
  return plan(
    isSaid && 'reverse-dns',
    'read-words',
    !isSubmission(facts) && 'use-submission',
    !isSaid && 'reverse-dns',
    !isSaid && 'ask-for-removal',
  );
}

export const whyServerError = ({ speaksOf }: Facts) =>
  plan(
    speaksOf === 'no-service' && 'takes-no-mail',
    speaksOf === 'forgotten-login' && 'forgot-login',
    speaksOf === undefined && 'its-fault',
  );

export function stepsOfServerError(facts: Facts) {
  const { speaksOf } = facts;
  return plan(
    speaksOf === 'no-service' && 'check-server',
    speaksOf === undefined && again(facts),
    'ask',
    speaksOf === 'forgotten-login' && 'show-conversation',
  );
}

export const stepsOfHelo = ({ clientName }: Facts) =>
  plan(clientName ? 'other-name' : 'give-name', 'check-name');
