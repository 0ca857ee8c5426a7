import type { Provider } from '../providers/provider.js';

/** What is asked about a domain. */
export interface DomainQuestion {
  /** The domain of the sender, in lower case and ASCII. */
  domain: string;
  /** The sender, where it is known and in this domain: a macro of SPF may ask for it. */
  sender?: string;
  /** The provider behind `SMTP_URI`; undefined where it is nobody's that we know, or a server of one's own. */
  provider: Provider | undefined;
  /** The addresses that mail leaves from, where the server is the user's own: given, or those of its name. */
  addresses: readonly string[];
  /** Selectors that were given. */
  selectors: readonly string[];
  /** The name that the user's own server should give in EHLO; absent where a provider sends. */
  helo?: string;
  /** Who gives everybody an address in the sender's domain. */
  freeMailOwner?: Provider;
  /** Mail goes through a server that is not that owner's, so that nothing can agree with the sender. */
  isThroughStranger?: boolean;
  recipientDomain?: string;
  /** Block lists are third parties: they are asked only where the person wants it. */
  asksBlocklists: boolean;
}
