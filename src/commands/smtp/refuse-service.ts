import { UsageError } from '../../errors.js';
import { commandLineTexts } from '../../language/index.js';
import type { Language } from '../../language-codes.js';
import type { FoundValues } from '../../settings/found-values.js';

/**
 * Refuses `--service` where nothing that was read has services, so that it is not passed over in silence. A failure to read is
 * told as one.
 *
 * @throws UsageError with the words
 */
export function refuseService(
  wanted: string | undefined,
  { service, workload, isFromManifest, problem }: FoundValues,
  language: Language,
): void {
  if (wanted === undefined || problem || isFromManifest) return;
  if (service !== undefined || workload !== undefined) return;
  throw new UsageError(commandLineTexts(language).usage.noService('--service'));
}
