import type { Localized } from '../language-codes.js';
import type { Provider } from '../providers/provider.js';
import type { Cause, Diagnosis } from '../report/causes.js';
import type { CredentialOddity } from '../report/credential-oddity.js';
import type { Facts } from '../report/facts.js';
import type { Reply, StepName, Suggestion } from '../report/report.js';
import { tlsReasonOf } from '../report/tls-reason.js';

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

const OF_CONNECTIONS =
  /connection|session|concurrent|simultaneous|too many|per[ -]?(?:ip|host|client)|连接|接続|연결/i;
const OF_REVERSE_NAME =
  /\bptr\b|reverse|\brdns\b|fcrdns|in-addr\.arpa|(?:resolve|find|no) .{0,20}host ?name|反向|反解/i;

/** What a server's words are about, where the cause leaves that open. */
function subjectOf(cause: Cause, { text }: Reply): FoundFacts['speaksOf'] {
  if (cause === 'server-busy') return OF_CONNECTIONS.test(text) ? 'connections' : undefined;
  return cause === 'ip-blocked' && OF_REVERSE_NAME.test(text) ? 'reverse-name' : undefined;
}

/** A failure with nothing found out beyond it. */
export function foundFailure(
  diagnosis: Diagnosis,
  { step, reply, errorWords }: { step: StepName; reply?: Reply; errorWords?: string },
  facts: FoundFacts,
): FoundFailure {
  const nothing = { refused: [], portsTried: undefined, suggestion: null };
  const tlsReason = reply ? undefined : tlsReasonOf(facts.errorCode, errorWords);
  const speaksOf = reply && subjectOf(diagnosis.cause, reply);
  const said = {
    ...(speaksOf ? { speaksOf } : {}),
    ...(tlsReason ? { tlsReason } : {}),
    ...(errorWords && facts.errorCode === 'UNSPECIFIED' ? { tlsWords: errorWords } : {}),
  };
  return { diagnosis, step, reply: reply ?? null, facts: { ...facts, ...said }, ...nothing };
}
