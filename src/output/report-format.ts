/** What a report can be written as: for people who were not there, and for other programs. */
export const REPORT_FORMATS = ['html', 'junit', 'github', 'prometheus'] as const;

/** The name that stands for stdout. */
export const STDOUT = '-';

/** A report that is wished for. */
export interface ReportFile {
  format: (typeof REPORT_FORMATS)[number];
  /** The name of a file, or `STDOUT`. */
  file: string;
}
