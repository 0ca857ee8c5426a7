import type { Texts } from '../../language/texts.js';
import type { WarningFacts } from '../../report/facts.js';
import type { ReaderView, Warning } from '../../report/report.js';
import { stripToLine } from '../../safety/control-characters.js';
import type { SettingRemark } from '../../settings/remark.js';
import { placeOf } from '../../settings/settings.js';
import { shownLine } from '../../settings/shown-settings.js';
import type { Recorder } from '../recorder.js';

/**
 * Warns of what the places show that the values come from: also where the values themselves are wrong,
 * for it may be why.
 *
 * @param showSecrets show the values as they are
 */
export function warnOfValues(
  remarks: readonly SettingRemark[],
  recorder: Recorder,
  texts: Texts,
  showSecrets: boolean,
): void {
  for (const remark of remarks) recorder.warn(describe(remark, texts, showSecrets));
}

function describe(remark: SettingRemark, { warnings }: Texts, showSecrets: boolean): Warning {
  const code = remark.kind;
  const message = warnings[code](factsOf(remark, showSecrets));
  if (remark.kind !== 'readers-disagree') return { code, message };
  const readers = remark.disagreement.readers.map(
    ({ reader, value, problem }): ReaderView => ({
      reader,
      length: value?.length ?? null,
      problem,
      ...(showSecrets && value ? { value: value.reveal() } : {}),
    }),
  );
  return { code, message, readers };
}

function factsOf(remark: SettingRemark, showSecrets: boolean): WarningFacts {
  const place = placeOf(remark.source);
  switch (remark.kind) {
    case 'env-overrides-file':
      return { variable: remark.variable, by: remark.by, ...place };
    case 'duplicate-variable':
      return { variable: remark.variable, otherLines: remark.others, ...place };
    case 'misspelt-variable':
      return { variable: stripToLine(remark.name), meant: remark.meant, ...place };
    case 'readers-disagree': {
      const { variable, disagreement } = remark;
      const { common, fileReader: reader } = disagreement;
      if (common === undefined) return { variable, ...place };
      const line = shownLine(variable, common, { showSecrets, reader });
      return { variable, envLine: line?.line, holders: line?.holders, ...place };
    }
  }
}
