import type { PromptTexts } from '../language/interface-texts.js';
import { stripToLine } from '../safety/control-characters.js';
import { formatEnvLine } from '../settings/env-files/env-line.js';
import type { FoundValues } from '../settings/found-values.js';
import { maskSmtpUri } from '../settings/uri/smtp-uri.js';

/** The lines for the env file that say what was answered in prompt mode. */
export function formatPasteLines(
  { uri, sender }: FoundValues,
  showsSecrets: boolean,
  texts: PromptTexts,
): string {
  const shownUri = uri && (showsSecrets ? uri.value : maskSmtpUri(uri.value));
  const isMasked = shownUri !== uri?.value;
  const lines = [
    texts.pasteLines,
    '',
    ...(shownUri ? [formatEnvLine('SMTP_URI', shownUri)] : []),
    ...(sender ? [formatEnvLine('SMTP_SENDER', stripToLine(sender.value))] : []),
    ...(isMasked ? ['', texts.masked] : []),
  ];
  return `\n${lines.join('\n')}\n`;
}
