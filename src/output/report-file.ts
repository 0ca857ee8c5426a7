import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { InterfaceTexts } from '../language/interface-texts.js';
import type { Report } from '../report/report.js';
import { formatSummary } from './github.js';
import { formatJunit } from './junit.js';
import { formatPrometheus } from './prometheus.js';
import type { ReportFile } from './report-format.js';

/**
 * Writes a report for another program into a file: beside it and renamed, so that a collector never reads
 * half of it. What is no plain file, such as a pipe, is written as it is.
 *
 * @param cwd where a relative name starts from
 * @throws the file system's error
 */
export async function writeReportFile(
  report: Report,
  { format, file }: ReportFile,
  texts: InterfaceTexts,
  cwd: string,
): Promise<void> {
  const text = {
    junit: () => formatJunit(report, texts),
    github: () => formatSummary(report, texts),
    prometheus: () => formatPrometheus(report, Date.now()),
  }[format]();
  const path = resolve(cwd, file);
  const isPlain = await stat(path).then(
    (stats) => stats.isFile(),
    () => true,
  );
  if (!isPlain) return await writeFile(path, text);
  const fresh = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(fresh, text, { flag: 'wx' });
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
