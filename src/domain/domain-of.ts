import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/**
 * The domain that a name or an address is of.
 *
 * @param name a domain or a mail address, in any script
 * @returns lower case, in ASCII; undefined where it is none
 */
export function domainOf(name: string): string | undefined {
  const text = name
    .slice(name.lastIndexOf('@') + 1)
    .trim()
    .replace(/\.$/, '');
  const domain = domainToASCII(text).toLowerCase();
  const isDomain = domain.split('.').every((label) => /^[a-z0-9_-]{1,63}$/.test(label));
  return isDomain && domain.includes('.') && !isIP(domain) && domain.length <= 253
    ? domain
    : undefined;
}
