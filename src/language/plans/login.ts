import type { Facts } from '../../report/facts.js';
import { hasMailboxes, isPublic, isSubmission, isUserInForm } from '../facts.js';
import { plan } from './plan.js';

const isExpired = ({ speaksOf }: Facts) => speaksOf === 'expired-password';

/** Why a login failed, as far as it is known. */
export function whyFailedLogin(facts: Facts) {
  if (isExpired(facts)) return plan('expired');
  const { wrongPart } = facts;
  if (wrongPart) return plan(wrongPart === 'user' ? 'user-unknown' : 'password-wrong');
  return plan('not-accepted', 'not-which', !isPublic(facts) && 'own-server', 'oddities');
}

/** The form in which the user is to be written; none where it is not known, or is that of the settings already. */
function formOfUser(facts: Facts) {
  if (isUserInForm(facts)) return undefined;
  switch (facts.provider?.userForm) {
    case 'address':
      return 'write-address';
    case 'name':
      return 'write-name';
    case 'fixed':
      return 'write-fixed';
    case 'issued':
      return facts.provider.userWords ? 'write-issued' : undefined;
    default:
      return undefined;
  }
}

/** What to look at in a user that is written in no known form, or in that form already. */
function lookAtUser(facts: Facts) {
  if (isUserInForm(facts)) return 'retype';
  return facts.user?.includes('@') ? 'try-name' : 'check-user';
}

/** The steps for a login that failed. */
export function stepsOfFailedLogin(facts: Facts) {
  if (isExpired(facts)) return plan('replace-expired', 'write-new', 'encode');
  if (facts.wrongPart === 'user') return plan(lookAtUser(facts));
  if (facts.wrongPart) return plan('retype', !facts.isPasswordPlain && 'encode');
  const { passwordName, passwordSource, advice } = facts.provider ?? {};
  return plan(
    Boolean(passwordName) && 'get-password',
    formOfUser(facts) ?? lookAtUser(facts),
    Boolean(passwordSource && !passwordName && !advice) && 'renew-password',
    !facts.provider && 'other-password',
    !facts.isPasswordPlain && 'encode',
    hasMailboxes(facts) && 'switch-on',
  );
}

/** What is wrong with the password where another kind is wanted: one that has the form of that kind is another, or no longer one. */
export const whyAppPassword = ({ isPasswordInForm }: Facts) =>
  isPasswordInForm ? plan('in-form') : plan('of-website', 'oddities');

export const stepsOfAppPassword = ({ provider }: Facts) =>
  plan(provider?.passwordName ? 'get-password' : 'create-one', 'write-it');

export const stepsOfDisabled = ({ provider }: Facts) =>
  plan(!provider?.advice && 'switch-on', 'ask-for-it', 'later', 'other-way');

const doesCrash = ({ crashesTailchat }: Facts) => crashesTailchat === true;

export const whyOnlyOauth = (facts: Facts) =>
  plan('no-password-works', doesCrash(facts) && 'crash');

/** Mechanisms that Tailchat uses with a password. */
const OF_PASSWORDS = /^(?:PLAIN|LOGIN|CRAM-MD5)/;

/** Whether the server offers a mechanism that Tailchat can use, and refused it. */
const isOfferRefused = ({ mechanisms = [] }: Facts) =>
  mechanisms.some((name) => OF_PASSWORDS.test(name));

/** Whether the server refused its own offer, or offers nothing that Tailchat can use. */
export const fateOfOffer = (facts: Facts) => (isOfferRefused(facts) ? 'refused' : 'useless');

/** Why no mechanism of the server can be used. */
export function whyNoMechanism(facts: Facts) {
  if (isOfferRefused(facts)) return plan('offers-and-refuses', 'not-the-password');
  return plan(
    'must-share',
    (facts.mechanisms?.length ?? 0) > 0 && 'offered',
    doesCrash(facts) && 'crash',
  );
}

/** The steps for a server without a usable mechanism. */
export function stepsOfNoMechanism(facts: Facts) {
  const isRefused = isOfferRefused(facts);
  return plan(
    !facts.encrypted && 'tls-first',
    // A server may know only one of the two. Neither PLAIN nor LOGIN has brought it to judge the password.
    ['PLAIN', 'LOGIN'].every((name) => facts.mechanisms?.includes(name)) && 'other-mechanism',
    isRefused && 'ask-why',
    isRefused && 'other-port',
    !isRefused && 'switch-on',
    'show-conversation',
  );
}

/** Where a line was found with which one can log in, nobody needs to be asked. */
export const stepsOfNoLogin = (facts: Facts) =>
  facts.hasLine
    ? plan('use-line')
    : plan(facts.user ? 'not-offered' : 'write-login', !isSubmission(facts) && 'check-port');
