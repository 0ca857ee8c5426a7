import leven from 'leven';
import { type Raw, reveal } from '../../safety/secret.js';
import { SCHEME, splitUri } from './split-uri.js';
import { TLS_OPTIONS, TLS_PREFIX } from './tls-options.js';

/** An option of a URI that nodemailer passes over, though it was surely meant to do something. */
export interface OddOption {
  /** As it was written. */
  option: string;
  /** What does it; absent where the scheme alone decides. */
  meant?: string;
}

/** Options of nodemailer 6.7.8 for SMTP, from its documentation. */
const OPTIONS = [
  ...['pool', 'maxConnections', 'maxMessages', 'rateDelta', 'rateLimit', 'name', 'host', 'port'],
  ...['requireTLS', 'ignoreTLS', 'opportunisticTLS', 'authMethod', 'connectionTimeout', 'service'],
  ...[
    'greetingTimeout',
    'socketTimeout',
    'dnsTimeout',
    'logger',
    'debug',
    'transactionLog',
    'lmtp',
  ],
  ...['localAddress', 'proxy', 'disableFileAccess', 'disableUrlAccess', 'dsn', 'from', 'auth'],
  'allowInternalNetworkInterfaces',
];
/** What other programs call the choice between TLS first and plain text first. */
const OF_SCHEME = /^(?:secure|ssl|usessl|tls|usetls|starttls|encryption|security)$/i;

/**
 * The options behind the question mark that have no effect as they are written: another case, a letter
 * off, without `tls.`, or such that the scheme alone decides (`?secure=`). Unknown names that are near
 * to nothing are passed over.
 *
 * @param raw the whole URI
 */
export function findOddOptions(raw: Raw): OddOption[] {
  const rest = reveal(raw).trim().replace(SCHEME, '');
  const names = [...new Set(new URLSearchParams(splitUri(rest).query).keys())];
  return names.flatMap((option) => oddityOf(option));
}

function oddityOf(option: string): OddOption[] {
  const isTls = option.toLowerCase().startsWith(TLS_PREFIX);
  const known = isTls ? TLS_OPTIONS.map((name) => TLS_PREFIX + name) : OPTIONS;
  if (known.includes(option)) return [];
  if (OF_SCHEME.test(option)) return [{ option }];
  const withoutTls = TLS_OPTIONS.find((name) => name.toLowerCase() === option.toLowerCase());
  if (withoutTls) return [{ option, meant: TLS_PREFIX + withoutTls }];
  const meant = known.find((name) => isNear(option, name));
  return meant ? [{ option, meant }] : [];
}

function isNear(option: string, name: string): boolean {
  const [written, wanted] = [option.toLowerCase(), name.toLowerCase()];
  if (written === wanted) return true;
  // In a short name two letters make another word.
  const farthest = wanted.length > 6 ? 2 : 1;
  return leven(written, wanted, { maxDistance: farthest + 1 }) <= farthest;
}
