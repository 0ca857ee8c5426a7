import type { ProviderKind, UserFormFact } from './facts.js';
import type { Security } from './report.js';

/** A server of a provider, with the `SMTP_URI` that it wants. */
export interface ProviderServer {
  host: string;
  port: number;
  security: Security;
  /** With `<user>` and `<password>` where they go, percent-encoded. */
  uri: string;
}

/** What is known of a provider, in one language. */
export interface ProviderEntry {
  /** As the report's `settings.provider` names it. */
  id: string;
  kind: ProviderKind;
  name: string;
  /** The best first. */
  servers: ProviderServer[];
  user: { form: UserFormFact; words: string } | null;
  password: { kind: string; name: string; where: string | null } | null;
  /** Whom mail may come from; null where it is not known. */
  sender: 'login' | 'login-or-alias' | 'verified' | 'any' | null;
  limits: string | null;
  pages: string[];
  /** When the facts were compared with the provider's pages, as YYYY-MM-DD. */
  checked: string;
}

/** What `tailchat smtp providers --json` prints. */
export interface ProviderList {
  schemaVersion: 1;
  command: 'providers';
  /** Whether there is one. */
  ok: boolean;
  exitCode: 0 | 1;
  providers: ProviderEntry[];
}
