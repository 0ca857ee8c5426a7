import type { FoundWarning } from '../../diagnosis/found-warning.js';
import { domainOf } from '../../domain-of.js';
import { foreignOwnerIdOf, loadProvider } from '../../providers/known-hosts.js';
import type { Provider } from '../../providers/provider.js';
import { isNearby } from '../../settings/addresses/is-nearby.js';
import type { FoundValues } from '../../settings/found-values.js';
import type { Settings } from '../../settings/settings.js';
import { shownHost } from '../../settings/uri/shown-host.js';

/**
 * Warns of a sender such as `me@gmail.com` through a server that is not Gmail's: receivers find the sender's
 * domain neither in SPF nor in DKIM then (RFC 9989 section 4.4). Told without DNS.
 */
export async function warnOfAlignment(
  { uri: found }: FoundValues,
  { uri, sender }: Settings,
  provider: Provider | undefined,
): Promise<FoundWarning | undefined> {
  if (!sender || found?.source.kind === 'sandbox' || isNearby(uri.host)) return undefined;
  const domain = domainOf(sender.address).toLowerCase();
  const owner = await loadProvider(foreignOwnerIdOf(domain, uri.host));
  return (
    owner && { code: 'sender-unaligned-likely', domain, host: shownHost(uri), owner, provider }
  );
}
