import type { PromptTexts } from '../language/interface-texts.js';
import type { Raw } from '../safety/secret.js';
import type { FoundValues } from '../settings/found-values.js';
import { shownLine } from '../settings/shown-settings.js';

/** Lines for the env file, and whether a part of them is masked. */
export interface PasteLines {
  lines: string[];
  isMasked: boolean;
}

/** Values as lines for the env file. */
export function pasteLines(
  { uri, sender }: { uri: Raw | undefined; sender: Raw | undefined },
  showSecrets: boolean,
): PasteLines {
  const shown = [
    ...(uri === undefined ? [] : [shownLine('SMTP_URI', uri, { showSecrets })]),
    ...(sender === undefined ? [] : [shownLine('SMTP_SENDER', sender, { showSecrets })]),
  ].flatMap((line) => line ?? []);
  return {
    lines: shown.map(({ line }) => line),
    isMasked: shown.some(({ isMasked }) => isMasked),
  };
}

/**
 * The lines for the env file that say what was answered in prompt mode.
 *
 * @param isProven whether they have passed the check
 */
export function formatPasteLines(
  { uri, sender }: Pick<FoundValues, 'uri' | 'sender'>,
  { showsSecrets, isProven, mayAsk }: { showsSecrets: boolean; isProven: boolean; mayAsk: boolean },
  texts: PromptTexts,
): string {
  const { lines, isMasked } = pasteLines({ uri: uri?.value, sender: sender?.value }, showsSecrets);
  const words = isProven ? texts.pasteLines : texts.unprovenLines;
  // If questions can be asked, one follows: whether to show the password.
  const end = isMasked && !mayAsk ? ['', texts.masked] : [];
  return `\n${[words, '', ...lines, ...end].join('\n')}\n`;
}
