import leven from 'leven';
import { domainOf } from '../domain-of.js';
import { PROVIDERS } from './index.js';
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
 * The providers that words name: each word is a part of a name in either language, of an id or of a host, or a
 * mail address of theirs.
 *
 * @returns those that the words name whole; where there are none, those that hold them
 */
export function searchProviders(words: readonly string[]): Provider[] {
  const wanted = words.map((word) => hostIn(word.toLowerCase()));
  const found = listedProviders().filter((provider) =>
    wanted.every((word) => namesOf(provider).some((name) => holds(name, word))),
  );
  const whole = found.filter((provider) => {
    const names = namesOf(provider);
    const isNamed = (word: string) =>
      [word, domainOf(word), `smtp.${domainOf(word)}`].some((one) => names.includes(one));
    return names.includes(wanted.join(' ')) || wanted.every(isNamed);
  });
  return whole.length > 0 ? whole : found;
}

/** So many letters may be wrong, missing or too many, and two of five at most. */
const MOST_WRONG = 2;

/** The provider that misspelt words were likely meant to name; nothing where none is near. */
export function nearestProvider(words: readonly string[]): Provider | undefined {
  const written = hostIn(words.join(' ').toLowerCase());
  const domain = domainOf(written);
  const most = (text: string) => Math.min(MOST_WRONG, Math.floor(text.length / 2.5));
  const distances = listedProviders().flatMap((provider) =>
    namesOf(provider).flatMap((name) =>
      [written, domain]
        .map((word) => ({ provider, distance: leven(word, name), most: most(word) }))
        .filter(({ distance, most: limit }) => distance <= limit),
    ),
  );
  return distances.sort((a, b) => a.distance - b.distance)[0]?.provider;
}

/** A pasted URI, or a host with its port, stands for the host. */
function hostIn(word: string): string {
  const isUri = /^[a-z]{3,6}:\/\//.test(word);
  const server = isUri ? word.slice(word.lastIndexOf('@') + 1).replace(/^[a-z]+:\/\//, '') : word;
  return server.replace(isUri ? /[/?#].*$/s : /(?!)/, '').replace(/:\d{1,5}$/, '');
}

function namesOf({ id, name, servers, domains = [], delivery }: Provider): string[] {
  const hosts = servers.map(({ host }) => host);
  const freeMail = (delivery?.freeMail ?? []).flatMap(({ value }) => value.domains);
  const names = [id, ...Object.values(name), ...hosts, ...domains, ...freeMail];
  return [...new Set(names.map((one) => one.toLowerCase()))];
}

function holds(name: string, word: string): boolean {
  const domain = domainOf(word);
  // Of an address the domain counts: as it stands, or as that of a host.
  return word.includes('@') ? name === domain || name.endsWith(`.${domain}`) : name.includes(word);
}
