import type { Raw, Secret } from '../../safety/secret.js';
import { changeUri } from './change-uri.js';
import { beginningOf } from './mail-ports.js';
import type { SmtpUri } from './smtp-uri.js';

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
  if (beginningOf(port) !== (isTlsFirst ? 'plain' : 'tls')) return undefined;
  return changeUri(value, { host, port, isTlsFirst: !isTlsFirst, requiresTls: isTlsFirst });
}
