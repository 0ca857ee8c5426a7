import type { ExitCode } from '../exit-codes.js';
import type { Cause } from './causes.js';
import type { ReportSettings } from './report.js';

/** What `tailchat smtp domain` looks at, in this order. */
export const DOMAIN_CHECKS = [
  'domain',
  'mx',
  'spf',
  'dkim',
  'dmarc',
  'reverse-name',
  'helo',
  'blocklist',
  'recipient',
  'mta-sts',
] as const;

/** What is looked at of a domain. */
export type DomainCheckName = (typeof DOMAIN_CHECKS)[number];

/** The codes of all findings that are more than "well". */
export const DOMAIN_CODES = [
  'domain-unknown',
  'mx-missing',
  'spf-missing',
  'spf-multiple',
  'spf-invalid',
  'spf-too-many-lookups',
  'spf-provider-missing',
  'dkim-key-missing',
  'dkim-key-revoked',
  'dkim-key-malformed',
  'dkim-unknown',
  'dmarc-missing',
  'dmarc-invalid',
  'dmarc-multiple',
  'dmarc-misaligned',
  'reverse-name-missing',
  'helo-unqualified',
  'blocklisted',
  'recipient-takes-no-mail',
  'recipient-requires-tls',
  'readers-differ',
  'dns-unavailable',
] as const;

/** The code of a finding that is more than "well". */
export type DomainCode = (typeof DOMAIN_CODES)[number];

/** How a check ended. A DNS error is `unknown`, never `failed`. */
export type DomainStatus = 'ok' | 'warning' | 'failed' | 'unknown' | 'skipped';

/** A DNS record to publish, as a DNS panel wants it. */
export interface DnsRecordToWrite {
  name: string;
  type: 'TXT' | 'CNAME' | 'MX' | 'PTR';
  /** The text of a TXT record stands without quotes. The panel splits one of more than 255 octets, or it is split as shown. */
  value: string;
}

/** One check, put into words. */
export interface DomainCheck {
  name: DomainCheckName;
  status: DomainStatus;
  /** null if the check found nothing to report. */
  code: DomainCode | null;
  title: string;
  explanation: string;
  /** What DNS answered, unchanged. */
  evidence: string[];
  nextSteps: string[];
  /** The record to publish; null if none is advised. */
  record: DnsRecordToWrite | null;
}

/** Whether a receiver finds the sender's domain in what it checks (RFC 9989). */
export type AlignmentResult = 'pass' | 'fail' | 'unknown';

/** How SPF and DKIM of a mail through this provider will agree with its sender. */
export interface DomainAlignment {
  spf: AlignmentResult;
  dkim: AlignmentResult;
  dmarc: AlignmentResult;
  /** The policy that counts; null if the domain has none, or it could not be found out. */
  policy: 'none' | 'quarantine' | 'reject' | null;
  /** What some receivers do otherwise, one sentence each. */
  receiversDiffer: string[];
}

/** Why the domain as a whole did not pass. */
export interface DomainFailure {
  cause: Cause | DomainCode;
  title: string;
  explanation: string;
  nextSteps: string[];
  /** The page about it, from the package's root. */
  docs: string;
}

/** What `tailchat smtp domain --json` prints, and the library function `checkDomain` returns. */
export interface DomainReport {
  schemaVersion: 1;
  command: 'domain';
  ok: boolean;
  exitCode: ExitCode;
  /** The domain that was looked at; null if none is known. */
  domain: string | null;
  settings: ReportSettings;
  checks: DomainCheck[];
  alignment: DomainAlignment;
  failure: DomainFailure | null;
  /** How long the whole check took, in milliseconds. */
  ms: number;
}
