import type { Facts } from '../../report/facts.js';
import { hasMailboxes, isPublic, isSubmission } from '../facts.js';
import { plan } from './plan.js';

const isExpired = ({ speaksOf }: Facts) => speaksOf === 'expired-password';

export function whyFailedLogin(facts: Facts) {
  if (isExpired(facts)) return plan('expired');
  return plan('not-accepted', 'not-which', !isPublic(facts) && 'own-server', 'oddities');
}

export function stepsOfFailedLogin(facts: Facts) {
  if (isExpired(facts)) return plan('replace-expired', 'write-new', 'encode');
  return plan(
    'get-password',
    'write-user',
    'renew-password',
    !facts.provider && 'other-password',
    'encode',
    hasMailboxes(facts) && 'switch-on',
  );
}

export const stepsOfDisabled = ({ provider }: Facts) =>
  plan(!provider?.advice && 'switch-on', 'ask-for-it', 'later');

const doesCrash = ({ crashesTailchat }: Facts) => crashesTailchat === true;

export const whyOnlyOauth = (facts: Facts) =>
  plan('no-password-works', doesCrash(facts) && 'crash');

export const whyNoMechanism = (facts: Facts) =>
  plan('must-share', (facts.mechanisms?.length ?? 0) > 0 && 'offered', doesCrash(facts) && 'crash');

export const stepsOfNoMechanism = ({ encrypted }: Facts) =>
  plan(!encrypted && 'tls-first', 'switch-on', 'show-conversation');

export const stepsOfNoLogin = (facts: Facts) =>
  plan(facts.user ? 'not-offered' : 'write-login', !isSubmission(facts) && 'check-port');
