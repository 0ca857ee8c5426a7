import type { FoundValue, FoundValues } from '../settings/found-values.js';
import { fileAndLine } from '../settings/settings.js';
import type { VariableName } from '../settings/variables.js';
import { fingerprint } from './fingerprint.js';
import type { ValueInFile } from './protocol.js';

/**
 * What the files of a project would give to its container, were it made now. Left out is what the container may rightly have
 * otherwise: a value that hangs on the shell from which Compose is started.
 *
 * @param salt a key of this run
 */
export function heldInFiles(
  { uri, sender, remarks, isFromManifest, problem }: FoundValues,
  salt: string,
): ValueInFile[] {
  if (isFromManifest || problem) return [];
  const isOfShell = (variable: VariableName, { spot }: FoundValue) =>
    spot?.taken === 'shell' ||
    remarks.some((remark) => remark.kind === 'unset-name' && remark.variable === variable);
  const held = (variable: VariableName, found: FoundValue | undefined): ValueInFile[] => {
    if (!found || isOfShell(variable, found)) return [];
    const { file, line } = fileAndLine(found.source);
    if (file === undefined) return [];
    return [{ variable, file, line, fingerprint: fingerprint(found.value, salt) }];
  };
  return [...held('SMTP_URI', uri), ...held('SMTP_SENDER', sender)];
}
