import type { FoundWarning } from '../../diagnosis/found-warning.js';
import type { ReaderView } from '../../report/report.js';
import { stripToLine } from '../../safety/control-characters.js';
import type { Raw } from '../../safety/secret.js';
import type { Disagreement } from '../../settings/env-files/compare-readers.js';
import type { SettingRemark } from '../../settings/remark.js';
import { fileAndLine } from '../../settings/settings.js';
import { shownLine } from '../../settings/shown-settings.js';
import { fitScheme } from '../../settings/uri/fit-scheme.js';
import { parseSmtpUri } from '../../settings/uri/smtp-uri.js';
import type { VariableName } from '../../settings/variables.js';

/**
 * What the places that the values come from show to be warned of: also where the values themselves are
 * wrong, for it may be why.
 *
 * @param showSecrets show the values as they are
 */
export function warnOfValues(
  remarks: readonly SettingRemark[],
  showSecrets: boolean,
): FoundWarning[] {
  return remarks.map((remark) => warnOf(remark, showSecrets));
}

function warnOf(remark: SettingRemark, showSecrets: boolean): FoundWarning {
  const place = fileAndLine(remark.source);
  switch (remark.kind) {
    case 'env-overrides-file':
      return {
        ...{ code: remark.kind, variable: remark.variable, by: remark.by },
        ...(remark.isCertain ? { isCertain: true } : {}),
        ...(remark.isOfContainer ? { isOfContainer: true } : {}),
        ...place,
      };
    case 'env-file-unused':
      return { code: remark.kind, variable: remark.variable, by: remark.by, ...place };
    case 'not-started': {
      const { service, isOfKubernetes } = remark;
      return { code: 'env-file-unused', why: 'set-to-none', service, isOfKubernetes, ...place };
    }
    case 'defined-twice':
      return { code: 'env-file-unused', why: remark.kind, ...place };
    case 'stack-without-dot-env':
      return {
        code: 'env-file-unused',
        why: 'stack',
        variable: remark.variable,
        by: remark.by,
        ...place,
      };
    case 'duplicate-variable': {
      const { variable, others: otherLines, source } = remark;
      const { line } = source;
      return { code: remark.kind, variable, file: stripToLine(source.file), line, otherLines };
    }
    case 'misspelt-variable': {
      const variable = stripToLine(remark.name);
      const { meant, form } = remark;
      return { code: remark.kind, isOption: false, variable, meant, form, ...place };
    }
    case 'line-end-kept':
      return { code: remark.kind, variable: remark.variable, heldIn: remark.heldIn, ...place };
    case 'shell-unsafe': {
      const { variable, shell, by, meant, sign } = remark;
      const shown = shownLine(variable, meant, { showSecrets, reader: shell, isForShell: true });
      // The line itself is right where the line end alone is not.
      const { line: envLine, isMasked } = sign === '\r' ? {} : (shown ?? {});
      const line = { envLine, isMasked };
      return { code: remark.kind, variable, shell, sign, by, ...line, ...place };
    }
    case 'unset-name': {
      const { variable, name, isOfKubernetes, reader } = remark;
      return {
        code: 'misspelt-variable',
        isOption: false,
        isUnset: true,
        ...(isOfKubernetes ? { isOfKubernetes } : {}),
        ...(reader ? { reader } : {}),
        variable,
        name,
        ...place,
      };
    }
    case 'readers-disagree': {
      const { variable, disagreement } = remark;
      const { common, fileReader: reader, nearby } = disagreement;
      const shown =
        common && shownLine(variable, fitted(variable, common), { showSecrets, reader });
      const advice = { envLine: shown?.line, isMasked: shown?.isMasked, holders: shown?.holders };
      const readers = viewsOf(disagreement, showSecrets);
      return {
        ...{ code: remark.kind, variable, ...advice, readers, fileReader: reader, nearby },
        ...place,
      };
    }
  }
}

/** What is advised must not be warned of as soon as it is followed. */
function fitted(variable: VariableName, common: Raw): Raw {
  const read = variable === 'SMTP_URI' ? parseSmtpUri(common) : undefined;
  return (read?.ok && fitScheme(common, read.uri)) || common;
}

function viewsOf({ readers }: Disagreement, showSecrets: boolean): ReaderView[] {
  return readers.map(({ reader, value, problem }) => ({
    reader,
    length: value?.length ?? null,
    problem,
    ...(showSecrets && value ? { value: value.reveal() } : {}),
  }));
}
