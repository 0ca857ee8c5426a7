import type { FoundFailure } from '../diagnosis/found-failure.js';
import type { Facts } from '../report/facts.js';
import type { ForeignSettings } from '../settings/foreign-settings.js';
import type { FoundValues } from '../settings/found-values.js';
import { readPasted } from '../settings/pasted-settings.js';
import { readSettings } from '../settings/settings.js';
import { readUri } from '../settings/uri/read-uri.js';
import { repairUri } from '../settings/uri/repair-uri.js';
import { type Failed, toSuggestion } from './suggest.js';

/** Settings that were likely meant. */
interface MadeSettings {
  /** The starting point of a search; absent where the settings cannot be used as they are. */
  failed?: Failed;
  /** The settings to offer even if nothing could be tried. */
  offer?: ForeignSettings | undefined;
}

/** Makes settings from unusable ones: from another application's, from a pasted command, from a damaged URI. */
export function makeSettings(
  values: FoundValues,
  facts: Pick<Facts, 'pasted'>,
  timeoutMs: number,
): MadeSettings {
  const given = values.uri?.value;
  const offer = given ? facts.pasted && readPasted(given) : values.foreign;
  const value = offer?.uri ?? (given && repairUri(values.uri?.meant ?? given)?.value);
  if (!value) return {};
  const source = values.uri?.source ?? { kind: 'env' };
  const sender = values.sender ?? (offer?.sender && { value: offer.sender, source });
  const uri = readUri({ ...values.uri, value, source });
  const read = readSettings({ ...values, uri, ...(sender ? { sender } : {}) }, []);
  if (!read.ok) return { offer };
  const { settings } = read;
  const nothingKnown = {
    ...{ addresses: [], hasSpoken: false, hasLoggedIn: false, takesLoginAsSender: undefined },
  };
  return { offer, failed: { uri: value, settings, ...nothingKnown, leftMs: timeoutMs } };
}

/** The failure with the offered settings. A suggestion that was found by trying stays. */
export function withOffer(
  failure: FoundFailure,
  { uri, sender, names }: ForeignSettings,
  { isPasted, showSecrets }: { isPasted: boolean; showSecrets: boolean },
): FoundFailure {
  const changes = names.length > 0 ? [`${names.join(', ')} -> SMTP_URI`] : [];
  const cure = { uri, changes, proof: 'none' as const, ...(sender ? { sender } : {}) };
  const untried = toSuggestion(cure, showSecrets, isPasted);
  const { suggestion } = failure;
  const isShown = untried.uri !== null || untried.sender !== null;
  if (!suggestion) return isShown ? { ...failure, suggestion: untried } : failure;
  const all = [...changes, ...suggestion.changes];
  const offered = suggestion.sender ?? untried.sender;
  return { ...failure, suggestion: { ...suggestion, sender: offered, changes: all } };
}
