import type { Localized } from '../language-codes.js';
import type { HomeWithProvider } from '../providers/find.js';
import type { Provider } from '../providers/provider.js';
import type { Cause, Diagnosis } from '../report/causes.js';
import type { CredentialOddity } from '../report/credential-oddity.js';
import type { Facts } from '../report/facts.js';
import type { Reply, StepName, Suggestion } from '../report/report.js';
import type { Subject } from '../report/subject.js';
import { tlsReasonOf } from '../report/tls-reason.js';
import type { ShownHost } from '../safety/shown-host.js';
import { isNearby } from '../settings/addresses/is-nearby.js';
import { type HeardReply, replyClass, saidIn, shownReply } from './reply.js';
import { withoutTrace } from './rules/reply-words.js';

/** What is odd about a login, in every language. */
export type FoundOddity = CredentialOddity<Localized>;

/** What is known about a failure, before it is put into words. */
export type FoundFacts = Facts<Provider, Localized> & { host?: ShownHost | undefined };

/** The ports of a server that were tried, and none of them took a connection. */
export interface PortsTried {
  server: { host: ShownHost; port: number };
  ports: readonly number[];
  /** A host outside to compare with. `open` is undefined where the host was not found. */
  control: { host: string; open: readonly number[] | undefined } | undefined;
}

/** A failure that was named, before it is put into words. */
export interface FoundFailure {
  diagnosis: Diagnosis;
  step: StepName;
  reply: Reply | null;
  facts: FoundFacts;
  /** Several recipients that were refused, where nothing was sent. The report has no message then that could name them. */
  refused: readonly { address: string; reply: string }[];
  portsTried: PortsTried | undefined;
  /** Where the address of a login that was refused is at home. */
  home?: HomeWithProvider | undefined;
  suggestion: Suggestion | null;
}

const OF_CONNECTIONS =
  /connection|session|concurrent|simultaneous|too many|per[ -]?(?:ip|host|client)|连接|接続|연결/i;
const OF_PLACE = /\b(?:countr(?:y|ies)|region|geo\w*|location)\b|国家|地区|境外/i;
/** Words about an address, a list, or what they hold against whoever connects. */
const OF_ADDRESS =
  /\bip\b|address|(?:\d{1,3}\.){3}\d|:[\da-f]{0,4}:|client|\bhosts?\b|list|reput|range|network|relay|spam|abuse|bl\b|\.7\.25\b|[^\0-\x7f]/i;
const OF_NO_SERVICE =
  /\b(?:no|not an?) (?:e?smtp|e?mail) (?:service|server)|\bnot accept (?:any )?e?mail\b/i;
const OF_EXPIRED_PASSWORD =
  /\bpass(?:word|phrase) (?:has |is |was )?(?:been )?expired\b|\bexpired password\b|(?:密码|口令)已?经?过期|\bkennwort .{0,20}abgelaufen/i;
const OF_WANTED_LOGIN =
  /\bauth\w* (?:is )?(?:required|needed)|\bnot (?:been )?(?:authenticated|logged[ -]?in)|\b(?:must|please|need to) .{0,20}(?:auth|log ?in)|\b(?:auth\w*|log ?in) first\b|\banonymous\b/i;
const OF_REVERSE_NAME =
  /\bptr\b|reverse|\brdns\b|fcrdns|in-addr\.arpa|(?:resolve|find|no) .{0,20}host ?name|反向|反解/i;

/** Codes of a command that is refused for itself, and not for what it asks (RFC 5321 section 4.2.2). */
const OF_COMMANDS: ReadonlySet<number> = new Set([500, 501, 502, 503, 504]);

/** The subject of a server's words, where the cause leaves it open. */
function subjectOf(cause: Cause, reply: HeardReply, isLoggedIn: boolean): Subject | undefined {
  const text = saidIn(reply);
  switch (cause) {
    case 'server-busy':
      return OF_CONNECTIONS.test(text) ? 'connections' : undefined;
    case 'ip-blocked':
      if (OF_REVERSE_NAME.test(text)) return 'reverse-name';
      if (OF_PLACE.test(text)) return 'place';
      return OF_ADDRESS.test(withoutTrace(text)) ? undefined : 'nothing';
    case 'auth-failed':
      return OF_EXPIRED_PASSWORD.test(text) ? 'expired-password' : undefined;
    case 'server-error':
      if (replyClass(reply) !== 5) return undefined;
      if (isLoggedIn && (reply.code === 530 || OF_WANTED_LOGIN.test(text)))
        return 'forgotten-login';
      return OF_NO_SERVICE.test(text) ? 'no-service' : undefined;
    case 'protocol-error':
      return OF_COMMANDS.has(reply.code ?? 0) ? 'command' : undefined;
    default:
      return undefined;
  }
}

const IPV4 = /(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w.-])/g;

/** Whether a reply names addresses, and only those of a network of one's own. */
function namesInnerAddress(text: string): boolean {
  const named = text.match(IPV4) ?? [];
  return named.length > 0 && named.every(isNearby);
}

/** Steps that only happen after a server has greeted. */
const AFTER_GREETING: ReadonlySet<StepName> = new Set<StepName>([
  ...(['ehlo', 'starttls', 'auth', 'mail-from', 'rcpt-to', 'data'] as const),
]);

/** A failure with nothing found out beyond it. */
export function foundFailure(
  diagnosis: Diagnosis,
  { step, reply, errorWords }: { step: StepName; reply?: HeardReply; errorWords?: string },
  facts: FoundFacts,
): FoundFailure {
  const nothing = { refused: [], portsTried: undefined, suggestion: null };
  const tlsReason = reply ? undefined : tlsReasonOf(facts.errorCode, errorWords);
  const speaksOf = reply && subjectOf(diagnosis.cause, reply, facts.authenticated === true);
  const said = {
    ...(speaksOf ? { speaksOf } : {}),
    ...(!reply && AFTER_GREETING.has(step) ? { hasSpoken: true } : {}),
    ...(step === 'auth' ? { isOfLogin: true } : {}),
    ...(reply && namesInnerAddress(saidIn(reply)) ? { namesInnerAddress: true } : {}),
    ...(tlsReason ? { tlsReason } : {}),
    ...(errorWords && facts.errorCode === 'UNSPECIFIED' ? { tlsWords: errorWords } : {}),
  };
  const shown = reply ? shownReply(reply) : null;
  return { diagnosis, step, reply: shown, facts: { ...facts, ...said }, ...nothing };
}
