import type { Context } from '../../context.js';
import { throwIfInterrupted } from '../../deadline.js';
import { errorCodeOf } from '../../errors.js';
import type { InterfaceTexts } from '../../language/interface-texts.js';
import type { ReportMaker } from '../../output/report-file.js';
import type { ReportFile } from '../../output/report-format.js';
import { stripToLine } from '../../safety/control-characters.js';
import { shownPath } from '../../safety/shown-word.js';

/**
 * Writes the requested reports, and says why for each that cannot be written.
 *
 * @returns whether all could be written
 * @throws InterruptedError while a pipe has no reader
 */
export async function writeReportFiles(
  wishes: readonly ReportFile[],
  make: ReportMaker,
  { context, texts, signal }: { context: Context; texts: InterfaceTexts; signal: AbortSignal },
): Promise<boolean> {
  if (wishes.length === 0) return true;
  const { writeReportFile } = await import('../../output/report-file.js');
  let areWritten = true;
  for (const wished of wishes) {
    await writeReportFile(make, wished, context, signal).catch((error: unknown) => {
      throwIfInterrupted(signal);
      areWritten = false;
      const why = errorCodeOf(error) ?? 'EIO';
      context.stderr.write(
        `${stripToLine(texts.output.reportFailed(shownPath(wished.file), why))}\n`,
      );
    });
  }
  return areWritten;
}
