import type { Facts } from '../../report/facts.js';
import { MASK } from '../../safety/secret.js';
import { isLoopback } from '../../settings/addresses/is-loopback.js';
import { isInside, isUsualPair, leadsHome, madeUpByProxy, mayWaitLonger } from '../facts.js';
import { plan } from './plan.js';

/** Every address that was tried is an IPv6 one. */
function onlyIpv6({ addresses = [] }: Facts): boolean {
  return addresses.length > 0 && addresses.every((address) => address.includes(':'));
}

/** An IPv4 address was tried. */
function isIpv4({ host = '', addresses = [] }: Facts): boolean {
  return [host, ...addresses].some((address) => /^\d+(?:\.\d+){3}$/.test(address));
}

/** A proxy answers in the place of the server, or does not. */
const isAtProxy = (facts: Facts) => madeUpByProxy(facts).length > 0;

/** A name that DNS does not know is misspelt, unless it is known to be that of a provider's server. */
export const kindOfUnknownHost = ({ provider }: Facts) =>
  provider?.isKnownHost ? 'known-elsewhere' : 'unknown';

/** Where DNS servers are looked up: by the cluster for a pod, otherwise by the machine or its container. */
const dnsServers = ({ isOfKubernetes }: Facts) =>
  isOfKubernetes ? 'check-cluster-dns' : 'check-dns-servers';

export const stepsOfKnownHost = (facts: Facts) =>
  plan('look-up', dnsServers(facts), 'ask-about-blocking');

/** The name may be that of a container which has no network in common with the one that was looked up from. */
const mayLackNetwork = ({ host = '', seat }: Facts) =>
  seat === 'container' && /^[\w-]+$/.test(host) && !isLoopback(host);

/** What stands in the place of the host may be the end of the password, so it is not shown. */
const isHidden = ({ host }: Facts) => host === MASK;

export const whyUnknownHost = (facts: Facts) => plan('unknown', isHidden(facts) && 'hidden');

/** A name with a dot is none of a container, and one that is nearly a provider's is no part of a password. */
export const stepsOfUnknownHost = (facts: Facts) => {
  const { host = '', isOfKubernetes, seat, meantHost, isPasswordPlain } = facts;
  return plan(
    mayLackNetwork(facts) && 'join-network',
    meantHost !== undefined && 'meant',
    isHidden(facts) && 'encode-at',
    'compare',
    meantHost === undefined && !isHidden(facts) && !isPasswordPlain && 'encode',
    isOfKubernetes ? 'compare-services' : !seat && !host.includes('.') && 'run-in-network',
    isOfKubernetes && !seat && 'run-in-pod',
  );
};

export const stepsOfNoDns = (facts: Facts) =>
  plan(mayLackNetwork(facts) && 'join-network', 'later', 'look-up', dnsServers(facts));

export const whyNoDns = ({ errorCode }: Facts) =>
  plan('could-not-ask', 'name-may-be-right', errorCode === 'EREFUSED' && 'hosts-do-not-help');

/** Why a connection was refused. A host that leads home may be a setting, or a sign that the URI was not read. */
export function whyRefused(facts: Facts) {
  const home = leadsHome(facts);
  if (isAtProxy(facts)) return plan('refused-by-proxy', 'made-up');
  if (home === undefined) return plan('refused', 'or-firewall', 'others-answer');
  if (home === 'address') return plan('dns-leads-home');
  return facts.security ? plan('is-home') : plan('went-home', 'uri-unread');
}

/** The check was sent into a container with the network of its machine: a loopback address is right there. */
const sharesNetwork = ({ isSentIn, seat }: Facts) => isSentIn === true && seat === undefined;

/** The steps for a connection that was refused. */
export function stepsOfRefused(facts: Facts) {
  const home = leadsHome(facts);
  if (isAtProxy(facts)) return plan('pass-proxy', !isUsualPair(facts) && 'check-port');
  return plan(
    home === 'address' && 'look-into-hosts',
    home === 'host' && facts.security === undefined && 'check-uri-is-read',
    home === 'host' &&
      !sharesNetwork(facts) &&
      (facts.isOfKubernetes ? 'write-service' : 'write-real-name'),
    !isUsualPair(facts) && 'check-port',
    !facts.isOpenElsewhere &&
      (home !== 'address' || !facts.provider?.isKnownHost) &&
      'check-it-runs',
    home === undefined && 'look-for-firewall',
  );
}

/** A server in a network of one's own. A well-known one is none, though a proxy may have given it an address of such a network. */
const isNearbyServer = (facts: Facts) => !facts.provider?.isKnownHost && isInside(facts);

/** Whether nobody answered, or that is not said. */
export const kindOfTimedOut = ({ isUnreached }: Facts) => (isUnreached ? 'unreached' : 'silent');

/** Why the time was up, as far as it is known. */
export function whyTimedOut(facts: Facts) {
  const { neighbour, waitedSeconds, isUnreached } = facts;
  if (isUnreached) return plan('refused-or-silent', 'dropped');
  if (isAtProxy(facts)) return plan('no-reply', 'made-up');
  const isThere = neighbour && waitedSeconds !== undefined;
  const why = isThere ? 'dropped-port' : 'dropped-inside';
  return plan(
    isThere ? 'neighbour-answered' : 'no-reply',
    isNearbyServer(facts) ? why : 'dropped',
    'others-answer',
  );
}

/** The ports that the step about another port names. */
const PORTS_OF_LOGINS = [465, 587, 2525];

export const stepsOfTimedOut = (facts: Facts) =>
  isAtProxy(facts)
    ? plan('pass-proxy', 'check-server', 'other-port')
    : plan(
        !(facts.provider?.isKnownHost && isUsualPair(facts)) && 'check-server',
        !PORTS_OF_LOGINS.every((port) => facts.shutPorts?.includes(port)) && 'other-port',
        facts.isLetOut && 'from-elsewhere',
        !facts.isLetOut && !isNearbyServer(facts) && 'ask-hoster',
        !facts.isLetOut && 'let-out',
      );

export function whyUnreachable(facts: Facts) {
  if (isAtProxy(facts)) return plan('no-route', 'made-up');
  if (facts.lackedFamily) return plan(facts.lackedFamily === 4 ? 'lacks-ipv4' : 'lacks-ipv6');
  return plan('no-route', onlyIpv6(facts) ? 'only-ipv6' : isIpv4(facts) ? 'down' : 'down-or-ipv6');
}

/** What is known to have an IPv4 address needs no IPv6, and one in a network of one's own no internet. */
export function stepsOfUnreachable(facts: Facts) {
  if (facts.lackedFamily === 4) return plan('give-ipv4');
  if (facts.lackedFamily === 6) return plan('switch-on-ipv6');
  return plan(
    isAtProxy(facts) && 'pass-proxy',
    isInside(facts) ? 'check-address' : 'check-online',
    !isIpv4(facts) && 'switch-on-ipv6',
    'check-vpn',
  );
}

/** The first word is the server's, but where TLS comes first, it answers the client. */
export const whySilent = (facts: Facts) =>
  plan(facts.isTlsUnanswered ? 'tls' : 'greeting', isAtProxy(facts) && 'made-up');

export const stepsOfSilent = (facts: Facts) =>
  plan(
    isAtProxy(facts) && 'pass-proxy',
    facts.isTlsUnanswered && facts.port !== 465 && 'tls-port',
    facts.security !== 'tls' && (facts.port ?? 465) === 465 && 'tls-scheme',
    'check-server',
    'look-between',
    mayWaitLonger(facts) && 'more-patience',
  );

/** When the server hung up. */
export function timeOfClosing({ begun, hasSpoken }: Facts) {
  if (begun) return 'in-reply';
  return hasSpoken ? 'in-conversation' : 'at-once';
}

export const whyClosed = (facts: Facts) =>
  plan('no-reason', facts.begun !== undefined && 'begun', isProxyMute(facts) && 'made-up');

/** A proxy took the connection, and nothing of the server came through it. */
const isProxyMute = (facts: Facts) =>
  isAtProxy(facts) && !facts.hasSpoken && !facts.encrypted && facts.begun === undefined;

/** The steps for a connection that was closed. After a greeting or a TLS handshake, scheme and port are right. */
export function stepsOfClosed(facts: Facts) {
  const { hasSpoken, encrypted } = facts;
  return plan(
    isProxyMute(facts) && 'pass-proxy',
    !hasSpoken && !encrypted && !isUsualPair(facts) && 'scheme-and-port',
    facts.mayBeSent ? 'look-for-mail' : 'later',
    hasSpoken ? 'look-into-log' : !isProxyMute(facts) && 'check-access',
    'show-conversation',
  );
}

export const whyStopped = ({ begun }: Facts) =>
  begun ? plan('began-a-reply', 'begun') : plan('nothing-more');

export const stepsOfStopped = (facts: Facts) =>
  plan(mayWaitLonger(facts) && 'more-patience', 'show-conversation', 'look-between');
