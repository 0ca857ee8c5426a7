import { domainOf } from '../domain-of.js';
import { ownedDomain } from '../owned-domain.js';
import { givesAddresses, KNOWN_HOSTS } from '../providers/known-hosts.js';
import { type Cause, causeInfo } from '../report/causes.js';
import type { Security } from '../report/report.js';
import { isIP } from '../safety/is-ip.js';
import { ruledBeginningOf, TRIED_PORTS } from '../settings/uri/mail-ports.js';
import { namesForHost } from '../settings/uri/names-for-host.js';
import type { SmtpUri } from '../settings/uri/smtp-uri.js';
import { mayHavePassword } from './may-have-password.js';

/** A server to try, and how to speak to it. */
export interface Candidate {
  host: string;
  port: number;
  security: Security;
  /** Options for TLS, where they differ from those of the settings. */
  tls?: SmtpUri['tls'];
}

/** What a plan is made from. */
export interface PlanOptions {
  uri: Pick<SmtpUri, 'host' | 'port' | 'security' | 'user' | 'tls'>;
  cause: Cause;
  /** The names on a certificate that was refused. */
  certificateNames: readonly string[];
  /** The port has spoken as the settings speak to it, so that no other way to it is looked at. */
  isWayKnown?: boolean;
}

/** The ports of the host that are tried, the best first. */
export function portsToTry({ port }: Pick<SmtpUri, 'port'>): number[] {
  return TRIED_PORTS.includes(port) ? [...TRIED_PORTS] : [port, ...TRIED_PORTS];
}

/**
 * The servers to try, the best first: TLS from the first byte on 465, then STARTTLS on 587, 2525 and 25. Any other port was
 * chosen by somebody, and comes before them. No candidate protects less than the settings ask for.
 */
export function planServers(options: PlanOptions): Candidate[] {
  const { uri, cause, certificateNames } = options;
  const { cures } = causeInfo(cause);
  const isRepaired = cures.includes('repair');
  const own = isRepaired ? [{ host: uri.host, port: uri.port, security: uri.security }] : [];
  const hosts = cures.flatMap((cure) => {
    if (cure === 'host') return otherHosts(uri, certificateNames);
    return cure === 'port' || cure === 'repair' ? [uri.host] : [];
  });
  const order = portsToTry(uri);
  const found = hosts.flatMap((host) =>
    order.flatMap((port) =>
      waysOf(port, uri).map((security): Candidate => ({ host, port, security })),
    ),
  );
  const all = [...own, ...found].filter((candidate) => isRepaired || !isKnown(candidate, options));
  const named = cures.includes('name') ? withName(uri) : [];
  const keys = all.map(({ host, port, security }) => `${host} ${port} ${security}`);
  const others = all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
  return [...named, ...others];
}

/** The same server with a name for SNI. Tailchat's nodemailer sends none after STARTTLS unless the settings do. */
function withName({ host, port, security, tls }: PlanOptions['uri']): Candidate[] {
  const isToBeSaid = security.startsWith('starttls') && !isIP(host) && tls.servername === undefined;
  return isToBeSaid ? [{ host, port, security, tls: { ...tls, servername: host } }] : [];
}

/** Whether a look would show what the check has shown. A port of TLS is silent in plain text, and takes all the time there is. */
function isKnown({ host, port, security }: Candidate, { uri, isWayKnown }: PlanOptions): boolean {
  const isSameWay = (security === 'tls') === (uri.security === 'tls');
  return host === uri.host && port === uri.port && (isSameWay || isWayKnown === true);
}

/** The ways to speak to a port. Plain text is one only if the settings allowed it. */
function waysOf(port: number, { security }: PlanOptions['uri']): Security[] {
  const isPlainAllowed = security === 'none' || security === 'starttls-if-offered';
  const plain: Security[] = isPlainAllowed ? [security] : ['starttls'];
  const begins = ruledBeginningOf(port);
  if (begins === 'tls') return ['tls'];
  return begins === 'plain' ? plain : ['tls', ...plain];
}

const OTHER_SERVICE = /^(?:imaps?|pop3?s?|www|webmail|mail|mx\d?|email|outgoing|out)\.(?=[^.]+\.)/;

/**
 * Other names of the server: those on its certificate, the provider's own, and `smtp.` in place of the name of another service.
 * All belong to the domain that the person has named, or to its provider.
 */
function otherHosts(
  { host, user = '' }: PlanOptions['uri'],
  certificateNames: readonly string[],
): string[] {
  const names = namesForHost(certificateNames, host);
  const isName = !isIP(host) && host.includes('.');
  // Whoever stands in between can have a certificate for a name of his own, and lead that name to himself.
  const isOurs = (name: string) => mayHavePassword(name, host, user);
  if (!isName) return names.filter(isOurs);
  const domain = host.replace(OTHER_SERVICE, '');
  const guesses = host.startsWith('smtp.') ? [] : [`smtp.${domain}`];
  return [...new Set([...names, ...hostsOfProviders(host, user), ...guesses])].filter(
    (name) => name !== host && isOurs(name),
  );
}

/**
 * The servers of the provider whose domain a host stands in. Of several in one domain, such as Tencent's, only the one that gives
 * out the user's addresses is asked: a password is nobody else's business. Else the nearest name comes first, and mailboxes come
 * before relays.
 */
function hostsOfProviders(host: string, user: string): string[] {
  const domain = ownedDomain(host);
  const isOfDomain = (name: string) => name === domain || name.endsWith(`.${domain}`);
  const all = KNOWN_HOSTS.filter(
    ({ hosts, domains }) => hosts.some(isOfDomain) || domains.some(isOfDomain),
  );
  const mailDomain = domainOf(user).toLowerCase();
  const givers = all.filter((known) => givesAddresses(known, mailDomain));
  const asked = givers.length > 0 ? givers : all;
  return [...asked]
    .sort((one, other) => Number(one.kind === 'relay') - Number(other.kind === 'relay'))
    .flatMap(({ hosts }) => hosts.filter(isOfDomain))
    .sort((one, other) => distance(one, host) - distance(other, host));
}

/** How far two names of one domain are apart, in labels. */
function distance(one: string, other: string): number {
  const [labels, others] = [one.split('.').reverse(), other.split('.').reverse()];
  const apart = labels.findIndex((label, index) => label !== others[index]);
  const shared = apart < 0 ? labels.length : apart;
  return labels.length + others.length - 2 * shared;
}
