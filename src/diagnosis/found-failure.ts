import type { Localized } from '../language-codes.js';
import type { Provider } from '../providers/provider.js';
import type { Diagnosis } from '../report/causes.js';
import type { CredentialOddity } from '../report/credential-oddity.js';
import type { Facts } from '../report/facts.js';
import type { Reply, StepName, Suggestion } from '../report/report.js';

/** What is odd about a login, in every language. */
export type FoundOddity = CredentialOddity<Localized>;

/** What is known about a failure, before it is put into words. */
export type FoundFacts = Facts<Provider, Localized>;

/** The ports of a server that were tried, and none of them took a connection. */
export interface PortsTried {
  server: { host: string; port: number };
  ports: readonly number[];
  /** A host outside to compare with; `open` is undefined where it was not found. */
  control: { host: string; open: readonly number[] | undefined } | undefined;
}

/** A failure that was named, before it is put into words. */
export interface FoundFailure {
  diagnosis: Diagnosis;
  step: StepName;
  reply: Reply | null;
  facts: FoundFacts;
  /** Several recipients that were refused, where nothing was sent: no message in the report names them. */
  refused: readonly { address: string; reply: string }[];
  portsTried: PortsTried | undefined;
  suggestion: Suggestion | null;
}

/** A failure with nothing found out beyond it. */
export function foundFailure(
  diagnosis: Diagnosis,
  { step, reply }: { step: StepName; reply?: Reply },
  facts: FoundFacts,
): FoundFailure {
  const nothing = { refused: [], portsTried: undefined, suggestion: null };
  return { diagnosis, step, reply: reply ?? null, facts, ...nothing };
}
