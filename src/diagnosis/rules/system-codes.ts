import type { Cause } from '../../report/causes.js';
import { SUBMISSIONS_PORT } from '../../settings/uri/mail-ports.js';
import type { Evidence } from '../evidence.js';

/** Codes of the resolver: getaddrinfo(3), and c-ares as Node names its codes. */
const DNS_CODES: Record<string, Cause> = {
  ENOTFOUND: 'host-not-found',
  ENODATA: 'host-not-found',
  ENONAME: 'host-not-found',
  EBADNAME: 'host-not-found',
};

/** Codes of connect(2). */
const CONNECT_CODES: Record<string, Cause> = {
  ECONNREFUSED: 'connection-refused',
  ETIMEDOUT: 'connection-timeout',
  ECONNRESET: 'connection-closed',
  ENETUNREACH: 'network-unreachable',
  EHOSTUNREACH: 'network-unreachable',
  ENETDOWN: 'network-unreachable',
  EADDRNOTAVAIL: 'network-unreachable',
  EAFNOSUPPORT: 'network-unreachable',
  // A firewall on this machine forbids the connection.
  EACCES: 'network-unreachable',
  EPERM: 'network-unreachable',
};

/** Verdicts on a certificate: OpenSSL's names (X509_V_ERR_ left out) and Node's own for its names. */
const CERTIFICATE_CODES: Record<string, Cause> = {
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-hostname',
  HOSTNAME_MISMATCH: 'certificate-hostname',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-untrusted',
  CERT_UNTRUSTED: 'certificate-untrusted',
  CERT_REJECTED: 'certificate-untrusted',
  CERT_REVOKED: 'certificate-untrusted',
  CERT_CHAIN_TOO_LONG: 'certificate-untrusted',
  CERT_SIGNATURE_FAILURE: 'certificate-untrusted',
  INVALID_CA: 'certificate-untrusted',
  // Node knows no name for some verdicts, and says so.
  UNSPECIFIED: 'certificate-untrusted',
  EE_KEY_TOO_SMALL: 'certificate-untrusted',
  CA_KEY_TOO_SMALL: 'certificate-untrusted',
  CA_MD_TOO_WEAK: 'certificate-untrusted',
  PERMITTED_VIOLATION: 'certificate-untrusted',
  EXCLUDED_VIOLATION: 'certificate-untrusted',
  INVALID_PURPOSE: 'certificate-untrusted',
  PATH_LENGTH_EXCEEDED: 'certificate-untrusted',
};

/** OpenSSL's reasons, behind `ERR_SSL_`, that mean the two sides share no version or cipher. */
const TLS_VERSION_REASON =
  /^ERR_SSL_.*(UNSUPPORTED_PROTOCOL|ALERT_PROTOCOL_VERSION|VERSION_TOO_LOW|NO_PROTOCOLS_AVAILABLE|HANDSHAKE_FAILURE|NO_SHARED_CIPHER|NO_CIPHERS|INSUFFICIENT_SECURITY|DH_KEY_TOO_SMALL|WRONG_CIPHER|BAD_ECPOINT)/;

/** OpenSSL's reasons for bytes that are no TLS record at all. */
const NOT_TLS_REASON =
  /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNEXPECTED_MESSAGE|RECORD_LAYER_FAILURE)/;

/** Whether a code of the TLS library says that the other side does not speak TLS at all. */
export function isNotTls(code: string): boolean {
  return NOT_TLS_REASON.test(code);
}

/** The meaning of a first line: a reply is a mail server's (RFC 5321 section 4.2), other words are another service's. */
export function isOfOtherService(greeting: string): boolean {
  return greeting.trim() !== '' && !/^[2-5]\d\d[ -]/.test(greeting);
}

function causeOfPlainPort({ plainGreeting = '' }: Evidence): Cause {
  return isOfOtherService(plainGreeting) ? 'not-smtp' : 'tls-on-plain-port';
}

/** The cause that a failure without a reply supports: a time-out, a hang-up, or a code of the system. */
export function causeOfSystem(evidence: Evidence): Cause {
  if (evidence.isTlsPort && evidence.begun === undefined) return 'plain-on-tls-port';
  if (evidence.option) return 'uri-invalid';
  if (evidence.isTimedOut) return causeOfTimeout(evidence);
  if (evidence.hasBlankLine) return 'protocol-error';
  if (evidence.isMalformed) return causeOfMalformed(evidence);
  if (evidence.isLoginMissing) return 'credentials-missing';
  if (evidence.unusableMechanisms) return causeOfMechanisms(evidence.unusableMechanisms);
  const code = evidence.errorCode;
  if (code !== undefined) return causeOfCode(code, evidence);
  return evidence.isClosed ? 'connection-closed' : 'unknown';
}

function causeOfTimeout(evidence: Evidence): Cause {
  const { step, port, isImplicitTls, isEncrypted, isTlsPort, begun, isTlsUnanswered } = evidence;
  // A server that has begun to speak is not silent.
  if (begun !== undefined) return 'timeout';
  switch (step) {
    case 'dns':
      return 'dns-unavailable';
    case 'connect':
      return 'connection-timeout';
    case 'greeting':
      if (isTlsPort === false) return 'server-silent';
      // A server that says nothing on the port reserved for implicit TLS waits for TLS to begin.
      if (port === SUBMISSIONS_PORT && !isImplicitTls && !isEncrypted) return 'plain-on-tls-port';
      return 'server-silent';
    case 'tls':
      return isTlsUnanswered ? 'server-silent' : 'timeout';
    default:
      return 'timeout';
  }
}

// A greeting in another protocol (HTTP, IMAP, POP3, SSH) is no mail server's.
function causeOfMalformed({ step }: Evidence): Cause {
  return step === 'greeting' ? 'not-smtp' : 'protocol-error';
}

/** RFC 7628 and its forerunner take a token, never a password. */
const TOKEN_MECHANISMS = ['XOAUTH2', 'OAUTHBEARER'];

function causeOfMechanisms(offered: readonly string[]): Cause {
  const isOnlyToken =
    offered.length > 0 && offered.every((name) => TOKEN_MECHANISMS.includes(name));
  return isOnlyToken ? 'oauth-required' : 'auth-mechanism-unsupported';
}

function causeOfCode(code: string, evidence: Evidence): Cause {
  const { step, isImplicitTls } = evidence;
  if (step === 'dns') return DNS_CODES[code] ?? 'dns-unavailable';
  if (step === 'connect') return CONNECT_CODES[code] ?? 'unknown';
  const certificate = CERTIFICATE_CODES[code];
  if (certificate) return certificate;
  if (evidence.isCertificateRefused) return 'certificate-untrusted';
  if (TLS_VERSION_REASON.test(code) || code.startsWith('ERR_TLS_INVALID_PROTOCOL'))
    return 'tls-version';
  if (isNotTls(code)) return isImplicitTls ? causeOfPlainPort(evidence) : 'tls-failed';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'connection-closed';
  if (code === 'ETIMEDOUT') return causeOfTimeout({ step });
  // With TLS 1.3 the server judges after the client thinks that all is done (RFC 8446 section 4.4.2.4).
  if (step === 'tls' || step === 'starttls' || code.startsWith('ERR_SSL_')) return 'tls-failed';
  return 'unknown';
}
