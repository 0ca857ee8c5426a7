/** The use of an option of `tls.connect` in a URI, as `?tls.NAME=`. */
interface TlsOption {
  /**
   * A word or a number can express the option. Options for functions and objects would make Node throw in a place where nobody
   * catches it.
   */
  isSayable: boolean;
}

const sayable: TlsOption = { isSayable: true };
const other: TlsOption = { isSayable: false };

const OPTIONS: Readonly<Record<string, TlsOption>> = {
  rejectUnauthorized: sayable,
  servername: sayable,
  minVersion: sayable,
  maxVersion: sayable,
  secureProtocol: sayable,
  ciphers: sayable,
  ecdhCurve: sayable,
  sigalgs: sayable,
  minDHSize: sayable,
  honorCipherOrder: other,
  ca: other,
  cert: other,
  key: other,
  passphrase: other,
};

/** The prefix of such an option. */
export const TLS_PREFIX = 'tls.';

/** The options of `tls.connect` that nodemailer hands on. */
export const TLS_OPTIONS: readonly string[] = Object.keys(OPTIONS);

/** The options that a check takes from a URI. */
export const SAYABLE_TLS_OPTIONS = TLS_OPTIONS.filter((name) => OPTIONS[name]?.isSayable);

/**
 * Further options of `tls.connect` in Node 18.18.0. Nobody means them who writes another name, and most make each mail fail:
 * `impossible-options.ts` knows which.
 */
export const RARE_TLS_OPTIONS: readonly string[] = [
  ...['pfx', 'crl', 'dhparam', 'secureOptions', 'sessionIdContext', 'ticketKeys', 'sessionTimeout'],
  ...['privateKeyIdentifier', 'privateKeyEngine', 'clientCertEngine', 'session', 'secureContext'],
  ...[
    'socket',
    'pskCallback',
    'checkServerIdentity',
    'ALPNProtocols',
    'enableTrace',
    'requestOCSP',
  ],
  ...['highWaterMark', 'onread', 'signal', 'localAddress', 'localPort', 'timeout', 'host', 'port'],
  ...['path', 'lookup', 'family', 'hints', 'autoSelectFamily', 'autoSelectFamilyAttemptTimeout'],
  ...['noDelay', 'keepAlive', 'keepAliveInitialDelay', 'allowHalfOpen'],
];
