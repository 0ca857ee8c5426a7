import { ownedDomain } from '../../owned-domain.js';
import { isIP } from '../../safety/is-ip.js';

/** Names that mean the machine itself everywhere (RFC 6761). */
const MACHINE_LOCAL = /^(?:localhost\d*|ip6-.*)$|\.(?:localhost|localdomain\d*)$|^localhost\./i;

/** Names that only one network knows (RFC 6761, RFC 6762). A client with such a host is in that network. */
const NETWORK_LOCAL = /\.(?:local|lan|home|internal|invalid|test)$/i;

/**
 * The names of a certificate that can stand for a host in the settings: those of the host's own domain
 * first. One that only this machine can mean never does; one that only a network knows does within its domain,
 * and a name without a dot where the host has none either, as in a network of containers.
 *
 * @param names the names on the certificate
 * @param host the host in the settings
 */
export function namesForHost(names: readonly string[], host: string): string[] {
  const isShort = host !== '' && !/[.:]/.test(host) && !MACHINE_LOCAL.test(host);
  const domain = ownedDomain(host);
  const isNear = (name: string) => !isIP(host) && ownedDomain(name) === domain;
  const usable = names.filter(
    (name) =>
      !name.startsWith('*') &&
      !isIP(name) &&
      !MACHINE_LOCAL.test(name) &&
      (!NETWORK_LOCAL.test(name) || isNear(name)) &&
      (name.includes('.') || isShort),
  );
  return [...usable.filter(isNear), ...usable.filter((name) => !isNear(name))];
}
