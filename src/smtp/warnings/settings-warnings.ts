import { findUriOddities } from '../../diagnosis/credential-oddities.js';
import type { FoundWarning } from '../../diagnosis/found-warning.js';
import { loadProviderOfHost } from '../../providers/known-hosts.js';
import { isLoopback } from '../../settings/addresses/is-loopback.js';
import { type FoundValues, unsetIn } from '../../settings/found-values.js';
import { fileAndLine, type Settings } from '../../settings/settings.js';
import { shownHost } from '../../settings/uri/shown-host.js';
import { hasSecretOption } from '../../settings/uri/uri-options.js';
import { warnOfAlignment } from './alignment-warning.js';
import { warnOfPort } from './port-warning.js';
import { warnOfSender } from './sender-warnings.js';
import { warnOfServerReading } from './server-reading-warnings.js';
import { warnOfHost, warnOfUri } from './uri-warnings.js';

/**
 * What the settings themselves show to be warned of, before the network is touched.
 *
 * @param options `isCommandLine`: a value of kind `flag` really stood on a command line; `showSecrets`: lines have the password
 */
export async function warnOfSettings(
  { isCommandLine, showSecrets }: { isCommandLine: boolean; showSecrets: boolean },
  values: FoundValues,
  settings: Settings,
): Promise<FoundWarning[]> {
  const { uri } = settings;
  const host = shownHost(uri);
  const provider = await loadProviderOfHost(uri.host);
  // A login that is refused may cost a while, or the account: it is looked at before it goes out.
  const oddities = findUriOddities(uri, provider);
  const isSecret = uri.password !== undefined || (values.uri && hasSecretOption(values.uri.value));
  const isShown = isCommandLine && values.uri?.source.kind === 'flag' && isSecret;
  const isWhole = unsetIn(values).unsetName === undefined;
  const isUnverified = uri.tls.rejectUnauthorized === false && uri.security !== 'none';
  const warnings: (FoundWarning | false | undefined)[] = [
    isShown ? { code: 'uri-on-command-line' } : false,
    values.uri?.isForContainer &&
      isLoopback(host) && {
        ...{ code: 'loopback-in-container' as const, host },
        ...(values.isFromManifest ? { isOfKubernetes: true } : {}),
      },
    isUnverified && { code: 'tls-verification-off', host, ...placeOfSwitch(settings) },
    oddities.length > 0 && { code: 'credentials-unlikely', oddities, provider },
    ...(values.uri ? warnOfPort(values.uri, settings, { provider, showSecrets, isWhole }) : []),
    ...(values.uri ? warnOfHost(uri, values.uri.source, provider) : []),
    ...(values.uri ? warnOfUri(values.uri.value, values.uri.source, uri) : []),
    ...(values.uri ? warnOfServerReading(values.uri, settings) : []),
    ...(values.sender ? warnOfSender(values.sender, settings, provider) : []),
    await warnOfAlignment(values, settings, provider),
  ];
  return warnings.filter((warning) => warning !== false && warning !== undefined);
}

/** The variable that says so, where it is not the URI. */
function placeOfSwitch({ trust }: Settings) {
  return trust?.off ? { variable: 'NODE_TLS_REJECT_UNAUTHORIZED', ...fileAndLine(trust.off) } : {};
}
