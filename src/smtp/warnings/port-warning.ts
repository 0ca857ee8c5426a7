import type { FoundWarning } from '../../diagnosis/found-warning.js';
import type { Provider } from '../../providers/provider.js';
import type { FoundValue } from '../../settings/found-values.js';
import { fileAndLine, type Settings } from '../../settings/settings.js';
import { shownLine } from '../../settings/shown-settings.js';
import { changeUri } from '../../settings/uri/change-uri.js';

/** Where a server begins in plain text: RFC 6409, RFC 5321, and what providers add. */
const PLAIN_PORTS: readonly number[] = [587, 25, 2525];
/** Where TLS comes first: RFC 8314 section 7.3. */
const SUBMISSIONS_PORT = 465;

/**
 * Warns of a port that hardly goes with the scheme, the commonest mistake of all, with the line in which
 * the scheme goes with the port. What was encrypted stays so.
 */
export function warnOfPort(
  { value, source, reader }: FoundValue,
  { uri: { host, port, security } }: Settings,
  provider: Provider | undefined,
): FoundWarning[] {
  const isTlsFirst = security === 'tls';
  const isUnlikely = isTlsFirst ? PLAIN_PORTS.includes(port) : port === SUBMISSIONS_PORT;
  const isOffered = provider?.servers.some(
    (server) =>
      server.host === host && server.port === port && (server.security === 'tls') === isTlsFirst,
  );
  if (!isUnlikely || isOffered) return [];
  const changed = changeUri(value, {
    ...{ host, port },
    isTlsFirst: !isTlsFirst,
    requiresTls: isTlsFirst,
  });
  const shown = shownLine('SMTP_URI', changed, { showSecrets: false, reader });
  const line = { envLine: shown?.line, holders: shown?.holders };
  return [{ code: 'port-unlikely', port, isTlsFirst, ...line, ...fileAndLine(source) }];
}
