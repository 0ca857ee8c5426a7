/** A TLS library's exact complaint, if it helps and the cause alone does not say it. */
export type TlsReason =
  | 'key-too-small'
  | 'weak-hash'
  | 'name-constraint'
  | 'purpose'
  | 'client-certificate'
  /** The server ended the handshake without a reason: alert 40 (RFC 5246 section 7.2.2). */
  | 'handshake-ended'
  | 'dh-too-small'
  | 'unrecognized-name';

/** OpenSSL's names (sslerr.h, x509_vfy.h), and its sentences where Node says UNSPECIFIED. */
const REASONS: readonly (readonly [TlsReason, RegExp])[] = [
  ['dh-too-small', /DH_KEY_TOO_SMALL|\bdh key too small/i],
  ['key-too-small', /(?:EE|CA)_KEY_TOO_SMALL|certificate key too weak|\bkey too small/i],
  ['weak-hash', /MD_TOO_WEAK|digest algorithm too weak|\bmd too weak/i],
  ['name-constraint', /(?:PERMITTED|EXCLUDED)_VIOLATION|(?:permitted|excluded) subtree violation/i],
  ['purpose', /INVALID_PURPOSE|(?:unsupported|unsuitable) certificate purpose/i],
  [
    'client-certificate',
    /CERTIFICATE_REQUIRED|PEER_DID_NOT_RETURN_A_CERTIFICATE|certificate required/i,
  ],
  ['unrecognized-name', /UNRECOGNIZED_NAME|unrecogni[sz]ed[ _]name/i],
  ['handshake-ended', /ALERT_HANDSHAKE_FAILURE/],
];

/**
 * The reason that a code of OpenSSL's or Node's gives, or the words beside it.
 *
 * @param code such as `ERR_SSL_DH_KEY_TOO_SMALL`, or `UNSPECIFIED`
 * @param words what the library says of it
 */
export function tlsReasonOf(code: string | undefined, words = ''): TlsReason | undefined {
  const text = `${code ?? ''} ${words}`;
  return REASONS.find(([, pattern]) => pattern.test(text))?.[0];
}
