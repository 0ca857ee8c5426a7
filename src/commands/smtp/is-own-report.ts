import { open } from 'node:fs/promises';
import { type ReportFile, SUMMARY_END } from '../../output/report-format.js';

/** How reports of each format begin, in every language, of checks and of domains, and how they end. */
const ENDS: Readonly<Record<ReportFile['format'], { start: RegExp; end: string }>> = {
  html: { start: /^<!DOCTYPE html>\s[\s\S]{0,400}<title>tailchat smtp /, end: '</html>\n' },
  junit: {
    start: /^<\?xml [^>]{0,60}>\s*<testsuites name="tailchat smtp/,
    end: '</testsuites>\n',
  },
  github: { start: /^### tailchat smtp /, end: `${SUMMARY_END}\n` },
  prometheus: { start: /^# HELP tailchat_smtp_/, end: '\n' },
};
/** The lines of a report in Prometheus' text format. */
const METRICS = /^(?:(?:# (?:HELP|TYPE) )?tailchat_smtp_.*\n)+$/;
/** Far more than any report has, in bytes. */
const LONGEST = 4 * 1024 * 1024;

/**
 * Whether a file is a report of a format and nothing else: one that something was added to, before or behind it, is not. One
 * that cannot be read counts as another.
 */
export async function isOwnReport(path: string, format: ReportFile['format']): Promise<boolean> {
  const text = await textOf(path).catch(() => undefined);
  if (text === undefined) return false;
  const { start, end } = ENDS[format];
  const isWhole = start.test(text) && text.endsWith(end);
  if (format === 'prometheus') return isWhole && METRICS.test(text);
  // A second end is that of another report.
  return isWhole && text.indexOf(end.trimEnd()) === text.length - end.length;
}

async function textOf(path: string): Promise<string | undefined> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    return size > LONGEST ? undefined : await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
