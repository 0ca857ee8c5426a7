import type { Facts } from '../../report/facts.js';
import { isSenderLogin, isSubmission, loginToAdvise } from '../facts.js';
import { plan } from './plan.js';

/** The sender that would suit the login; none where it is the sender, or was refused as one. */
function suitingSender(facts: Facts) {
  if (loginToAdvise(facts)) return 'write-login';
  return !isSenderLogin(facts) && !facts.isLoginRefusedAsSender && 'write-account';
}

export const whyMismatch = (facts: Facts) =>
  plan(
    'only-own',
    isSenderLogin(facts) && 'not-even-login',
    facts.isLoginRefusedAsSender === true && 'login-was-refused',
  );

export function stepsOfMismatch(facts: Facts) {
  const isLogin = isSenderLogin(facts);
  return plan(
    suitingSender(facts),
    isLogin ? 'own-address' : 'own-account',
    (isLogin || facts.isLoginRefusedAsSender === true) && 'ask',
    !isLogin && !facts.provider?.isSenderBound && 'alias',
  );
}

export const stepsOfUnverified = ({ provider }: Facts) =>
  plan(!provider?.advice && 'verify', 'write-verified');

export const stepsOfRejectedSender = (facts: Facts) =>
  plan(suitingSender(facts), 'check-domain', 'ask');

export const whyNoRelay = ({ authenticated }: Facts) =>
  plan(
    'not-forwarded',
    authenticated === false && 'nobody-logged-in',
    authenticated === true && 'login-was-made',
  );

export function stepsOfNoRelay(facts: Facts) {
  const isLoginMissing = facts.authenticated !== true && !isSubmission(facts);
  return plan(
    isLoginMissing && (facts.user ? 'other-port' : 'log-in'),
    suitingSender(facts),
    'allow-machine',
  );
}
