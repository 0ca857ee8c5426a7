import { CLIENT_PATTERNS, SURE_CLIENT_PATTERNS } from './client-errors.js';
import { closed, code, type KnownError, type Pattern, timedOut } from './pattern.js';
import { SERVER_PATTERNS } from './server-log.js';
import { findWordsAlone } from './words-alone.js';

/** What nodemailer says by itself (6 and later), and what Tailchat's server says of it. */
const NODEMAILER: readonly Pattern[] = [
  { words: /\bGreeting never received\b/, step: 'greeting', evidence: timedOut, weight: 'sure' },
  {
    words: /^(?:\w*Error: )?Connection timeout$/,
    step: 'connect',
    evidence: timedOut,
    weight: 'sure',
  },
  { words: /^Error: Timeout$/, step: 'ehlo', evidence: timedOut, weight: 'sure' },
  {
    words: /\bMissing credentials for\b/,
    step: 'settings',
    cause: 'credentials-missing',
    weight: 'sure',
  },
  {
    words: /\bUnknown authentication method\b/,
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
    weight: 'sure',
  },
  // Python's smtplib.
  {
    words: /\bSMTP AUTH extension not supported by server\b/,
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
    weight: 'sure',
  },
  {
    words: /\bSTARTTLS extension not supported by server\b/,
    step: 'starttls',
    cause: 'starttls-unavailable',
    weight: 'sure',
  },
  // curl, which keeps the reply to itself.
  { words: /\bcurl: \(67\)/, step: 'auth', cause: 'auth-failed' },
  // Nodemailer, given a password, and a server that takes only tokens.
  { words: /\bgetToken\b/, step: 'auth', cause: 'oauth-required', weight: 'sure' },
  { words: /\bInvalid recipient\b/, step: 'rcpt-to', cause: 'recipient-syntax', weight: 'sure' },
  { words: /\bInvalid sender\b/, step: 'mail-from', cause: 'sender-syntax', weight: 'sure' },
  {
    words: /\bNo recipients defined\b/i,
    step: 'settings',
    cause: 'recipient-missing',
    weight: 'sure',
  },
  {
    words: /\bMessage size larger than allowed\b/,
    step: 'mail-from',
    cause: 'message-too-large',
    weight: 'sure',
  },
  { words: /\bMail Transporter is null\b/, step: 'settings', cause: 'uri-missing', weight: 'sure' },
  // Nodemailer, where the host has no address of a family that the container has.
  {
    words: /\bCan not use IPv[46] addresses with current network\b/,
    step: 'connect',
    evidence: { errorCode: 'ENETUNREACH' },
    weight: 'sure',
  },
  { words: /\bSocks module not loaded\b/, step: 'settings', cause: 'uri-invalid', weight: 'sure' },
  // Moleculer, which waits ten seconds for a mail to go out.
  {
    words: /\bRequestTimeoutError\b|\bRequest is timed out when call '[\w.]{0,60}mail/i,
    step: 'data',
    evidence: timedOut,
    weight: 'hint',
  },
  // The server's check at its start says no more than this when there is nothing to check: a failure
  // would stand in the log before it.
  {
    words: /SMTP 服务不可用/,
    step: 'settings',
    cause: 'uri-missing',
    weight: 'hint',
  },
  // What Tailchat tells a person of any failure: the reason stands in the log.
  { words: /邮件发送失败/, step: 'data', cause: 'unknown', weight: 'hint' },
  // IMAP, POP3, SSH, a web server: what they say first.
  {
    words: /^(?:\* (?:OK|PREAUTH)\b|\+OK\b|SSH-\d\.\d|HTTP\/\d\.\d [45])/,
    step: 'greeting',
    cause: 'not-smtp',
  },
  { words: /\bURI malformed\b/, step: 'settings', cause: 'uri-damaged' },
  { words: /\bInvalid URL\b/, step: 'settings', cause: 'uri-invalid' },
  {
    words: /\bunexpected character .{1,12} in variable name|\bInvalid interpolation format\b/,
    step: 'settings',
    cause: 'env-file-invalid',
  },
];

/** TLS libraries: OpenSSL under Node, Python, PHP and curl; Go's and Java's own. */
const TLS: readonly Pattern[] = [
  {
    words:
      /wrong[ _]version[ _]number|does not look like a TLS handshake|unrecognized SSL message|SSL routines.{0,60}unknown protocol|packet[ _]length[ _]too[ _]long|InvalidContentType|unexpected packet format|cannot determine the frame size/i,
    step: 'tls',
    evidence: code('ERR_SSL_WRONG_VERSION_NUMBER'),
  },
  {
    words:
      /unsupported[ _]protocol|alert:? ?[ _]?protocol[ _]version|no[ _]protocols[ _]available|no appropriate protocol|version[ _]too[ _]low|handshake[ _]failure|no[ _]shared[ _]cipher|dh[ _]key[ _]too[ _]small|insufficient[ _]security/i,
    step: 'tls',
    evidence: code('ERR_SSL_UNSUPPORTED_PROTOCOL'),
  },
  {
    words:
      /certificate has expired|peer certificate: Expired|certificate_expired|certificate expired|CERT_HAS_EXPIRED/i,
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
      /does not match (?:the server )?certificate|not in the cert's altnames|certificate is (?:not )?valid for|hostname mismatch|host ?name .{1,100} doesn't match|host name did not match|ERR_TLS_CERT_ALTNAME_INVALID|certificate name mismatch|certificate owner does not match|peer certificate CN=.{1,300} did not match|certificate.{0,80}no subject alternative|cannot validate certificate for|certificate relies on legacy Common Name|CertificateNameMismatch|peer certificate: NotValidForName|name in the certificate does not match/i,
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
      /unable to (?:verify the first|get (?:local )?issuer) certificate|UNABLE_TO_(?:VERIFY|GET)_\w+|signed by unknown authority|PKIX path building failed|unknown[ _]ca\b|certificate issuer is unknown|hasn't got a known issuer|certificate[ _]verify[ _]failed|failed to load system roots|remote certificate (?:is|was) invalid|CertificateChainErrors|UnknownIssuer|peer certificate or SSH remote key/i,
    step: 'tls',
    evidence: code('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
  },
  { words: /disconnected before secure TLS connection/, step: 'tls', evidence: closed },
];

/** The network, in the words of the C library, Go and Java. */
const NETWORK: readonly Pattern[] = [
  {
    // Go: the answer that did not come in time was that of DNS.
    words: /\blookup [\w.-]{1,253}(?: on \S{1,60})?: .{0,120}i\/o timeout/,
    step: 'dns',
    evidence: { errorCode: 'EAI_AGAIN' },
  },
  {
    words:
      /\bENOTFOUND\b|\bname or service not known|\bno such host\b|\bno address associated with host|\bnodename nor servname|\bunknown ?host(?:exception)?\b|\bcould not resolve host/i,
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  {
    words:
      /\bEAI_AGAIN\b|\bquery\w* E[A-Z]+\b|temporary failure in name resolution|\bserver misbehaving/i,
    step: 'dns',
    evidence: { errorCode: 'EAI_AGAIN' },
  },
  {
    words: /\be?connrefused\b|\bconnection (?:was )?refused\b|\bactively refused\b/i,
    step: 'connect',
    evidence: { errorCode: 'ECONNREFUSED' },
  },
  {
    words:
      /\b(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL)\b|network is unreachable|no route to host/i,
    step: 'connect',
    evidence: { errorCode: 'ENETUNREACH' },
  },
  {
    words:
      /\bconnect ETIMEDOUT\b|attempt failed because .{0,120}did not properly respond|\b(?:connection|operation|connect\w*) timed out\b|\bi\/o timeout\b/i,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words:
      /\bECONNRESET\b|\bEPIPE\b|\bconnection (?:reset|closed|unexpectedly closed)\b|\bunexpected socket close\b|\bsocket hang up\b|\bbroken pipe\b|\bEOF occurred\b/i,
    step: 'greeting',
    evidence: closed,
  },
];

/** All of them, the surest first. */
export const PATTERNS: readonly Pattern[] = [
  ...NODEMAILER,
  ...SERVER_PATTERNS,
  ...SURE_CLIENT_PATTERNS,
  ...TLS,
  ...NETWORK,
  ...CLIENT_PATTERNS,
];

/** What a line says of a failure, where it is one that is known. */
export function findKnownError(text: string): KnownError | undefined {
  const byNumber = findOpensslError(text);
  if (byNumber) return byNumber;
  const pattern = PATTERNS.find(({ words }) => words.test(text));
  if (!pattern) return findWordsAlone(text);
  const { words: _, weight = 'possible', ...others } = pattern;
  const known = { ...others, ...withOrigin(others.evidence, text) };
  if (known.step !== 'tls' || !/\bSTARTTLS\b/.test(text)) return { ...known, weight };
  return { step: 'starttls', evidence: { ...known.evidence, isImplicitTls: false }, weight };
}

/** Whether the code stood in the text: what was only concluded is not quoted. */
function withOrigin(evidence: Pattern['evidence'], text: string): Pick<Pattern, 'evidence'> {
  const { errorCode } = evidence ?? {};
  if (errorCode === undefined || text.includes(errorCode)) return {};
  return { evidence: { ...evidence, isCodeInferred: true } };
}

// `140642254661440:error:1408F10B:SSL routines:…`: the words behind the number may be lost.
const OPENSSL_ERROR = /\berror:([\dA-F]{8})\b/i;
const SSL_LIBRARY = 20;

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
  1045: 'CERT_HAS_EXPIRED',
  1048: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  1070: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  1071: 'ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY',
};

/** OpenSSL 3 has 8 bits of library and 23 of reason; up to 1.1 there were 8, 12 of function and 12. */
function findOpensslError(text: string): KnownError | undefined {
  const digits = OPENSSL_ERROR.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const number = Number.parseInt(digits, 16);
  const isOld = number >>> 24 === SSL_LIBRARY;
  const reason = isOld ? number & 0xfff : number & 0x7fffff;
  if (!isOld && number >>> 23 !== SSL_LIBRARY) return undefined;
  const errorCode = SSL_REASONS[reason] ?? `ERR_SSL_${reason}`;
  const evidence = { errorCode, isCodeInferred: true, isImplicitTls: true };
  return { step: 'tls', evidence, weight: 'possible' };
}
