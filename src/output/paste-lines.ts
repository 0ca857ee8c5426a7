import type { PromptTexts } from '../language/interface-texts.js';
import type { FoundValues } from '../settings/found-values.js';
import { shownLine } from '../settings/shown-settings.js';

/** The lines for the env file that say what was answered in prompt mode. */
export function formatPasteLines(
  { uri, sender }: FoundValues,
  showSecrets: boolean,
  texts: PromptTexts,
): string {
  const uriLine = uri && shownLine('SMTP_URI', uri.value, { showSecrets });
  const senderLine = sender && shownLine('SMTP_SENDER', sender.value, { showSecrets });
  const isMasked = uriLine?.isMasked ?? false;
  const lines = [
    texts.pasteLines,
    '',
    ...(uriLine ? [uriLine.line] : []),
    ...(senderLine ? [senderLine.line] : []),
    ...(isMasked ? ['', texts.masked] : []),
  ];
  return `\n${lines.join('\n')}\n`;
}
