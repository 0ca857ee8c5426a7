import type { FoundWarning } from '../../diagnosis/found-warning.js';
import type { Provider } from '../../providers/provider.js';
import type { FoundValue } from '../../settings/found-values.js';
import { fileAndLine, type Settings } from '../../settings/settings.js';
import { belowOf, shownLine } from '../../settings/shown-settings.js';
import { fitScheme } from '../../settings/uri/fit-scheme.js';
import { fetchedBy } from '../../settings/uri/mail-ports.js';

/**
 * Warns of a port that hardly goes with the scheme, the commonest mistake of all, with the line in which
 * the scheme goes with the port. What was encrypted stays so. Or of a port at which mail is only fetched.
 *
 * @param options `isWhole`: no name in the value was replaced with nothing, so a line may be made of it
 */
export function warnOfPort(
  { value, source, reader, spot }: FoundValue,
  { uri }: Settings,
  {
    provider,
    showSecrets,
    isWhole,
  }: { provider: Provider | undefined; showSecrets: boolean; isWhole: boolean },
): FoundWarning[] {
  const { host, port } = uri;
  const isTlsFirst = uri.security === 'tls';
  const protocol = fetchedBy(port);
  const isOffered = provider?.servers.some(
    (server) =>
      server.host === host && server.port === port && (server.security === 'tls') === isTlsFirst,
  );
  const changed = isOffered ? undefined : fitScheme(value, uri);
  if (!changed && !protocol) return [];
  const shown =
    isWhole && changed ? shownLine('SMTP_URI', changed, { showSecrets, reader, spot }) : undefined;
  const line = {
    envLine: shown?.line,
    isMasked: shown?.isMasked,
    holders: shown?.holders,
    envPlace: shown?.place,
    below: belowOf(spot),
  };
  return [{ code: 'port-unlikely', port, isTlsFirst, protocol, ...line, ...fileAndLine(source) }];
}
