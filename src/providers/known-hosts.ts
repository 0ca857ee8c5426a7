import leven from 'leven';
import { domainOf } from '../domain-of.js';
import { PROVIDERS } from './index.js';
import { nearestServers } from './nearest-servers.js';
import { isOtherMailDomain } from './other-mail-domains.js';
import type { Provider } from './provider.js';

/** What tells the provider of a host, and the owner of an address. */
interface KnownHosts {
  id: string;
  kind: Provider['kind'];
  company?: string;
  business?: string;
  hasServerPerDomain?: true;
  hosts: readonly string[];
  domains: readonly string[];
  /** Domains in which it gives everybody an address. */
  freeMail: readonly string[];
}

/**
 * The hosts of all providers. `scripts/build.js` puts the finished list into the bundle, which then need
 * not read all that is known of eighty providers to find out that a host belongs to none.
 */
export const KNOWN_HOSTS: readonly KnownHosts[] = PROVIDERS.map(
  ({ id, kind, company, business, hasServerPerDomain, servers, domains, delivery }) => ({
    id,
    kind,
    ...(company === undefined ? {} : { company }),
    ...(business === undefined ? {} : { business }),
    ...(hasServerPerDomain ? { hasServerPerDomain } : {}),
    hosts: servers.map(({ host }) => host),
    domains: domains ?? [],
    freeMail: (delivery?.freeMail ?? []).flatMap(({ value }) => value.domains),
  }),
);

/**
 * The id of the provider whose server a host is.
 *
 * @param host as it stands in the settings
 */
export function providerIdOfHost(host: string): string | undefined {
  return knownOfHost(plainName(host))?.id;
}

/**
 * Who gives everybody an address in a domain, where a host is neither its owner's nor of the same company:
 * neither SPF nor DKIM can agree with a sender in that domain then (RFC 9989 section 4.4).
 *
 * @param domain in lower case
 * @param host as it stands in the settings
 * @returns the owner's id; undefined where nothing is certain
 */
export function foreignOwnerIdOf(domain: string, host: string): string | undefined {
  const owner = KNOWN_HOSTS.find(({ freeMail }) => freeMail.includes(domain));
  if (!owner) return undefined;
  const name = plainName(host);
  const known = knownOfHost(name);
  const isSame = owner.company !== undefined && owner.company === known?.company;
  const isOwn = owner === known || isSame || isBelow(name, [...owner.domains, ...owner.freeMail]);
  return isOwn ? undefined : owner.id;
}

/** Whether a provider gives out addresses in a domain, which is in lower case. */
export function givesAddresses({ domains, freeMail }: KnownHosts, domain: string): boolean {
  return freeMail.includes(domain) || domains.includes(domain);
}

/** Where the address of a login is at home. */
export interface HomeOfLogin {
  /**
   * `elsewhere`: with another provider; `sister`: at another server of the same; `business`: perhaps with the host's product for
   * domains of companies.
   */
  kind: 'elsewhere' | 'sister' | 'business';
  /** The provider's id. */
  id: string;
  /** Its server. */
  host: string;
  /** The domain of the address, in lower case. */
  domain: string;
}

/**
 * The server at which the address of a login is at home, where a host is that of another mailbox.
 *
 * @param user as it logs in
 * @param host as it stands in the settings
 * @returns undefined where nothing speaks against the host
 */
export function homeOfLogin(user: string, host: string): HomeOfLogin | undefined {
  const name = plainName(host);
  const here = knownOfHost(name);
  const isOfMailboxes = here?.kind === 'mailbox' || here?.kind === 'hosting';
  if (!isOfMailboxes || !user.includes('@')) return undefined;
  const domain = domainOf(user).toLowerCase();
  const owner = KNOWN_HOSTS.find(
    (known) => known.kind === 'mailbox' && givesAddresses(known, domain),
  );
  const home = owner ?? KNOWN_HOSTS.find(({ id }) => id === here.business);
  const own = home?.hosts.find((one) => one === `smtp.${domain}`);
  const [nearest] = nearestServers(
    (home?.hosts ?? []).map((one) => ({ host: one })),
    domain,
  );
  const meant = own ?? nearest?.host;
  if (!home || meant === undefined) return undefined;
  const found = { id: home.id, host: meant, domain };
  if (!owner) return { kind: 'business', ...found };
  // A server that is named after no domain of addresses may be for each of them, and so may one below the domain that is not known.
  const named = name.slice(name.indexOf('.') + 1);
  const isOfOther = here.hosts.includes(name) ? named !== domain : !isBelow(name, [domain]);
  if (owner === here)
    return here.hasServerPerDomain && own && givesAddresses(here, named) && isOfOther
      ? { kind: 'sister', ...found }
      : undefined;
  // Of the same company others may take the address, but not the product that is for companies alone.
  const isSame = owner.company !== undefined && owner.company === here.company;
  return isSame && owner.business !== here.id ? undefined : { kind: 'elsewhere', ...found };
}

/** One wrong letter in so many, and two at most. */
const LETTERS_A_FAULT = 7;
const MOST_FAULTS = 2;

/**
 * The server of a provider that a misspelt host was likely meant to be.
 *
 * @param host as it stands in the settings
 * @returns undefined where none is near, and for the servers themselves
 */
export function nearestKnownHost(host: string): string | undefined {
  const name = plainName(host);
  if (knownOfHost(name) || isOtherMailDomain(name)) return undefined;
  const most = Math.min(MOST_FAULTS, Math.floor(name.length / LETTERS_A_FAULT));
  const near = KNOWN_HOSTS.flatMap(({ hosts }) => hosts)
    .map((known) => ({ known, distance: leven(name, known, { maxDistance: most + 1 }) }))
    .filter(({ distance }) => distance <= most);
  return near.sort((a, b) => a.distance - b.distance)[0]?.known;
}

function knownOfHost(name: string): KnownHosts | undefined {
  return (
    KNOWN_HOSTS.find(({ hosts }) => hosts.includes(name)) ??
    KNOWN_HOSTS.find(({ domains }) => isBelow(name, domains))
  );
}

function plainName(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}

function isBelow(name: string, domains: readonly string[]): boolean {
  return domains.some((domain) => `.${name}`.endsWith(`.${domain}`));
}

/** What is known of the provider whose server a host is. It is read only where there is one. */
export async function loadProviderOfHost(host: string): Promise<Provider | undefined> {
  return await loadProvider(providerIdOfHost(host));
}

/** What is known of a provider of which the id is known. */
export async function loadProvider(id: string | undefined): Promise<Provider | undefined> {
  if (id === undefined) return undefined;
  const { PROVIDERS } = await import('./index.js');
  return PROVIDERS.find((provider) => provider.id === id);
}
