import { closed, code, type KnownError, type Pattern } from './pattern.js';

/** The words of TLS libraries: OpenSSL's under Node, Python, PHP and curl; Go's and Java's own. */
export const TLS_PATTERNS: readonly Pattern[] = [
  {
    words:
      /wrong[ _]version[ _]number|does not look like a TLS handshake|unrecognized SSL message|SSL routines.{0,60}unknown protocol|packet[ _]length[ _]too[ _]long|InvalidContentType|unexpected packet format|cannot determine the frame size|unsupported_record_type,5\d/i,
    step: 'tls',
    evidence: code('ERR_SSL_WRONG_VERSION_NUMBER'),
  },
  {
    words: /\bdh[ _]key[ _]too[ _]small/i,
    step: 'tls',
    evidence: code('ERR_SSL_DH_KEY_TOO_SMALL'),
  },
  {
    words: /alert[ _]certificate[ _]required|peer[ _]did[ _]not[ _]return[ _]a[ _]certificate/i,
    step: 'tls',
    evidence: code('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'),
  },
  {
    words: /(?:alert|tlsv1)[ _]unrecogni[sz]ed[ _]name|tls: unrecognized name/i,
    step: 'tls',
    evidence: code('ERR_SSL_TLSV1_UNRECOGNIZED_NAME'),
  },
  {
    words: /\b(?:ee|ca)[ _](?:certificate )?key[ _]too[ _](?:small|weak)/i,
    step: 'tls',
    evidence: code('EE_KEY_TOO_SMALL'),
  },
  {
    words: /\bca[ _]md[ _]too[ _]weak|CA signature digest algorithm too weak/i,
    step: 'tls',
    evidence: code('CA_MD_TOO_WEAK'),
  },
  {
    words: /unsupported certificate purpose|unsuitable certificate purpose|\bINVALID_PURPOSE\b/i,
    step: 'tls',
    evidence: code('INVALID_PURPOSE'),
  },
  {
    words: /(?:permitted|excluded)[ _](?:subtree[ _])?violation/i,
    step: 'tls',
    evidence: code('PERMITTED_VIOLATION'),
  },
  {
    words: /alert[ _]handshake[ _]failure/i,
    step: 'tls',
    evidence: code('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'),
  },
  {
    words:
      /unsupported[ _]protocol|alert:? ?[ _]?protocol[ _]version|no[ _]protocols[ _]available|no appropriate protocol|cipher suites (?:in common|are inappropriate)|version[ _]too[ _]low|handshake[ _]failure|no[ _]shared[ _]cipher|insufficient[ _]security/i,
    step: 'tls',
    evidence: code('ERR_SSL_UNSUPPORTED_PROTOCOL'),
  },
  {
    words:
      /certificate has expired|not within its validity period|peer certificate: Expired|certificate_expired|certificate expired|CERT_HAS_EXPIRED/i,
    step: 'tls',
    evidence: code('CERT_HAS_EXPIRED'),
  },
  {
    words: /certificate is not yet valid|CERT_NOT_YET_VALID/i,
    step: 'tls',
    evidence: code('CERT_NOT_YET_VALID'),
  },
  {
    words:
      /does not match (?:the server )?certificate|not in the cert's altnames|certificate is (?:not )?valid for|hostname (?:mismatch|was not match)|host ?name .{1,100} doesn't match|host name did not match|ERR_TLS_CERT_ALTNAME_INVALID|certificate name mismatch|certificate owner does not match|peer certificate CN=.{1,300} did not match|certificate.{0,80}no subject alternative|cannot validate certificate for|certificate relies on legacy Common Name|CertificateNameMismatch|peer certificate: NotValidForName|name in the certificate does not match|no alternative certificate subject name|no subject alternative (?:DNS )?names? (?:matching|present)/i,
    step: 'tls',
    evidence: code('ERR_TLS_CERT_ALTNAME_INVALID'),
  },
  {
    words:
      /self[- ]?signed certificate in (?:the )?(?:certificate )?chain|SELF_SIGNED_CERT_IN_CHAIN/i,
    step: 'tls',
    evidence: code('SELF_SIGNED_CERT_IN_CHAIN'),
  },
  {
    words: /self[- ]?signed certificate|DEPTH_ZERO_SELF_SIGNED_CERT/i,
    step: 'tls',
    evidence: code('DEPTH_ZERO_SELF_SIGNED_CERT'),
  },
  {
    words:
      /unable to (?:verify the first|get (?:local )?issuer) certificate|UNABLE_TO_(?:VERIFY|GET)_\w+|signed by unknown authority|PKIX path building failed|establish trust relationship for the SSL|unknown[ _]ca\b|certificate issuer is unknown|hasn't got a known issuer|certificate[ _]verify[ _]failed|failed to load system roots|CertificateChainErrors|UnknownIssuer|peer certificate or SSH remote key|CLIENT ALERT: Fatal - (?:Bad Certificate|Certificate Unknown)/i,
    step: 'tls',
    evidence: code('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
  },
  { words: /disconnected before secure TLS connection/, step: 'tls', evidence: closed },
  {
    // Exim writes this on either side of a connection.
    words: /\bTLS error on connection (?:from|to) /,
    step: 'tls',
    cause: 'tls-failed',
    weight: 'sure',
  },
];

// `140642254661440:error:1408F10B:SSL routines:…`: the words behind the number may be lost.
export const OPENSSL_ERROR = /\berror:([\dA-F]{8})\b/i;
const SSL_LIBRARY = 20;
/** A server that has read the client's hello speaks of its version (OpenSSL, LibreSSL): what came was TLS. */
const IN_CLIENT_HELLO = /(?:CLIENT|CLNT)_HELLO\w{0,4}:wrong version number/i;

/** Reasons of OpenSSL's SSL library (sslerr.h) by their numbers. */
const SSL_REASONS: Record<number, string> = {
  134: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  156: 'ERR_SSL_WRONG_VERSION_NUMBER',
  191: 'ERR_SSL_NO_PROTOCOLS_AVAILABLE',
  193: 'ERR_SSL_NO_SHARED_CIPHER',
  198: 'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  252: 'ERR_SSL_WRONG_VERSION_NUMBER',
  258: 'ERR_SSL_UNSUPPORTED_PROTOCOL',
  267: 'ERR_SSL_WRONG_VERSION_NUMBER',
  394: 'ERR_SSL_DH_KEY_TOO_SMALL',
  396: 'ERR_SSL_VERSION_TOO_LOW',
  1040: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  1042: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  1045: 'CERT_HAS_EXPIRED',
  1046: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  1048: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  1070: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  1071: 'ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY',
};

/** The reasons of a server that was sent something else than TLS: wrong version number, unknown protocol, http request. */
const NO_TLS_CAME: ReadonlySet<number> = new Set([267, 252, 156]);

/** A handshake that a server had waited for. */
const OF_SERVER = /\bSSL_accept\b/;

/**
 * What the number of an OpenSSL error says, whatever became of the words behind it. OpenSSL 3 has 8 bits of
 * library and 23 of reason; up to 1.1 there were 8, 12 of function and 12.
 */
export function findOpensslError(text: string): KnownError | undefined {
  const digits = OPENSSL_ERROR.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const number = Number.parseInt(digits, 16);
  const isOld = number >>> 24 === SSL_LIBRARY;
  const reason = isOld ? number & 0xfff : number & 0x7fffff;
  if (!isOld && number >>> 23 !== SSL_LIBRARY) return undefined;
  if (NO_TLS_CAME.has(reason) && OF_SERVER.test(text)) {
    return { step: 'greeting', cause: 'plain-on-tls-port', weight: 'possible' };
  }
  const errorCode = IN_CLIENT_HELLO.test(text)
    ? 'ERR_SSL_UNSUPPORTED_PROTOCOL'
    : (SSL_REASONS[reason] ?? `ERR_SSL_${reason}`);
  const evidence = { errorCode, isCodeInferred: true, isImplicitTls: true };
  return { step: 'tls', evidence, weight: 'possible' };
}
