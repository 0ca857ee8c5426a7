import { createSecureContext } from 'node:tls';
import { hasControls } from '../../safety/control-characters.js';
import { isIP } from '../../safety/is-ip.js';
import { isOn, type OptionValue, optionOf, readUriOptions } from './read-uri-options.js';
import { TLS_PREFIX } from './tls-options.js';

/** Whether nodemailer 6.7.8 on Node 18.18.0 fails with this value of an option, always. */
type Fails = (value: OptionValue) => boolean;

const always: Fails = () => true;
/** Where an object or a function is wanted, anything but nothing fails. */
const whenOn: Fails = Boolean;
const unlessNumber: Fails = (value) => typeof value !== 'number';
const unlessSwitch: Fails = (value) => typeof value !== 'boolean';
const unlessOffOrNumber: Fails = (value) => Boolean(value) && typeof value !== 'number';
const unlessText: Fails = (value) => Boolean(value) && typeof value !== 'string';
const unlessPositive: Fails = (value) => typeof value !== 'number' || value <= 0;
const unlessAddress: Fails = (value) => Boolean(value) && !isIP(String(value));

/** Options behind `tls.` that `tls.connect` itself reads, whatever the scheme. */
const OF_ENCRYPTION: Readonly<Record<string, Fails>> = {
  checkServerIdentity: always,
  privateKeyIdentifier: always,
  clientCertEngine: always,
  session: whenOn,
  secureContext: whenOn,
  pskCallback: whenOn,
  ALPNProtocols: whenOn,
  // This one even ends the process.
  onread: whenOn,
  servername: unlessText,
  enableTrace: unlessSwitch,
  highWaterMark: unlessNumber,
  minDHSize: unlessPositive,
};

/** Options behind `tls.` about the connection below. They count where nodemailer opens it with TLS. */
const OF_CONNECTION: Readonly<Record<string, Fails>> = {
  socket: whenOn,
  signal: whenOn,
  localAddress: unlessAddress,
  localPort: unlessOffOrNumber,
  timeout: unlessOffOrNumber,
  autoSelectFamily: unlessSwitch,
  autoSelectFamilyAttemptTimeout: unlessPositive,
};

/** Options that Node reads into a context for TLS. It refuses what it cannot use. */
const OF_CONTEXT = [
  ...['ca', 'cert', 'key', 'pfx', 'passphrase', 'crl', 'dhparam', 'ecdhCurve', 'ciphers'],
  ...['sigalgs', 'minVersion', 'maxVersion', 'secureProtocol', 'secureOptions'],
  ...['sessionIdContext', 'ticketKeys', 'sessionTimeout'],
];

/** Options of nodemailer itself that a text can only break. */
const OF_NODEMAILER: Readonly<Record<string, Fails>> = {
  // `true` makes it log by itself.
  logger: (value) => Boolean(value) && value !== true,
  socket: whenOn,
  connection: whenOn,
  dkim: whenOn,
  SES: whenOn,
  localAddress: unlessAddress,
  url: unlessText,
  service: unlessText,
  // Tailchat has no module for any other kind of proxy.
  proxy: (value) => typeof value === 'string' && value !== '' && !/^https?:/i.test(value),
};

/**
 * The option that Node or nodemailer cannot use. It makes Tailchat's server fail with every mail, or even ends the process. What
 * fails was seen with nodemailer 6.7.8 on Node 18.18.0.
 *
 * @returns its name as it is written in the URI; undefined where all are good
 */
export function findImpossible(
  query: URLSearchParams,
  scheme: 'smtp' | 'smtps',
): string | undefined {
  const { waits, clientName = '', security, isPooled } = readUriOptions(scheme, query);
  const wait = Object.entries(waits).find(([name, value]) => !isWait(name, value));
  if (wait) return wait[0];
  // A line end would begin a command of its own.
  if (hasControls(clientName)) return 'name';
  const own = Object.entries(OF_NODEMAILER).find(([name, fails]) => fails(optionOf(query, name)));
  if (own) return own[0];
  // The pool waits for ever for a free connection.
  if (isPooled && typeof optionOf(query, 'maxConnections') === 'string') return 'maxConnections';
  if (isTlsNoObject(query)) return 'tls';
  return security === 'none' ? undefined : findImpossibleTls(query, scheme);
}

function findImpossibleTls(query: URLSearchParams, scheme: 'smtp' | 'smtps'): string | undefined {
  const tls = Object.fromEntries(
    [...query.keys()]
      .filter((option) => option.startsWith(TLS_PREFIX))
      .map((option) => [option.slice(TLS_PREFIX.length), optionOf(query, option)] as const),
  );
  const connection = scheme === 'smtps' ? OF_CONNECTION : { socket: always };
  const rules: Readonly<Record<string, Fails>> = { ...OF_ENCRYPTION, ...connection };
  const odd = Object.entries(tls).find(
    ([name, value]) =>
      (Object.hasOwn(rules, name) && rules[name]?.(value)) ||
      (isOfContext(name) && !isContext({ [name]: value })),
  );
  if (odd) return TLS_PREFIX + odd[0];
  if (query.getAll(`${TLS_PREFIX}servername`).length > 1) return `${TLS_PREFIX}servername`;
  if (trustsNobody(tls)) return `${TLS_PREFIX}ca`;
  if (isContext(tls)) return undefined;
  return `${TLS_PREFIX}${['minVersion', 'maxVersion', 'secureProtocol', 'key'].find((name) => name in tls) ?? 'ciphers'}`;
}

/**
 * Whether `tls` itself has a value, and an option behind `tls.` follows. Nodemailer looks for the option in that value, and
 * throws.
 */
function isTlsNoObject(query: URLSearchParams): boolean {
  const names = [...query.keys()];
  const tls = names.indexOf('tls');
  const isFirst = names.findIndex((name) => name.startsWith(TLS_PREFIX)) > tls;
  return tls >= 0 && isFirst && isOn(query, 'tls');
}

/** A certificate's beginning in a PEM file (RFC 7468 section 5.1). */
const PEM = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/;

/** Whether `tls.ca` takes all authorities away and brings none, such as the path of a file, which nobody reads. */
function trustsNobody({ ca, rejectUnauthorized }: Readonly<Record<string, OptionValue>>): boolean {
  return typeof ca === 'string' && ca !== '' && !PEM.test(ca) && rejectUnauthorized !== false;
}

function isOfContext(name: string): boolean {
  return OF_CONTEXT.includes(name);
}

/** Whether a value is a usable time. With any other, nodemailer does not wait at all, or ends the process. */
function isWait(name: string, value: unknown): boolean {
  if (typeof value !== 'number' || value <= 0 || !Number.isFinite(value)) return false;
  // A socket takes a longer one for the longest; a timer, for none.
  return value < 2 ** 31 || name === 'socketTimeout';
}

/** Whether Node accepts the options for TLS together. It refuses an unknown version, cipher or file at once. */
function isContext(tls: Readonly<Record<string, OptionValue>>): boolean {
  const options = Object.entries(tls).filter(([name]) => isOfContext(name));
  if (options.length === 0) return true;
  try {
    createSecureContext(Object.fromEntries(options));
    return true;
  } catch {
    return false;
  }
}
