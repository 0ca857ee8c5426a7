import type { Raw, Secret } from '../../safety/secret.js';
import { changeUri } from './change-uri.js';
import type { SmtpUri } from './smtp-uri.js';

/** Ports that begin in plain text: RFC 6409, RFC 5321, and those of providers. */
const PLAIN_PORTS: readonly number[] = [587, 25, 2525];
/** The port that begins with TLS: RFC 8314 section 7.3. */
const SUBMISSIONS_PORT = 465;

/**
 * The same URI with the scheme that fits its port. An encrypted connection stays encrypted.
 *
 * @returns undefined where scheme and port fit already
 */
export function fitScheme(
  value: Raw,
  { host, port, security }: Pick<SmtpUri, 'host' | 'port' | 'security'>,
): Secret | undefined {
  const isTlsFirst = security === 'tls';
  const isUnlikely = isTlsFirst ? PLAIN_PORTS.includes(port) : port === SUBMISSIONS_PORT;
  if (!isUnlikely) return undefined;
  return changeUri(value, { host, port, isTlsFirst: !isTlsFirst, requiresTls: isTlsFirst });
}
