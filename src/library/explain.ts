import type { Source } from '../explain/source.js';
import { loadTexts } from '../language/index.js';
import type { Language } from '../language-codes.js';
import type { Explanation } from '../report/explanation.js';
import { refuseLanguage } from './refuse-options.js';
import { refuseTypes } from './refuse-types.js';

/** What `explain` takes. Everything may be left out. */
export interface ExplainOptions {
  /** Language of the texts. Default: `en`. */
  lang?: Language | undefined;
  /** Ends the reading: the promise is then rejected with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Names the causes behind an error message or a log. Opens no connection, prints nothing.
 *
 * @param source a text, its bytes, or its pieces, such as a stream
 * @returns the same document as `tailchat smtp explain --json`
 * @throws the signal's reason, when it is aborted; RangeError or TypeError for an impossible option; TypeError for another source; the errors of
 * reading the source
 */
export async function explain(
  source: Source | Uint8Array,
  options: ExplainOptions = {},
): Promise<Explanation> {
  refuseTypes(options);
  const { lang = 'en', signal = new AbortController().signal } = options;
  refuseLanguage(lang);
  const pieces = source instanceof Uint8Array ? [source] : source;
  const isRead =
    typeof pieces === 'string' ||
    (typeof pieces === 'object' &&
      pieces !== null &&
      (Symbol.iterator in pieces || Symbol.asyncIterator in pieces));
  if (!isRead) throw new TypeError('source is no text, no bytes and no stream');
  signal.throwIfAborted();
  const texts = await loadTexts(lang);
  const [{ explainSource }, { describeExplanation }] = await Promise.all([
    import('../explain/explain.js'),
    import('../words/describe-explanation.js'),
  ]);
  const found = await explainSource(pieces, { isError: typeof source === 'string', signal });
  return describeExplanation(found, texts);
}
