import type { ProviderKind, UserFormFact } from '../report/facts.js';
import type { ProviderEntry } from '../report/provider-list.js';

/** What `tailchat smtp providers` says. */
export interface ProviderListTexts {
  kinds: Record<ProviderKind, string>;
  /** The placeholder for the user in the URI. */
  userForms: Record<UserFormFact, string>;
  /** The account's own password. */
  accountPassword: string;
  senders: Record<NonNullable<ProviderEntry['sender']>, string>;
  labels: {
    uri: string;
    user: string;
    password: string;
    sender: string;
    limits: string;
    others: string;
    pages: string;
    checked: string;
  };
  /** The password's name, and where to get it. */
  passwordFrom: (name: string, where: string) => string;
  /** The hint below the list that leads to one provider. */
  more: string;
  none: (words: string) => string;
  /** The name that was likely meant, and how to ask for it. */
  meant: (name: string, id: string) => string;
  noneNext: string;
}
