import type { Raw, Secret } from '../../safety/secret.js';
import { changeUri } from './change-uri.js';
import type { SmtpUri } from './smtp-uri.js';

/** Where a server begins in plain text: RFC 6409, RFC 5321, and what providers add. */
const PLAIN_PORTS: readonly number[] = [587, 25, 2525];
/** Where TLS comes first: RFC 8314 section 7.3. */
const SUBMISSIONS_PORT = 465;

/**
 * The same URI with the scheme that goes with its port; what was encrypted stays so.
 *
 * @returns undefined where scheme and port get along
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
