import type { TLSSocket } from 'node:tls';
import type { FoundWarning } from '../../diagnosis/found-warning.js';
import type { CertificateInfo, TlsInfo } from '../../report/report.js';
import type { TrustDifference } from '../../report/server-difference.js';
import { stripToLine } from '../../safety/control-characters.js';
import type { ShownHost } from '../../safety/shown-host.js';
import { shownHost } from '../../settings/uri/shown-host.js';
import type { AttemptOptions } from '../attempt-options.js';
import { authorityOf, olderAuthorityOf } from '../connection/authorities.js';

const SOON_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** OpenSSL's security level 2 wants as much, with which later versions of Node begin. */
const LEAST_BITS = 2048;

type WarningOptions = Pick<AttemptOptions, 'settings' | 'ca' | 'recorder'>;

/** Warns of TLS that is good here and today, and will not be, or is not for Tailchat's server. */
export function warnOfTls(
  socket: TLSSocket,
  { certificate }: TlsInfo,
  options: WarningOptions,
): void {
  const { settings, ca, recorder } = options;
  const host = shownHost(settings.uri);
  const soon = warnOfCertificate(certificate, host);
  if (soon) recorder.warn(soon);
  const bits = weakBitsOf(socket);
  if (bits !== undefined) {
    recorder.warn({ code: 'server-differs', host, difference: { kind: 'weak-key', bits } });
  }
  const trust = ca ? undefined : trustDifferenceOf(socket, options);
  if (trust) recorder.warn({ code: 'trust-differs', host, trust });
}

/** What there is to warn of a certificate that is good today and ends within 30 days. */
function warnOfCertificate(
  certificate: CertificateInfo | null,
  host: ShownHost,
): FoundWarning | undefined {
  if (!certificate) return undefined;
  const { validTo } = certificate;
  const days = Math.floor((Date.parse(validTo) - Date.now()) / DAY_MS);
  const isSoon = days >= 0 && days < SOON_DAYS;
  return isSoon ? { code: 'certificate-expires-soon', host, validTo, days } : undefined;
}

/** The bits of a key that is too short for newer versions of OpenSSL: of RSA, or of Diffie and Hellman. */
function weakBitsOf(socket: TLSSocket): number | undefined {
  const { bits, modulus } = socket.getPeerCertificate() as { bits?: number; modulus?: string };
  const exchange = socket.getEphemeralKeyInfo() as { type?: string; size?: number } | null;
  const ofCertificate = modulus === undefined ? undefined : bits;
  const ofExchange = exchange?.type === 'DH' ? exchange.size : undefined;
  const least = Math.min(ofCertificate ?? LEAST_BITS, ofExchange ?? LEAST_BITS);
  return least < LEAST_BITS ? least : undefined;
}

function trustDifferenceOf(
  socket: TLSSocket,
  { settings: { uri, trust = {} } }: WarningOptions,
): TrustDifference | undefined {
  if (uri.tls.rejectUnauthorized === false) return undefined;
  if (!socket.authorized) {
    const older = olderAuthorityOf(socket, uri.host);
    if (older === undefined) return undefined;
    return { kind: 'older-authority', authority: stripToLine(older) };
  }
  const authority = authorityOf(socket);
  if (!authority || authority.isOfServer) return undefined;
  const name = stripToLine(authority.name);
  if (authority.isOfThisNode) return { kind: 'newer-authority', authority: name };
  const { ofShell } = trust;
  return ofShell ? { kind: 'authority-of-shell', authority: stripToLine(ofShell) } : undefined;
}
