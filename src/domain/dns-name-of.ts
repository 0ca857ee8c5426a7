import { domainToASCII } from 'node:url';
import { domainOf } from '../domain-of.js';
import { isIP } from '../safety/is-ip.js';

/**
 * The domain of a name or an address, as DNS is asked for it.
 *
 * @param name a domain or a mail address, in any script
 * @returns lower case, in ASCII; undefined where it is none
 */
export function dnsNameOf(name: string): string | undefined {
  const text = domainOf(name).trim().replace(/\.$/, '');
  const domain = domainToASCII(text).toLowerCase();
  const isDomain = domain.split('.').every((label) => /^[a-z0-9_-]{1,63}$/.test(label));
  return isDomain && domain.includes('.') && !isIP(domain) && domain.length <= 253
    ? domain
    : undefined;
}
