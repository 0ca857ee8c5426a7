import type { FoundWarning } from '../../diagnosis/found-warning.js';
import { stripToLine } from '../../safety/control-characters.js';
import { reveal } from '../../safety/secret.js';
import type { FoundValue } from '../../settings/found-values.js';
import { fileAndLine, type Settings } from '../../settings/settings.js';
import { narrow } from '../../settings/uri/server-reading.js';
import { shownHost } from '../../settings/uri/shown-host.js';
import { SCHEME, splitAuthority, splitUri } from '../../settings/uri/split-uri.js';
import { findUncheckedOptions } from '../../settings/uri/unchecked-options.js';

/** A wait below this was likely meant in seconds, in milliseconds. */
const SHORTEST_WAIT_MS = 1000;

/** What Tailchat's server makes of a URI that a person would hardly expect. */
export function warnOfServerReading(
  { value, source }: FoundValue,
  { uri }: Settings,
): FoundWarning[] {
  const place = fileAndLine(source);
  const host = shownHost(uri);
  // A line break at the end is a warning of its own, `line-end-kept`.
  const text = reveal(value).replace(/(?<![\r\n])[\r\n]+$/, '');
  const { authority, query } = splitUri(text.trim().replace(SCHEME, ''));
  const { server } = splitAuthority(authority);
  const shortWaits = Object.entries(uri.waits).filter(([, ms]) => ms < SHORTEST_WAIT_MS);
  const differs = (
    kind: 'start-passed-over' | 'end-passed-over' | 'wide-host' | 'colon-in-user',
  ): FoundWarning => ({
    code: 'server-differs',
    host,
    difference: { kind },
    ...place,
  });
  const unchecked = (option = ''): FoundWarning => {
    const optionDoubt =
      option === 'service'
        ? ({ kind: 'service', option } as const)
        : ({ kind: 'unchecked', option: stripToLine(option) } as const);
    return { code: 'option-unchecked', optionDoubt, ...place };
  };
  const warnings: (FoundWarning | false)[] = [
    uri.isPooled && { code: 'pool-keeps-connections', host, ...place },
    Boolean(uri.impossibleTls) && unchecked(uri.impossibleTls),
    ...shortWaits.map(([option, ms]): FoundWarning => {
      const optionDoubt = { kind: 'short-wait', option, ms } as const;
      return { code: 'option-unchecked', optionDoubt, ...place };
    }),
    ...findUncheckedOptions(query).map(unchecked),
    /^\s/.test(text) && differs('start-passed-over'),
    (/[\s;,\u200b-\u200d\u2060]$/.test(text) || server.includes(';')) && differs('end-passed-over'),
    narrow(server) !== server && differs('wide-host'),
    Boolean(uri.isUserCut) && differs('colon-in-user'),
  ];
  return warnings.filter((warning) => warning !== false);
}
