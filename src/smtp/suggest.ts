import { startDeadline, throwIfInterrupted } from '../deadline.js';
import type { NamedFailure } from '../diagnosis/describe-failure.js';
import type { Texts } from '../language/texts.js';
import type { CheckListener, Suggestion } from '../report/report.js';
import { stripToLine } from '../safety/control-characters.js';
import { shownSetting } from '../settings/shown-settings.js';
import type { Cure, CureRequest, FindCure, SearchResult } from './cure.js';

/** A failure, and what a search for its cure needs to know. */
export interface Failed
  extends Omit<CureRequest, 'cause' | 'ca' | 'controlHost' | 'deadline' | 'texts'> {
  /** What the check may still take, in milliseconds. */
  leftMs: number;
}

/** What a suggestion is made with. */
export interface SuggestOptions {
  findCure: FindCure;
  ca?: string | undefined;
  controlHost?: string | undefined;
  signal: AbortSignal;
  listener: CheckListener;
  showSecrets: boolean;
  texts: Texts;
}

/**
 * The failure with the settings that would work, where a search finds some.
 *
 * @throws the signal's reason when the run is interrupted
 */
export async function withSuggestion(
  named: NamedFailure,
  { leftMs, ...failed }: Failed,
  { findCure, ca, controlHost, signal, listener, showSecrets, texts }: SuggestOptions,
): Promise<NamedFailure> {
  const deadline = startDeadline(leftMs, signal);
  const { cause } = named.failure;
  listener({ type: 'search' });
  try {
    const request = { ...failed, cause, ca, controlHost, deadline, texts };
    const result = await findCure(request).catch((error): SearchResult => {
      throwIfInterrupted(signal);
      if (deadline.signal.aborted) return {};
      throw error;
    });
    const { cure, tried } = result;
    const { failure } = named;
    if (cure)
      return { ...named, failure: { ...failure, suggestion: toSuggestion(cure, showSecrets) } };
    if (!tried) return named;
    const { join, nothingAnswers } = texts.interface.search;
    const words = nothingAnswers(failed.settings.uri, tried, result.control);
    return {
      ...named,
      failure: { ...failure, explanation: join(failure.explanation, words) },
    };
  } finally {
    deadline.clear();
  }
}

function toSuggestion(
  { uri, sender, changes, proof, refused }: Cure,
  showSecrets: boolean,
): Suggestion {
  return {
    uri: uri ? stripToLine(shownSetting('SMTP_URI', uri, showSecrets)) : null,
    sender: sender ? stripToLine(shownSetting('SMTP_SENDER', sender, showSecrets)) : null,
    changes: changes.map(stripToLine),
    proof,
    refused: refused ?? null,
  };
}
