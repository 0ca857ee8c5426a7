import { isIP } from '../safety/is-ip.js';
import { isNearby } from '../settings/addresses/is-nearby.js';
import { dnsNameOf } from './dns-name-of.js';

/** What a caller asks for, before it is known to be possible. */
export interface DomainRequest {
  domain?: string | undefined;
  recipient?: string | undefined;
  ip?: string | undefined;
  dnsServers?: readonly string[] | undefined;
  selectors?: readonly string[] | undefined;
}

/** The first option that cannot be. */
export type DomainFault =
  | { kind: 'not-a-domain'; option: 'domain' | 'recipient' }
  | { kind: 'not-an-address'; option: 'ip' | 'dnsServers' }
  /** An address that only the machine itself or its network reaches. */
  | { kind: 'not-public'; option: 'ip'; ip: string }
  | { kind: 'not-a-selector'; option: 'selectors' };

/** What is wrong with a request, whoever makes it; undefined where nothing is. A value of another type is wrong, too. */
export function domainFault(request: DomainRequest): DomainFault | undefined {
  const { ip, dnsServers = [], selectors = [] } = request;
  for (const option of ['domain', 'recipient'] as const) {
    const name = request[option];
    if (name === undefined) continue;
    if (typeof name !== 'string' || dnsNameOf(name) === undefined)
      return { kind: 'not-a-domain', option };
  }
  if (ip !== undefined) {
    if (typeof ip !== 'string' || isIP(ip) === 0) return { kind: 'not-an-address', option: 'ip' };
    if (isNearby(ip)) return { kind: 'not-public', option: 'ip', ip };
  }
  if (!isListOf(dnsServers, isDnsServer)) return { kind: 'not-an-address', option: 'dnsServers' };
  const areSelectors = isListOf(selectors, (one) => selectorOf(one) !== undefined);
  return areSelectors ? undefined : { kind: 'not-a-selector', option: 'selectors' };
}

/** RFC 6376 section 3.1: labels with dots between them. */
const SELECTOR = /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)*$/i;
/** A name in DNS is not longer. */
const LONGEST_SELECTOR = 253;

/** A selector, and the domain of its record where that was given, too. */
export interface GivenSelector {
  selector: string;
  domain?: string;
}

/**
 * The selector in what providers and mails show of it: `s1`, `s=s1;`, `s1._domainkey.example.com`.
 *
 * @returns undefined where there is none
 */
export function selectorOf(text: string): GivenSelector | undefined {
  const bare = text.trim().replace(/^s=/i, '').replace(/;$/, '');
  const [selector = '', at] = bare.split(/\._domainkey(?:\.|$)/i);
  if (selector.length > LONGEST_SELECTOR || !SELECTOR.test(selector)) return undefined;
  if (!at) return { selector };
  const domain = dnsNameOf(at);
  return domain === undefined ? undefined : { selector, domain };
}

function isListOf(list: readonly string[], isFit: (one: string) => boolean): boolean {
  return Array.isArray(list) && list.every((one) => typeof one === 'string' && isFit(one));
}

/** `address`, `address:port` or `[address]:port`. */
function isDnsServer(text: string): boolean {
  if (isIP(text)) return true;
  const [, six, four, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const isPort = port === undefined || (Number(port) > 0 && Number(port) < 65_536);
  return isPort && (isIP(six ?? '') === 6 || isIP(four ?? '') === 4);
}
