import type { ProviderKind, UserFormFact } from './facts.js';
import type { Security } from './report.js';

/** A server of a provider, with the `SMTP_URI` that it wants. */
export interface ProviderServer {
  host: string;
  port: number;
  security: Security;
  /** A URI with `<user>` and `<password>` at their places, to be percent-encoded. */
  uri: string;
}

/** What is known of a provider, in one language. */
export interface ProviderEntry {
  /** The id that the report's `settings.provider` has. */
  id: string;
  kind: ProviderKind;
  name: string;
  /** The provider's servers, the best first. */
  servers: ProviderServer[];
  user: { form: UserFormFact; words: string } | null;
  password: { kind: string; name: string; where: string | null } | null;
  /** The senders that the provider takes; null if that is not known. */
  sender: 'login' | 'login-or-alias' | 'verified' | 'any' | null;
  limits: string | null;
  pages: string[];
  /** The day on which the facts were compared with the provider's pages, as YYYY-MM-DD. */
  checked: string;
}

/** What `tailchat smtp providers --json` prints. */
export interface ProviderList {
  schemaVersion: 1;
  command: 'providers';
  /** At least one provider fits. */
  ok: boolean;
  exitCode: 0 | 1;
  providers: ProviderEntry[];
}
