import { PROVIDERS } from './index.js';
import { type HomeOfLogin, homeOfLogin, providerIdOfHost } from './known-hosts.js';
import { LONGEST_WORDS, type Provider, type SubmissionServer } from './provider.js';
import { mayShowProvider } from './signs.js';

/**
 * The provider whose server a host is.
 *
 * @param host as it stands in the settings
 */
export function findProviderOfHost(host: string): Provider | undefined {
  const id = providerIdOfHost(host);
  return id === undefined ? undefined : PROVIDERS.find((provider) => provider.id === id);
}

/** Where the address of a login is at home, with what is known of the provider and the server there. */
export interface HomeWithProvider extends HomeOfLogin {
  provider: Provider;
  server: SubmissionServer;
}

/** See `homeOfLogin`. */
export function findHomeOfLogin(user: string, host: string): HomeWithProvider | undefined {
  const home = homeOfLogin(user, host);
  const provider = home && PROVIDERS.find(({ id }) => id === home.id);
  const server = provider?.servers.find((one) => one.host === home?.host);
  return home && provider && server && { ...home, provider, server };
}

/**
 * The provider that shows itself in a server's own words, such as a greeting. A provider before
 * software: many run a server that others have written.
 *
 * @param texts the greeting, replies; one that is missing is passed over
 */
export function findProviderByWords(
  ...texts: readonly (string | undefined)[]
): Provider | undefined {
  const said = texts.map((text = '') => text.slice(0, LONGEST_WORDS)).join('\n');
  if (!mayShowProvider({ text: said })) return undefined;
  const marked = PROVIDERS.filter(({ mark }) => mark?.test(said));
  return marked.find(({ kind }) => kind !== 'software') ?? marked[0];
}
