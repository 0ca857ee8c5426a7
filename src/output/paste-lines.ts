import type { PromptTexts } from '../language/interface-texts.js';
import { stripToLine } from '../safety/control-characters.js';
import { OWN_ENV_FILE } from '../settings/env-files/own-env-file.js';
import type { FoundValue, FoundValues } from '../settings/found-values.js';
import { belowOf, shownLine } from '../settings/shown-settings.js';
import type { VariableName } from '../settings/variables.js';

/** Lines for a file, and whether a part of them is masked. */
export interface PasteLines {
  place: string;
  lines: string[];
  isMasked: boolean;
}

/** Values as lines for the files that they belong into, in the form of each. */
export function pasteLines(
  { uri, sender, envFiles = [] }: Pick<FoundValues, 'uri' | 'sender' | 'envFiles'>,
  showSecrets: boolean,
): PasteLines[] {
  const usual = envFiles.find(({ file }) => file === OWN_ENV_FILE) ?? envFiles[0];
  const groups: PasteLines[] = [];
  const add = (variable: VariableName, found: FoundValue | undefined) => {
    const { value, spot, reader = usual?.reader } = found ?? {};
    const shown = value && shownLine(variable, value, { showSecrets, reader, spot });
    if (!shown) return;
    const place = stripToLine(placeOf(found) ?? usual?.file ?? OWN_ENV_FILE);
    const last = groups.find((one) => one.place === place);
    if (last) {
      last.lines.push(shown.line);
      last.isMasked ||= shown.isMasked;
    } else groups.push({ place, lines: [shown.line], isMasked: shown.isMasked });
  };
  add('SMTP_URI', uri);
  add('SMTP_SENDER', sender);
  return groups;
}

/** The name of a file, with the key in it that the line belongs below. */
function placeOf({ place, spot }: Partial<FoundValue> = {}): string | undefined {
  if (spot?.taken) return spot.taken === 'shell' ? 'shell' : spot.taken.file;
  const { service, under = '' } = place?.add ?? {};
  const key = service === undefined ? '' : ` (${service} > ${under || 'environment'})`;
  const room = belowOf(spot) === 'stringData' ? ' (stringData)' : key;
  return place && place.file + room;
}

/**
 * The lines that say what was answered in prompt mode.
 *
 * @param isProven whether they have passed the check
 */
export function formatPasteLines(
  values: Pick<FoundValues, 'uri' | 'sender' | 'envFiles'>,
  { showsSecrets, isProven, mayAsk }: { showsSecrets: boolean; isProven: boolean; mayAsk: boolean },
  texts: PromptTexts,
): string {
  const groups = pasteLines(values, showsSecrets);
  const words = isProven ? texts.pasteLines : texts.unprovenLines;
  const blocks = groups.map(({ place, lines }) => [words(place), '', ...lines].join('\n'));
  // If questions can be asked, one follows: whether to show the password.
  const end = groups.some(({ isMasked }) => isMasked) && !mayAsk ? [texts.masked] : [];
  return `\n${[...blocks, ...end].join('\n\n')}\n`;
}
