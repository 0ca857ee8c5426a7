/** What a report can be written as, for other programs. */
export const REPORT_FORMATS = ['junit', 'github', 'prometheus'] as const;

/** A report that is wished for. */
export interface ReportFile {
  format: (typeof REPORT_FORMATS)[number];
  file: string;
}
