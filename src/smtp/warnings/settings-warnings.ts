import { findUriOddities } from '../../diagnosis/credential-oddities.js';
import { providerFacts } from '../../diagnosis/provider-facts.js';
import { isLoopback } from '../../language/facts.js';
import type { Texts } from '../../language/texts.js';
import { loadProviderOfHost } from '../../providers/known-hosts.js';
import type { Provider } from '../../providers/provider.js';
import type { FoundValues } from '../../settings/found-values.js';
import { placeOf, type Settings } from '../../settings/settings.js';
import type { Recorder } from '../recorder.js';
import { warnOfSender } from './sender-warnings.js';
import { warnOfUri } from './uri-warnings.js';

/**
 * Warns of what the settings themselves show, before the network is touched.
 *
 * @param isCommandLine a value of kind `flag` really stood on a command line
 */
export async function warnOfSettings(
  isCommandLine: boolean,
  values: FoundValues,
  settings: Settings,
  recorder: Recorder,
  texts: Texts,
): Promise<void> {
  const { warnings } = texts;
  const { uri } = settings;
  const { host } = uri;
  if (isCommandLine && values.uri?.source.kind === 'flag' && uri.password) {
    recorder.warn({ code: 'uri-on-command-line', message: warnings['uri-on-command-line']({}) });
  }
  if (values.uri?.isForContainer && isLoopback(host)) {
    const message = warnings['loopback-in-container']({ host, ...placeOf(values.uri.source) });
    recorder.warn({ code: 'loopback-in-container', message });
  }
  if (uri.tls.rejectUnauthorized === false && uri.security !== 'none') {
    const message = warnings['tls-verification-off']({ host });
    recorder.warn({ code: 'tls-verification-off', message });
  }
  const provider = await loadProviderOfHost(host);
  warnOfCredentials(uri, provider, recorder, texts);
  const { uri: foundUri, sender } = values;
  const others = [
    ...(foundUri ? warnOfUri(foundUri.value, foundUri.source, texts) : []),
    ...(sender ? warnOfSender(sender, settings, provider, texts) : []),
  ];
  for (const warning of others) recorder.warn(warning);
}

/** Before they go out: a login that is refused may cost a while, or the account. */
function warnOfCredentials(
  uri: Settings['uri'],
  provider: Provider | undefined,
  recorder: Recorder,
  { interface: { language }, warnings }: Texts,
): void {
  const oddities = findUriOddities(uri, provider, language);
  if (oddities.length === 0) return;
  const facts = { host: uri.host, oddities, provider: providerFacts(provider, language) };
  const message = warnings['credentials-unlikely'](facts);
  recorder.warn({ code: 'credentials-unlikely', message });
}
