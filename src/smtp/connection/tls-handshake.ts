import type net from 'node:net';
import tls from 'node:tls';
import { StepFailure } from '../../diagnosis/evidence.js';
import { errorCodeOf } from '../../errors.js';
import type { CertificateInfo, StepName, TlsInfo } from '../../report/report.js';
import { stripToLine } from '../../safety/control-characters.js';
import { isIP } from '../../safety/is-ip.js';
import { olderAuthorityOf } from './authorities.js';
import { GROUPS_OF_SERVER } from './server-groups.js';

/** How to make and judge a TLS connection. */
export interface TlsSettings {
  host: string;
  /** Options of `tls.connect` from the URI. */
  options: Record<string, string | number | boolean>;
  /** An authority to trust in place of the usual ones (the sandbox's). */
  ca?: string | undefined;
  /** Authorities to trust besides the usual ones, from Tailchat's settings. */
  moreAuthorities?: string | undefined;
}

/**
 * The options for `tls.connect`. Node finishes the handshake with any certificate, so that the certificate can be shown.
 * `checkCertificate` judges it before anything is sent. The offer is that of Tailchat's Node.
 */
export function tlsOptions({ options, ca, moreAuthorities }: TlsSettings): tls.ConnectionOptions {
  const { ciphers = tls.DEFAULT_CIPHERS } = options;
  const authorities = moreAuthorities ? [...tls.rootCertificates, moreAuthorities] : undefined;
  return {
    ecdhCurve: GROUPS_OF_SERVER,
    ...options,
    // The security level of Tailchat's Node 18: newer versions of OpenSSL begin with 2, and refuse shorter keys.
    ciphers: String(ciphers).includes('@SECLEVEL') ? String(ciphers) : `${ciphers}:@SECLEVEL=1`,
    ...(ca || authorities ? { ca: ca ?? authorities } : {}),
    rejectUnauthorized: false,
  };
}

/**
 * Makes TLS of a connection from its first byte on (RFC 8314 section 3). When it fails, the connection
 * is the caller's to close.
 *
 * @throws StepFailure of the step `tls`
 */
export function startImplicitTls(
  socket: net.Socket,
  settings: TlsSettings,
  signal: AbortSignal,
): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const secured = connectTls(socket, settings, reject);
    if (!secured) return;
    const settle = () => {
      signal.removeEventListener('abort', stop);
      secured.off('error', fail);
      secured.off('close', closed);
      secured.on('error', () => {});
    };
    const end = (error: unknown) => {
      settle();
      secured.destroy();
      reject(error);
    };
    const stop = () => end(signal.reason);
    const fail = (error: NodeJS.ErrnoException) =>
      end(new StepFailure({ step: 'tls', errorCode: error.code ?? 'EPROTO' }));
    const closed = () => end(new StepFailure({ step: 'tls', isClosed: true }));
    signal.addEventListener('abort', stop, { once: true });
    secured.once('error', fail);
    secured.once('close', closed);
    secured.once('secureConnect', () => {
      settle();
      resolve(secured);
    });
  });
}

// An option of the URI that Node refuses makes tls.connect throw at once.
function connectTls(socket: net.Socket, settings: TlsSettings, reject: (error: unknown) => void) {
  try {
    const { host } = settings;
    // RFC 6066 section 3: SNI must not contain an address. Tailchat's nodemailer names the server here, but not after STARTTLS.
    const servername = isIP(host) ? {} : { servername: host };
    return tls.connect({ ...servername, ...tlsOptions(settings), socket, host });
  } catch (error) {
    reject(new StepFailure({ step: 'tls', errorCode: errorCodeOf(error) ?? 'EPROTO' }));
    return undefined;
  }
}

/**
 * Judges the server's certificate after the handshake: chain, dates and names (RFC 9525).
 *
 * @throws StepFailure with Node's code for what is wrong with it, unless the settings ask to accept it
 */
export function checkCertificate(
  socket: tls.TLSSocket,
  settings: TlsSettings,
  step: StepName,
): TlsInfo {
  const info = describeTls(socket);
  const isRefused = !socket.authorized && settings.options.rejectUnauthorized !== false;
  if (isRefused && (settings.ca || olderAuthorityOf(socket, settings.host) === undefined)) {
    const errorCode = String(socket.authorizationError);
    const errorWords = verdictOf(socket);
    const words = errorWords === undefined ? {} : { errorWords };
    throw new StepFailure({ step, errorCode, ...words, isCertificateRefused: true }, info);
  }
  return info;
}

/** OpenSSL's code and sentence for a verdict. Node keeps them only inside, and has no name for most codes. */
function verdictOf(socket: tls.TLSSocket): string | undefined {
  const { _handle: handle } = socket as { _handle?: { verifyError?: () => Error | null } };
  const words = handle?.verifyError?.()?.message;
  return words === undefined ? undefined : stripToLine(words);
}

function describeTls(socket: tls.TLSSocket): TlsInfo {
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().name,
    certificate: describeCertificate(socket.getPeerCertificate()),
  };
}

function describeCertificate(certificate: tls.PeerCertificate): CertificateInfo | null {
  if (!certificate.fingerprint256) return null;
  const names = (certificate.subjectaltname ?? '')
    .split(', ')
    .map((name) => name.replace(/^(DNS|IP Address):/, ''))
    .filter((name) => name !== '');
  const subject = nameOf(certificate.subject);
  const validTo = new Date(certificate.valid_to);
  return {
    subject,
    issuer: nameOf(certificate.issuer),
    names: (names.length > 0 ? names : [subject]).map(stripToLine),
    validTo: Number.isNaN(validTo.getTime())
      ? stripToLine(certificate.valid_to)
      : validTo.toISOString(),
    sha256: certificate.fingerprint256,
  };
}

/** The name by which a person knows a certificate's subject or issuer. */
function nameOf(name: tls.Certificate | undefined): string {
  return stripToLine([name?.CN ?? name?.O ?? ''].flat().join(', '));
}
