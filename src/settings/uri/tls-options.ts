/** What an option of `tls.connect` that stands in a URI, as `?tls.NAME=`, is good for. */
interface TlsOption {
  /** A word or a number can say it. In place of functions and objects a text would make Node throw unseen. */
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

/** What stands before the name of such an option. */
export const TLS_PREFIX = 'tls.';

/** The options of `tls.connect` that nodemailer hands on. */
export const TLS_OPTIONS: readonly string[] = Object.keys(OPTIONS);

/** Those of them that a check takes from a URI. */
export const SAYABLE_TLS_OPTIONS = TLS_OPTIONS.filter((name) => OPTIONS[name]?.isSayable);
