import leven from 'leven';
import { type Raw, reveal } from '../../safety/secret.js';
import { looksRandom } from '../../safety/shown-word.js';
import { SCHEME, splitUri } from './split-uri.js';
import { RARE_TLS_OPTIONS, TLS_OPTIONS, TLS_PREFIX } from './tls-options.js';

/** An option that nodemailer ignores, though it was surely meant to have an effect. */
export interface OddOption {
  /** The option as it was written. */
  option: string;
  /** The option that was meant; absent where no option has the effect. */
  meant?: string;
  /** The purpose that no option serves; absent where the scheme alone decides. */
  isFor?: OptionPurpose;
}

/** The option was to be part of the login, which stands before the host, or its purpose is unknown. */
export type OptionPurpose = 'login' | 'nothing';

/** Options of nodemailer 6.7.8 for SMTP, from its documentation and its source. */
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
  ...['localAddress', 'proxy', 'disableFileAccess', 'disableUrlAccess', 'attachDataUrls'],
  ...['allowInternalNetworkInterfaces', 'forceAuth', 'customAuth', 'secured', 'socket', 'url'],
  ...['connection', 'getSocket', 'maxRequeues', 'component', 'dkim', 'sendmail', 'SES'],
  ...['streamTransport', 'jsonTransport'],
];
/** Parts of a mail, which the server sets itself: in a URI, nobody reads them. */
const OF_MAIL =
  /^(?:from|sender|reply-?to|to|cc|bcc|dsn|in-?reply-?to|(?:envelope|headers?)(?:\.[a-z-]{1,20})?)$/i;
/** Names in other programs for the choice between TLS first and plain text first. */
export const OF_SCHEME = /^(?:secure|ssl|usessl|tls|usetls|starttls|encryption|security)$/i;
/** Parts of a login. Nodemailer ignores every name with a dot except `tls.`. */
const OF_LOGIN =
  /^(?:auth[._-]?)?(?:user(?:[._-]?name)?|login|account|e?mail|pass(?:wd|word|phrase|code)?|pwd|secret|token|(?:api[._-]?)?key)$|^auth$/i;
/** The form of an option's name. Any other may be the end of a password. */
const WORDS = /^[a-z]{2,12}(?:[._-]?[A-Za-z][a-z]{1,12}){0,2}$/;
/** Names of options that contain a secret, whether or not anybody reads them. */
const OF_SECRETS = /pass|pwd|secret|token|key|auth(?!method)|credential/i;

/** Whether a password is among the options. It is kept secret even if nodemailer ignores it. */
export function hasSecretOption(raw: Raw): boolean {
  const { query } = splitUri(reveal(raw).trim().replace(SCHEME, ''));
  return [...new URLSearchParams(`?${query}`)].some(
    ([name, value]) => value !== '' && (OF_SECRETS.test(name) || /:\/\/[^/:]*:[^/]*@/.test(value)),
  );
}

/**
 * The options behind the question mark that have no effect as written: in another case, with a wrong letter, without `tls.`,
 * parts of a login, or such that the scheme alone decides (`?secure=`). Other unknown names are told only if they can be nothing
 * but the name of an option.
 *
 * @param raw the whole URI
 */
export function findOddOptions(raw: Raw): OddOption[] {
  const rest = reveal(raw).trim().replace(SCHEME, '');
  const options = new URLSearchParams(`?${splitUri(rest).query}`);
  return [...new Set(options.keys())].flatMap((option) => [
    ...oddityOf(option, options.get(option) !== ''),
    ...[...new Set(options.getAll(option))].flatMap(findSwallowed),
  ]);
}

/** What people write between options instead of the `&`. */
const OTHER_SEPARATOR = /(\/?[?;,])([A-Za-z.]{3,40})=/g;

/** The options that belong to the value before them, because no `&` stands between (URL Standard, section 5.1). */
function findSwallowed(value: string): OddOption[] {
  return [...value.matchAll(OTHER_SEPARATOR)].flatMap(([, separator = '', name = '']) =>
    isReadOption(name) ? [{ option: separator + name, meant: `&${name}` }] : [],
  );
}

/** Whether nodemailer reads an option of this name. */
function isReadOption(name: string): boolean {
  return OPTIONS.includes(name) || TLS_OPTIONS.some((one) => name === TLS_PREFIX + one);
}

/** Whether an option's name is one that nodemailer knows, or that was meant for it. */
export function isKnownOption(name: string): boolean {
  const isKnown = [OF_SCHEME, OF_LOGIN, OF_MAIL].some((names) => names.test(name));
  return isKnown || isReadOption(name);
}

function oddityOf(option: string, hasValue: boolean): OddOption[] {
  // Web pages write the sign between options like this.
  const [entity, name = ''] = /^amp;(.*)$/s.exec(option) ?? [];
  if (entity && OPTIONS.includes(name)) return [{ option, meant: name }];
  if (entity) return oddityOf(name, hasValue).map((odd) => ({ ...odd, option }));
  const isTls = option.toLowerCase().startsWith(TLS_PREFIX);
  const known = isTls ? TLS_OPTIONS.map((name) => TLS_PREFIX + name) : OPTIONS;
  if (known.includes(option) || RARE_TLS_OPTIONS.some((name) => option === TLS_PREFIX + name)) {
    return [];
  }
  if (OF_SCHEME.test(option)) return [{ option }];
  if (OF_LOGIN.test(option)) return [{ option, isFor: 'login' }];
  if (OF_MAIL.test(option)) return hasValue ? [{ option, isFor: 'nothing' }] : [];
  const withoutTls = TLS_OPTIONS.find((name) => name.toLowerCase() === option.toLowerCase());
  if (withoutTls) return [{ option, meant: TLS_PREFIX + withoutTls }];
  const meant = known.find((name) => isNear(option, name));
  if (meant) return [{ option, meant }];
  const isName = hasValue && !isTls && WORDS.test(option) && !looksRandom(option);
  return isName ? [{ option, isFor: 'nothing' }] : [];
}

function isNear(option: string, name: string): boolean {
  const [written, wanted] = [option.toLowerCase(), name.toLowerCase()];
  // Two swapped letters are one slip.
  if (written === wanted || sorted(written) === sorted(wanted)) return true;
  // In a short name two letters make another word.
  const farthest = wanted.length > 6 ? 2 : 1;
  return leven(written, wanted, { maxDistance: farthest + 1 }) <= farthest;
}

function sorted(name: string): string {
  return [...name].sort().join('');
}
