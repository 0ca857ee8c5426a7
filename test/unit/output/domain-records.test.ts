import { describe, expect, it } from 'vitest';
import { loadDomainTexts, loadTexts } from '../../../src/language/index.js';
import { formatDomainVerdict } from '../../../src/output/domain-verdict.js';
import { formatDomainSummary } from '../../../src/output/format-domain-report.js';
import type { DomainReport } from '../../../src/report/domain-report.js';

const LONG = `v=spf1 ${'ip4:203.0.113.0/29 '.repeat(16)}-all`;
const paint = new Proxy({}, { get: () => (text: string) => text }) as never;

const reportWith = (name: string, value: string): DomainReport => ({
  ...{ schemaVersion: 1, command: 'domain', ok: false, exitCode: 78, domain: 'example.org', ms: 1 },
  settings: {} as never,
  checks: [
    {
      ...{ name: 'spf', status: 'failed', code: 'spf-missing', title: 'T', explanation: 'E' },
      ...{ evidence: [], nextSteps: [], record: { name, type: 'TXT', value } },
    },
  ],
  alignment: { spf: 'fail', dkim: 'fail', dmarc: 'fail', policy: null, receiversDiffer: [] },
  failure: null,
});

describe.each(['en', 'zh-CN'] as const)('a record to paste, in %s', (language) => {
  const write = async (name: string, value: string) => {
    const texts = await loadDomainTexts(language);
    const headline = (title: string) => title;
    return formatDomainVerdict(reportWith(name, value), {
      ...{ style: { paint, width: Number.POSITIVE_INFINITY } as never, texts, headline },
      isQuiet: false,
    });
  };

  it('of more than 255 characters stands whole, and split', async () => {
    const text = await write('example.org', LONG);
    expect(text).toContain(LONG);
    const [line = ''] = text.split('\n').filter((one) => /^ +"v=spf1/.test(one));
    const strings = [...line.matchAll(/"([^"]*)"/g)].map(([, string = '']) => string);
    expect(strings.join('')).toBe(LONG);
    for (const string of strings) expect(string.length).toBeLessThanOrEqual(255);
    const [texts, words] = [await loadDomainTexts(language), await loadTexts(language)];
    const told = { texts, interface: words.interface };
    expect(formatDomainSummary(reportWith('example.org', LONG), told)).toContain(line.trim());
  });

  it.each([
    ['example.org', '@'],
    ['_dmarc.example.org', '_dmarc'],
    ['s._domainkey.example.org', 's._domainkey'],
  ])('at %s is called %s in a panel that adds the domain', async (name, short) => {
    const lines = (await write(name, 'v=DMARC1; p=none')).split('\n');
    expect(lines.filter((line) => line.endsWith(` ${short}`))).toHaveLength(1);
  });

  it('elsewhere has its whole name alone', async () => {
    const { panel } = await loadDomainTexts(language);
    const text = await write('7.113.0.203.in-addr.arpa', 'mail.example.org');
    expect(text).not.toContain(panel.shortName('example.org', ''));
  });
});
