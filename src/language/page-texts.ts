import type { DomainStatus } from '../report/domain-report.js';
import type { Step } from '../report/report.js';

/** Words that only the report as a page needs. */
export interface PageTexts {
  steps: string;
  status: Record<Step['status'], string>;
  /** How a check of a domain ended. */
  checks: Record<DomainStatus, string>;
  /** How long a step took. */
  took: (ms: number) => string;
  /** How long the whole check took. */
  total: (ms: number) => string;
  settings: string;
  server: string;
  warnings: string;
  /** What each reader of the env file makes of the line. */
  readers: { caption: string; reader: string; length: string; reads: string };
  certificate: {
    title: string;
    subject: string;
    issuer: string;
    names: string;
    validTo: string;
    fingerprint: string;
  };
  message: string;
  /** The mail went to the sandbox. */
  sandbox: string;
  /** The page about the cause, in the project's documentation. */
  more: (page: string) => string;
  /** The program that made the page, and the date. */
  made: (version: string, date: string) => string;
}
