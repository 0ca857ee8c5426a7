import { loadPageTexts } from '../language/index.js';
import type { DomainReport } from '../report/domain-report.js';
import type { Report } from '../report/report.js';
import { readVersion } from '../version.js';
import type { DomainTelling } from './format-domain-report.js';
import type { ReportMaker } from './report-file.js';
import type { Telling } from './tested-lines.js';

/** Makes the report of a check in each format. The code of a format is loaded only when needed. */
export function checkReportMaker(report: Report, telling: Telling): ReportMaker {
  return async (format) => {
    switch (format) {
      case 'html': {
        const { formatPage } = await import('./html/page.js');
        const page = await loadPageTexts(telling.texts.language);
        return formatPage(report, telling, page, imprint());
      }
      case 'junit':
        return (await import('./junit.js')).formatJunit(report, telling);
      case 'github':
        return (await import('./github.js')).formatSummary(report, telling);
      case 'prometheus':
        return (await import('./prometheus.js')).formatPrometheus(report, Date.now());
    }
  };
}

/** The same of a report about a domain. */
export function domainReportMaker(report: DomainReport, telling: DomainTelling): ReportMaker {
  return async (format) => {
    const formats = await import('./format-domain-report.js');
    switch (format) {
      case 'html': {
        const page = await loadPageTexts(telling.interface.language);
        return formats.formatDomainPage(report, telling, page, imprint());
      }
      case 'junit':
        return formats.formatDomainJunit(report, telling);
      case 'github':
        return formats.formatDomainSummary(report, telling);
      case 'prometheus':
        return formats.formatDomainPrometheus(report, Date.now());
    }
  };
}

function imprint() {
  return { version: readVersion(), now: Date.now() };
}
