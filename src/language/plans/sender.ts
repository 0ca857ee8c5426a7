import { domainOf } from '../../domain-of.js';
import { ownedDomain } from '../../owned-domain.js';
import type { Facts } from '../../report/facts.js';
import {
  isSenderLogin,
  isSenderLoginInCapitals,
  isSubmission,
  isWithoutLogin,
  loginToAdvise,
} from '../facts.js';
import { plan } from './plan.js';

const wasLoginAsked = ({ isLoginRefusedAsSender }: Facts) => isLoginRefusedAsSender === true;

/** The sender that would suit the login; none where it is the sender, or was refused as one. */
function suitable(facts: Facts) {
  if (loginToAdvise(facts)) return 'write-login';
  if (isWithoutLogin(facts)) return 'write-login-uri';
  return isSenderLogin(facts) || facts.isLoginRefusedAsSender ? false : 'write-address-of-login';
}

/** Who may not send as whom. */
export function kindOfMismatch(facts: Facts) {
  if (isWithoutLogin(facts)) return 'nobody';
  return isSenderLogin(facts) ? 'login' : 'other';
}

export const whyMismatch = (facts: Facts) =>
  plan(
    'owned-only',
    isWithoutLogin(facts) && 'no-login',
    isSenderLogin(facts) && 'not-the-login',
    isSenderLoginInCapitals(facts) && 'other-capitals',
    wasLoginAsked(facts) && 'login-asked',
  );

/** The steps for a sender that does not belong to the login. */
export function stepsOfMismatch(facts: Facts) {
  if (isWithoutLogin(facts)) return plan('write-login-uri', 'ask-about-senders');
  const isLogin = isSenderLogin(facts) || isSenderLoginInCapitals(facts);
  return plan(
    suitable(facts),
    isLogin ? 'write-owned' : 'log-in-as-sender',
    (isLogin || wasLoginAsked(facts)) && 'ask-about-senders',
    !facts.provider?.isSenderBound && !isLogin && 'add-alias',
  );
}

/** What makes a sender well formed, as far as it is not so already. */
export function stepsOfBadSender({ senderAddress, isSenderBare }: Facts) {
  const isAscii = senderAddress !== undefined && /^[!-~]+$/.test(senderAddress);
  const hasOddDots = senderAddress !== undefined && ODD_DOTS.test(senderAddress);
  const isOrdinary = senderAddress !== undefined && ORDINARY.test(senderAddress);
  return plan(
    hasOddDots && 'single-dots',
    !isSenderBare && 'only-address',
    !isAscii && 'only-ascii',
    isSenderBare === true &&
      isAscii &&
      !hasOddDots &&
      (isOrdinary ? 'ask-about-form' : 'ask-which-form'),
  );
}

/** A dot at an end of the part before the `@`, or two in a row: RFC 5321 section 4.1.2 allows them in quotation marks alone. */
export const ODD_DOTS = /^(?!")(?:\.|[^@]*\.[.@])/;
/** A dot-string, and a domain of letters, figures and hyphens (RFC 5321 section 4.1.2). */
const ORDINARY =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;

export const stepsOfUnverified = ({ provider }: Facts) =>
  plan(!provider?.advice && 'verify', 'write-verified');

export const stepsOfRejected = (facts: Facts) =>
  plan(suitable(facts), 'check-domain', 'ask-about-senders');

export const whyNoRelay = ({ authenticated }: Facts) =>
  plan(
    'own-mailboxes-only',
    authenticated === false && 'no-login',
    authenticated === true && 'login-made',
  );

/** The steps for a sender that SPF, DKIM and DMARC do not bear out. One of the server's own domain needs no other server. */
export function stepsOfDoubt({ senderAddress, host }: Facts) {
  const domain = senderAddress && ownedDomain(domainOf(senderAddress));
  const isOfServer = host !== undefined && domain === ownedDomain(host);
  return plan(
    !isOfServer && 'send-through-owner',
    'add-records',
    !isOfServer && 'write-other-sender',
  );
}

/** The steps for a server that passes no mail on. */
export function stepsOfNoRelay(facts: Facts) {
  const isLoginMade = facts.authenticated === true || isSubmission(facts);
  return plan(
    !isLoginMade && facts.user !== undefined && 'other-port',
    !isLoginMade && facts.user === undefined && 'write-login-uri',
    !isWithoutLogin(facts) && !isSenderLoginInCapitals(facts) && suitable(facts),
    // Whoever has logged in is let through for that, from any address.
    facts.authenticated === true ? 'allow-login' : 'allow-here',
  );
}
