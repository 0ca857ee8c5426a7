import type { Facts } from '../../report/facts.js';
import { namesForHost } from '../../settings/uri/names-for-host.js';
import { isPublic, isUsualPair } from '../facts.js';
import { plan } from './plan.js';

/** Whether another port of the host is worth a word: it is not the one in the settings, and nobody found it shut. */
const mayBeThere = (other: number, { port, shutPorts = [] }: Facts) =>
  port !== other && !shutPorts.includes(other);

/** How a port that speaks plain text can encrypt later, as far as somebody has looked. */
export const laterEncryption = ({ starttlsSeen }: Facts) => starttlsSeen ?? 'unseen';

/** The steps at a port of plain text. STARTTLS is demanded only of a server that may take it. */
export function stepsOnPlainPort(facts: Facts) {
  const seen = laterEncryption(facts);
  const isThere = mayBeThere(465, facts);
  switch (seen) {
    case 'taken':
      return plan('starttls', isThere && 'tls-port');
    case 'unseen':
      return plan('starttls-if-offered', isThere && 'tls-port');
    default:
      return plan(
        isThere && 'tls-first',
        'ask-about-tls',
        seen === 'refused' ? 'ignore-starttls' : 'plain-text',
      );
  }
}

export const stepsOnTlsPort = (facts: Facts) =>
  plan('tls-scheme', mayBeThere(587, facts) && 'starttls-port');

/** The TLS library has given a reason that is known, or words of its own. */
const doesTlsSay = ({ tlsReason, tlsWords }: Facts) => Boolean(tlsReason ?? tlsWords);

/**
 * What a server that wants encryption has got: none, or TLS that it does not know of, for something in front of it
 * ends the encryption.
 */
export const encryptionHad = ({ encrypted }: Facts) => (encrypted === true ? 'unseen' : 'none');

/** The steps for a server that wants encryption. Without ignoreTLS, nodemailer begins it only where that is offered. */
export function stepsOfEncryptionWanted(facts: Facts) {
  const { security, offersStarttls } = facts;
  const isIgnored = security === 'none' && offersStarttls !== false;
  const isThere = mayBeThere(465, facts);
  return plan(
    security === undefined && 'remove-ignore-tls-if-there',
    isIgnored && 'remove-ignore-tls',
    isThere && 'tls-first',
    !isThere && !isIgnored && 'ask-about-tls',
  );
}

export const stepsOfUnseenTls = (facts: Facts) =>
  plan(
    facts.security === 'tls' && mayBeThere(587, facts) && 'submission',
    'tell',
    'show-conversation',
  );

/** What OpenSSL's code says about why a certificate is not trusted. */
function reasonOf(facts: Facts) {
  const { errorCode } = facts;
  if (doesTlsSay(facts)) return 'what-tls-says';
  // A provider's certificate is seen by everybody: what is wrong is likelier on this side.
  if (isPublic(facts)) return errorCode?.includes('SELF_SIGNED') ? 'other-came' : 'likelier-here';
  switch (errorCode) {
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return 'self-signed';
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return 'unknown-authority';
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return 'incomplete';
    default:
      return 'any-reason';
  }
}

const hasIssuer = ({ certificate }: Facts) => Boolean(certificate?.issuer);

export const whyUntrusted = (facts: Facts) =>
  plan(
    reasonOf(facts),
    reasonOf(facts) !== 'self-signed' && hasIssuer(facts) && 'issuer',
    'nobody-vouches',
  );

/** The steps for a certificate that is not trusted. */
export function stepsOfUntrusted(facts: Facts) {
  if (facts.tlsReason !== undefined) return plan('tls-reason', 'look-between', 'last-resort');
  if (OF_WRONG_CHAIN.test(facts.errorCode ?? '')) {
    return plan('new-certificate', 'look-between', 'last-resort');
  }
  const isHere = isPublic(facts);
  return plan(
    isHere && 'look-between',
    isHere && 'update-authorities',
    !isHere && (reasonOf(facts) === 'self-signed' ? 'public-authority' : 'full-chain'),
    'own-authority',
    !isHere && 'look-between',
    'last-resort',
  );
}

/** Codes of certificates that no further certificate and no authority makes valid. */
const OF_WRONG_CHAIN = /^(?:CERT_REVOKED|CERT_SIGNATURE_FAILURE|PATH_LENGTH_EXCEEDED|INVALID_CA)$/;

/** On which side of its time a certificate is, as far as the code tells. */
export function sideOfTime({ errorCode }: Facts): 'too-early' | 'too-late' | 'either' {
  if (errorCode === 'CERT_NOT_YET_VALID') return 'too-early';
  return errorCode === 'CERT_HAS_EXPIRED' ? 'too-late' : 'either';
}

export const whyOutOfTime = (facts: Facts) =>
  plan('outside', Boolean(facts.certificate?.validTo) && 'end', hasIssuer(facts) && 'issuer');

/** The steps for a certificate outside of its time. */
export function stepsOutOfTime(facts: Facts) {
  const isEarly = sideOfTime(facts) === 'too-early';
  return plan(isEarly ? 'check-clock' : 'renew', isEarly ? 'renew' : 'check-clock', 'last-resort');
}

/** The names of the certificate that may stand for the host in the settings. */
export function namesThatFit({ certificate, host }: Facts): string[] {
  return namesForHost(certificate?.names ?? [], host ?? '');
}

export const whyOtherName = ({ certificate, provider }: Facts) =>
  plan(
    'other-names',
    (certificate?.names.length ?? 0) > 0 && 'its-names',
    provider?.isKnownHost && 'other-answers',
  );

/** The steps for a certificate with other names. A provider's own server has its name on it, so another one answers in its place. */
export function stepsOfOtherName(facts: Facts) {
  if (facts.provider?.isKnownHost) return plan('who-answers', 'look-between');
  return plan(
    namesThatFit(facts).length > 0 ? 'name-of-certificate' : 'name-of-provider',
    'issue',
    'last-resort',
  );
}

export const whyNoVersion = (facts: Facts) =>
  plan(
    doesTlsSay(facts) ? 'what-tls-says' : 'nothing-in-common',
    facts.tlsReason === undefined && 'too-old',
  );

/** What the two sides lack in common: surely the version, or anything else that TLS agrees on. */
export function lackInTls({ errorCode, tlsReason }: Facts) {
  const isVersion = errorCode ? /PROTO|VERSION/.test(errorCode) : tlsReason === undefined;
  return isVersion ? 'version' : 'any';
}

export const stepsOfNoVersion = (facts: Facts) =>
  plan(
    facts.tlsReason !== undefined && 'tls-reason',
    lackInTls(facts) === 'version' ? 'update' : facts.tlsReason !== 'dh-too-small' && 'usual',
    'check-server',
  );

export const whyFailedTls = (facts: Facts) =>
  plan(doesTlsSay(facts) ? 'what-tls-says' : 'could-not-finish');

export const stepsOfFailedTls = (facts: Facts) =>
  plan(
    facts.tlsReason !== undefined && 'tls-reason',
    !isUsualPair(facts) && 'scheme-and-port',
    'look-between',
    'show-conversation',
  );

/** Where the server offers STARTTLS and then refuses it, the server's nodemailer stops whatever the settings say. */
const isStarttlsDemanded = ({ security, offersStarttls }: Facts) =>
  security === 'starttls' && offersStarttls !== true;

/** Whether the settings go no further without STARTTLS. */
export const demandOfStarttls = (facts: Facts) =>
  isStarttlsDemanded(facts) ? 'demanded' : 'not-demanded';

/** What the server does with STARTTLS, as far as it was heard. */
const deedWithStarttls = ({ offersStarttls }: Facts) => {
  if (offersStarttls === undefined) return 'not-offered-or-refused';
  return offersStarttls ? 'refused' : 'not-offered';
};

export function whyNoStarttls(facts: Facts) {
  const deed = deedWithStarttls(facts);
  if (isStarttlsDemanded(facts)) return plan(deed, 'nothing-more-sent');
  return plan(deed, deed === 'refused' ? 'stops-there' : 'goes-no-further');
}

/** Nobody in between removes what the server offers. */
export const stepsOfNoStarttls = (facts: Facts) =>
  plan(
    mayBeThere(465, facts) && 'tls-first',
    !facts.offersStarttls && 'look-for-remover',
    isStarttlsDemanded(facts) ? 'demand-less' : 'ask-about-tls',
  );
