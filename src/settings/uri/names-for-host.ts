import { isIP } from 'node:net';

/** Names that every machine takes for itself, and those that only a network at home knows (RFC 6761, RFC 6762). */
const MACHINE_LOCAL =
  /^(?:localhost\d*|ip6-.*)$|\.(?:localhost|localdomain\d*|local|lan|home|internal|invalid|test)$|^localhost\./i;

/**
 * The names of a certificate that can stand for a host in the settings: those of the host's own domain
 * first. One that only this machine can mean never does; a name without a dot does where the host has
 * none either, as in a network of containers.
 *
 * @param names the names on the certificate
 * @param host the host in the settings
 */
export function namesForHost(names: readonly string[], host: string): string[] {
  const isShort = host !== '' && !/[.:]/.test(host) && !MACHINE_LOCAL.test(host);
  const usable = names.filter(
    (name) =>
      !name.startsWith('*') &&
      !isIP(name) &&
      !MACHINE_LOCAL.test(name) &&
      (name.includes('.') || isShort),
  );
  const domain = domainOf(host);
  const isNear = (name: string) => !isIP(host) && domainOf(name) === domain;
  return [...usable.filter(isNear), ...usable.filter((name) => !isNear(name))];
}

function domainOf(name: string): string {
  return name.toLowerCase().split('.').slice(-2).join('.');
}
