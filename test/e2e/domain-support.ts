import { expect } from 'vitest';
import type { DomainReport } from '../../src/report/domain-report.js';
import { type DnsRecord, startDnsServer } from '../helpers/dns-fixture.js';
import { type RunOptions, runBin } from '../helpers/run-bin.js';
import { expectValidDomainReport } from '../helpers/schema.js';
import { closeAtEnd } from './support.js';

/** Asks the built command about a domain, with a DNS server that knows these records. */
export async function runDomain(
  records: Record<string, DnsRecord>,
  args: string[] = [],
  options: RunOptions = {},
) {
  const server = await startDnsServer(records);
  closeAtEnd(() => server.close());
  const dns = ['--dns', server.address];
  const result = await runBin(['smtp', 'domain', ...args, ...dns], options);
  return { ...result, queries: server.queries };
}

/** The same as a document, valid and with its exit code. */
export async function checkDomain(
  records: Record<string, DnsRecord>,
  args: string[] = [],
  options: RunOptions = {},
) {
  const result = await runDomain(records, [...args, '--json'], options);
  expect(result.stderr).toBe('');
  const report: DomainReport = expectValidDomainReport(JSON.parse(result.stdout));
  expect(report.exitCode).toBe(result.code);
  const find = (name: string) => report.checks.find((one) => one.name === name);
  return { ...result, report, find };
}
