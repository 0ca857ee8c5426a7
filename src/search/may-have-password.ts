import leven from 'leven';
import { domainOf } from '../domain-of.js';
import { ownedDomain } from '../owned-domain.js';
import { givesAddresses, KNOWN_HOSTS } from '../providers/known-hosts.js';
import { isIP } from '../safety/is-ip.js';

/** First labels of hosts that say what a host is for. Any other label may be that of a customer's machine. */
const SERVICE =
  /^(?:smtps?|imaps?|pop3?s?|www|e?mail\d?|webmail|mx\d?|outlook|exchange|owa|out|outgoing|send|post|relay|msa|mta\d?)$/;

/**
 * Whether a host may get the password that was written down for another one: where the two are surely of one owner, or the owner
 * of the login's address runs it. A machine at a hoster, a name below a suffix that everybody registers under, and an address tell
 * of no owner.
 *
 * @param name the host that is to be tried
 * @param host the host in the settings
 * @param user who logs in
 */
export function mayHavePassword(name: string, host: string, user: string): boolean {
  if (name === host) return true;
  const owner = KNOWN_HOSTS.find(({ hosts }) => hosts.includes(name));
  if (owner?.hosts.includes(host)) return true;
  if (owner && givesAddresses(owner, domainOf(user).toLowerCase())) return true;
  if (isIP(host) || ownedDomain(name) !== ownedDomain(host)) return false;
  return name.endsWith(`.${host}`) || isNextTo(name, host);
}

/** Whether two names of one domain differ only in what the host is for. */
function isNextTo(name: string, host: string): boolean {
  const [label, parent] = parted(host);
  const isService = SERVICE.test(label) || isNearly(label, 'smtp');
  // A name right below a suffix is a whole domain, which no other one is beside.
  const isOwned = ownedDomain(parent) === ownedDomain(host);
  return isService && isOwned && (name === parent || parted(name)[1] === parent);
}

function isNearly(label: string, service: string): boolean {
  return label.length >= 3 && leven(label, service, { maxDistance: 3 }) <= 2;
}

function parted(name: string): [label: string, parent: string] {
  const dot = name.indexOf('.');
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
}
