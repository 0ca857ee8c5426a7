import type { Facts } from '../report/facts.js';
import { isSameSender } from '../report/is-same-sender.js';
import { isLoopback } from '../settings/addresses/is-loopback.js';
import { isNearby } from '../settings/addresses/is-nearby.js';

/** The provider has mailboxes, with switches in them: a relay and a server's software have none. */
export function hasMailboxes({ provider }: Facts): boolean {
  return provider?.kind !== 'relay' && provider?.kind !== 'software';
}

/** The sender is the address of the login already. */
export function isSenderLogin({ user, senderAddress }: Facts): boolean {
  return isSameSender(user, senderAddress);
}

/** The sender is the address of the login, in other capitals. */
export function isSenderLoginInCapitals(facts: Facts): boolean {
  const { user, senderAddress } = facts;
  return !isSenderLogin(facts) && isSameSender(user?.toLowerCase(), senderAddress?.toLowerCase());
}

/** The address of the login, if it can be advised as the sender. It is left out where it is the sender, or was refused. */
export function loginToAdvise(facts: Facts): string | undefined {
  const { user, isLoginRefusedAsSender } = facts;
  const isOpen = !isSenderLogin(facts) && !isLoginRefusedAsSender;
  return user?.includes('@') && isOpen ? user : undefined;
}

/** The connection went to the machine itself: by the name of the host, or by what DNS says of it. */
export function leadsHome({
  host,
  addresses = [],
}: Pick<Facts, 'host' | 'addresses'>): 'host' | 'address' | undefined {
  if (isLoopback(host)) return 'host';
  return addresses.length > 0 && addresses.every(isLoopback) ? 'address' : undefined;
}

/**
 * Addresses that a proxy has made up for the host, and answers at in its place. Clash, mihomo, sing-box and Surge take them from
 * 198.18.0.0/15, which no server on the internet has (RFC 2544, RFC 6890).
 */
export function madeUpByProxy({ host = '', addresses = [] }: Facts): string[] {
  return [...new Set([host, ...addresses])].filter((one) => /^198\.1[89](?:\.\d+){2}$/.test(one));
}

/** The server is on this machine or in a network of one's own: what the internet knows of an address says nothing there. */
export function isInside({ host, addresses = [] }: Facts): boolean {
  if (host !== undefined && isNearby(host)) return true;
  return addresses.length > 0 && addresses.every(isNearby);
}

/** Scheme and port belong together as they are: nobody needs to be told. */
export function isUsualPair({ port, security }: Facts): boolean {
  return port === (security === 'tls' ? 465 : 587) && security !== undefined;
}

/** The server is run for many people: others see its certificate, too. */
export function isPublic({ provider }: Facts): boolean {
  return provider !== undefined && provider.kind !== 'software';
}

/** The settings are known, and have no login. */
export function isWithoutLogin({ user, security }: Facts): boolean {
  return security !== undefined && user === undefined;
}

/** A login was to be made at a port that is for it (RFC 6409, RFC 8314). */
export function isSubmission({ user, port }: Facts): boolean {
  return user !== undefined && (port === 465 || port === 587);
}

/** The user is written in the form that the provider wants. */
export function isUserInForm({ user, provider }: Facts): boolean {
  switch (provider?.userForm) {
    case 'address':
      return user?.includes('@') ?? false;
    case 'name':
      return user !== undefined && !user.includes('@');
    case 'fixed':
      return user === provider.userWords;
    default:
      return false;
  }
}

/** More patience can show more: nothing but the time that was allowed has ended the waiting. */
export function mayWaitLonger({ timeoutSeconds = 0, waitedSeconds }: Facts): boolean {
  return waitedSeconds === undefined && timeoutSeconds < 90;
}
