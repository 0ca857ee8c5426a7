import { startDeadline, throwIfInterrupted } from '../deadline.js';
import type { FoundFailure } from '../diagnosis/found-failure.js';
import type { Suggestion } from '../report/report.js';
import { stripToLine } from '../safety/control-characters.js';
import type { Raw } from '../safety/secret.js';
import type { FoundValues } from '../settings/found-values.js';
import { isSameSetting, shownGuess, shownSetting } from '../settings/shown-settings.js';
import { shownHost } from '../settings/uri/shown-host.js';
import type { VariableName } from '../settings/variables.js';
import type { Cure, CureRequest, FindCure, SearchResult } from './cure.js';
import type { FoundListener } from './found-report.js';
import type { Recorder } from './recorder.js';

/** A failure, and what a search for its cure needs to know. */
export interface Failed extends Omit<CureRequest, 'cause' | 'ca' | 'controlHost' | 'deadline'> {
  /** What the check may still take, in milliseconds. */
  leftMs: number;
}

/** What a suggestion is made with. */
export interface SuggestOptions {
  /** The values as they were found. */
  values: FoundValues;
  findCure: FindCure;
  ca?: string | undefined;
  controlHost?: string | undefined;
  signal: AbortSignal;
  listener: FoundListener;
  showSecrets: boolean;
  /** Takes the warnings that the trial brings. */
  recorder: Pick<Recorder, 'warn'>;
}

/**
 * The failure with the settings that would work, where a search finds some.
 *
 * @throws the signal's reason when the run is interrupted
 */
export async function withSuggestion(
  failure: FoundFailure,
  { leftMs, ...failed }: Failed,
  { values, findCure, ca, controlHost, signal, listener, showSecrets, recorder }: SuggestOptions,
): Promise<FoundFailure> {
  const deadline = startDeadline(leftMs, signal);
  const { cause } = failure.diagnosis;
  listener({ type: 'search' });
  try {
    const request = { ...failed, cause, ca, controlHost, deadline };
    const result = await findCure(request).catch((error): SearchResult => {
      throwIfInterrupted(signal);
      if (deadline.signal.aborted) return {};
      throw error;
    });
    const { cure, seen, tried: ports, control } = result;
    const known = { ...failure, facts: { ...failure.facts, ...seen } };
    if (cure && isOther(cure, values)) {
      for (const warning of cure.warnings ?? []) recorder.warn(warning);
      return { ...known, suggestion: toSuggestion(cure, showSecrets) };
    }
    if (!ports) return known;
    const { uri } = failed.settings;
    return {
      ...known,
      portsTried: { server: { host: shownHost(uri), port: uri.port }, ports, control },
    };
  } finally {
    deadline.clear();
    failed.early?.end();
  }
}

/** Nobody is told to write what already stands there. */
function isOther({ uri, sender }: Cure, values: FoundValues): boolean {
  const isUriOther = uri && !isSameSetting('SMTP_URI', uri, values.uri?.value);
  const isSenderOther = sender && !isSameSetting('SMTP_SENDER', sender, values.sender?.value);
  return (isUriOther || isSenderOther) ?? false;
}

/**
 * What a cure is told as: masked, unless secrets are to be shown.
 *
 * @param isGuess it was taken out of a text: what stands in the host's place may be of the password
 */
export function toSuggestion(
  { uri, sender, changes, proof, refused }: Cure,
  showSecrets: boolean,
  isGuess = false,
): Suggestion {
  const shown = (variable: VariableName, value: Raw | undefined) => {
    if (!value) return null;
    const isSure = !isGuess || showSecrets;
    const text = isSure ? shownSetting(variable, value, showSecrets) : shownGuess(variable, value);
    return text === undefined ? null : stripToLine(text);
  };
  return {
    uri: shown('SMTP_URI', uri),
    sender: shown('SMTP_SENDER', sender),
    changes: changes.map(stripToLine),
    proof,
    refused: refused ?? null,
  };
}
