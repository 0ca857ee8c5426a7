import leven from 'leven';
import { domainOf } from '../domain-of.js';
import { PROVIDERS } from './index.js';
import { providerIdOfHost } from './known-hosts.js';
import { nearestServers } from './nearest-servers.js';
import { isOtherMailDomain } from './other-mail-domains.js';
import type { Provider } from './provider.js';

/** The kinds of providers that mail can be handed to, in the order in which they are listed. */
export const LISTED_KINDS = [
  'mailbox',
  'relay',
  'hosting',
] as const satisfies readonly Provider['kind'][];

/** The providers whose servers are known, by kind. */
export function listedProviders(): Provider[] {
  return LISTED_KINDS.flatMap((kind) =>
    PROVIDERS.filter((provider) => provider.kind === kind && provider.servers.length > 0),
  );
}

/**
 * The providers that words name: each word is a part of a name in either language, of an id or of a host. A URI, a
 * host or a mail address counts whole, by its domain: `x.org` is no part of `mailbox.org`.
 *
 * @param isTyping the last host may not be typed to its end yet
 * @returns those that the words name whole; where there are none, those that hold them
 */
export function searchProviders(words: readonly string[], { isTyping = false } = {}): Provider[] {
  const wanted = words.map((word) => readWord(word.toLowerCase()));
  const found = listedProviders().filter((provider) =>
    wanted.every((word) => isNamedBy(provider, word, isTyping)),
  );
  const whole = found.filter((provider) => {
    const names = namesOf(provider);
    const isNamed = ({ text }: Word) =>
      [text, domainOf(text), `smtp.${domainOf(text)}`].some((one) => names.includes(one));
    return names.includes(wanted.map(({ text }) => text).join(' ')) || wanted.every(isNamed);
  });
  return whole.length > 0 ? whole : found;
}

/** Providers as words ask for them: the servers for a host or a mail address among the words stand first. */
export function withNearestServers(
  providers: readonly Provider[],
  words: readonly string[],
): Provider[] {
  const places = placesOf(words);
  return providers.map((provider) => ({
    ...provider,
    servers: places.reduce<Provider['servers']>(nearestServers, provider.servers),
  }));
}

/** The hosts and the domains of addresses among words, in lower case. */
export function placesOf(words: readonly string[]): string[] {
  return words
    .map((word) => readWord(word.toLowerCase()))
    .filter(({ kind }) => kind !== 'name')
    .map(({ text }) => domainOf(text));
}

/** So many letters may be wrong, missing or too many, and two of five at most; the ending of a domain does not count for it. */
const MOST_WRONG = 2;
const ENDING = /\.[^.]*$/;

/** The provider that misspelt words were likely meant to name; nothing where none is near. */
export function nearestProvider(words: readonly string[]): Provider | undefined {
  const written = readWord(words.join(' ').toLowerCase()).text;
  const domain = domainOf(written);
  if (isOtherMailDomain(domain)) return undefined;
  const most = (text: string) =>
    Math.min(MOST_WRONG, Math.floor(text.replace(ENDING, '').length / 2.5));
  const distances = listedProviders().flatMap((provider) =>
    namesOf(provider).flatMap((name) =>
      [written, domain]
        .map((word) => ({ provider, distance: leven(word, name), most: most(word) }))
        .filter(({ distance, most: limit }) => distance <= limit),
    ),
  );
  return distances.sort((a, b) => a.distance - b.distance)[0]?.provider;
}

/** A word of a search: of a URI, and of a host with its port, the host. */
interface Word {
  text: string;
  kind: 'server' | 'address' | 'host' | 'name';
}

const WITH_PORT = /:\d{1,5}$/;
const HOST = /^[^\s.]+(?:\.[^\s.]+)+$/;

function readWord(word: string): Word {
  const isUri = /^[a-z]{3,6}:\/\//.test(word);
  const server = isUri ? word.slice(word.lastIndexOf('@') + 1).replace(/^[a-z]+:\/\//, '') : word;
  const text = (isUri ? server.replace(/[/?#].*$/s, '') : server).replace(WITH_PORT, '');
  if (isUri) return { text, kind: 'server' };
  if (text.includes('@')) return { text, kind: 'address' };
  return { text, kind: HOST.test(text) ? 'host' : 'name' };
}

function namesOf({ id, name, servers, domains = [], delivery }: Provider): string[] {
  const hosts = servers.map(({ host }) => host);
  const freeMail = (delivery?.freeMail ?? []).flatMap(({ value }) => value.domains);
  const names = [id, ...Object.values(name), ...hosts, ...domains, ...freeMail];
  return [...new Set(names.map((one) => one.toLowerCase()))];
}

function isNamedBy(provider: Provider, { text, kind }: Word, isTyping: boolean): boolean {
  const names = namesOf(provider);
  if (kind === 'name') return names.some((name) => name.includes(text));
  const domain = domainOf(text);
  if (providerIdOfHost(domain) === provider.id) return true;
  return names.some((name) => {
    if (name === domain) return name.includes('.');
    if (kind === 'server' || !domain.includes('.')) return false;
    return isTyping ? `.${name}`.includes(`.${domain}`) : name.endsWith(`.${domain}`);
  });
}
