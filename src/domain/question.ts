import type { Provider } from '../providers/provider.js';
import type { GivenSelector } from './domain-fault.js';

/** What is asked about a domain. */
export interface DomainQuestion {
  /** The domain of the sender, in lower case and ASCII. */
  domain: string;
  /** The sender, if it is known and in this domain. An SPF macro may need it. */
  sender?: string;
  /** The provider behind `SMTP_URI`; undefined if it is unknown, or the server is the user's own. */
  provider: Provider | undefined;
  /** The addresses that the user's own server sends from: the given ones, or those of its name. */
  addresses: readonly string[];
  /** The selectors that the person gave. */
  selectors: readonly GivenSelector[];
  /** The name that the user's own server should give in EHLO. Absent if a provider sends. */
  helo?: string;
  /** The provider that gives everybody an address in the sender's domain. */
  freeMailOwner?: Provider;
  /** The server is not that provider's, so no domain can agree with the sender's. */
  isThroughStranger?: boolean;
  /** The domain of the login, where the provider lets that send as its own address alone. No record changes that. */
  loginDomain?: string;
  /** `SMTP_URI` or its file is there, and cannot be read: the server that sends is not known. */
  isUriUnread?: boolean;
  recipientDomain?: string;
  /** Block lists are third parties, so they are asked only if the person wants it. */
  asksBlocklists: boolean;
}
