import type { Failure, Report } from '../report/report.js';

/** A report whose `ok` tells whether there is a failure. */
export type SettledReport = Report &
  ({ ok: true; failure: null } | { ok: false; failure: Failure });
