import { findProviderByWords, findProviderOfHost } from '../providers/find.js';
import type { Provider } from '../providers/provider.js';
import type { Evidence } from './evidence.js';
import { saidIn } from './reply.js';

/** What tells a provider. */
export type ProviderClues = Pick<Evidence, 'host' | 'greeting' | 'reply'>;

/** The provider whose server this is: by its host, else by what it says of itself. */
export function providerOf({ host, greeting, reply }: ProviderClues): Provider | undefined {
  return (
    (host && findProviderOfHost(host)) || findProviderByWords(greeting, reply && saidIn(reply))
  );
}
