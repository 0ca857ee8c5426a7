import type { DomainTexts } from '../language/domain-texts.js';
import type { InterfaceTexts } from '../language/interface-texts.js';
import type { PageTexts } from '../language/page-texts.js';
import type { DnsRecordToWrite, DomainCheck, DomainReport } from '../report/domain-report.js';
import { alignmentWords } from './alignment-words.js';
import { isSplit, splitStrings } from './domain-verdict.js';
import { numberedTexts } from './failure-lines.js';
import { codeBlock, escapeMarkdown } from './github.js';
import { framed, type Imprint, paragraphs, pre } from './html/frame.js';
import { html, type Markup, NOTHING } from './html/markup.js';
import { type JunitCase, junitDocument } from './junit.js';
import { metric, withoutTwins } from './prometheus.js';
import { SUMMARY_END } from './report-format.js';

/** In which words a report about a domain is told. */
export interface DomainTelling {
  texts: DomainTexts;
  interface: InterfaceTexts;
}

/** A report about a domain as JUnit XML: each check is a test. */
export function formatDomainJunit(report: DomainReport, telling: DomainTelling): string {
  const { checks, failure, ms } = report;
  const { texts, interface: words } = telling;
  const cases = checks.map((check): JunitCase => {
    const about = { name: texts.checks[check.name], className: `domain.${check.name}`, ms: 0 };
    // A missing answer of DNS is no passed test.
    if (check.status !== 'failed' && check.status !== 'unknown') {
      return check.status === 'skipped' ? { ...about, skipped: check.title } : about;
    }
    const type = check.code ?? check.status;
    const text = [
      check.explanation,
      ...numberedTexts(check.nextSteps),
      ...recordLines(check.record, texts),
    ];
    const message = words.headline(check.title, type);
    return { ...about, failure: { type, message, text: text.join('\n') } };
  });
  if (failure && !cases.some(({ failure: failed }) => failed)) {
    const { cause: type, title, explanation, nextSteps } = failure;
    const text = [explanation, ...numberedTexts(nextSteps)].join('\n');
    const message = words.headline(title, type);
    cases.push({
      name: 'domain',
      className: 'domain.settings',
      ms: 0,
      failure: { type, message, text },
    });
  }
  const said = checks
    .filter(({ status }) => status === 'warning')
    .map(({ code, title }) => `${code}: ${title}`)
    .join('\n');
  return junitDocument({ name: 'domain', ms, said }, cases);
}

/** A report about a domain as Markdown. */
export function formatDomainSummary(report: DomainReport, telling: DomainTelling): string {
  const { checks, failure, ok } = report;
  const { texts, interface: words } = telling;
  const rows = checks.map(
    ({ name, status, title }) => `| ${texts.checks[name]} | ${status} | ${escapeMarkdown(title)} |`,
  );
  return [
    `### ${words.output.summary('domain', ok)}`,
    '',
    ...(failure ? [`**${escapeMarkdown(words.headline(failure.title, failure.cause))}**`, ''] : []),
    '| | | |',
    '|---|---|---|',
    ...rows,
    '',
    ...wanting(checks).flatMap((check) => [
      `**${escapeMarkdown(words.headline(check.title, check.code ?? check.status))}**`,
      '',
      escapeMarkdown(check.explanation),
      '',
      ...numberedTexts(check.nextSteps).map(escapeMarkdown),
      '',
      ...(check.record ? [...codeBlock(recordLines(check.record, texts)), ''] : []),
    ]),
    ...alignmentLines(report, texts).map((line) => `- ${escapeMarkdown(line)}`),
    '',
    SUMMARY_END,
    '',
  ].join('\n');
}

/**
 * A report about a domain as metrics in Prometheus' text format.
 *
 * @param now milliseconds since 1970
 */
export function formatDomainPrometheus(report: DomainReport, now: number): string {
  const { checks, ok, exitCode, ms } = report;
  const target = { domain: report.domain ?? '' };
  return [
    metric('domain_success', 'Whether no check that was made found anything wrong.', [
      [target, ok ? 1 : 0],
    ]),
    metric('domain_exit_code', 'What the command ended with (sysexits).', [[target, exitCode]]),
    metric('domain_duration_seconds', 'How long it took.', [[target, ms / 1000]]),
    metric('domain_time_seconds', 'When it ended, in seconds since 1970.', [
      [target, Math.round(now / 1000)],
    ]),
    metric(
      'domain_check',
      'How each check ended; the code says what was found.',
      withoutTwins(
        checks.map(({ name, status, code }) => [
          { ...target, check: name, status, code: code ?? '' },
          status === 'failed' ? 0 : 1,
        ]),
        Math.min,
      ),
    ),
  ].join('');
}

/** A report about a domain as a page: what is wrong, and the records to publish. */
export function formatDomainPage(
  report: DomainReport,
  { texts, interface: words }: DomainTelling,
  page: PageTexts,
  imprint: Imprint,
): string {
  const { checks, failure, domain, ok } = report;
  const title = failure ? words.headline(failure.title, failure.cause) : texts.well(domain ?? '');
  const rows = checks.map(
    ({ name, status, title: said }) => html`<tr>
<th scope="row">${texts.checks[name]}</th>
<td class="status ${status}">${page.checks[status]}</td>
<td>${said}</td>
</tr>
`,
  );
  const main = html`${wanting(checks).map((check) => checkSection(check, { texts, interface: words }))}<section>
<h2>${page.steps}</h2>
<table>
${rows}</table>
</section>
<section>
<h2>${texts.alignment.heading}</h2>
<ul>
${alignmentLines(report, texts).map((line) => html`<li>${line}</li>\n`)}</ul>
</section>
${
  failure
    ? html`<p>${page.more(failure.docs)}</p>
`
    : NOTHING
}`;
  const summary = words.output.summary('domain', ok);
  const head = { language: words.language, isOk: ok, title, summary, about: domain ?? '' };
  return framed(head, main, page, imprint);
}

function checkSection(check: DomainCheck, { texts, interface: words }: DomainTelling): Markup {
  const { title, code, status, explanation, nextSteps, evidence, record } = check;
  const steps = html`<ol>
${nextSteps.map((step) => html`<li>${step}</li>\n`)}</ol>
`;
  return html`<section>
<h2>${words.headline(title, code ?? status)}</h2>
${evidence.map(pre)}${paragraphs([explanation])}${nextSteps.length > 0 ? steps : NOTHING}${record ? pre(recordLines(record, texts).join('\n')) : NOTHING}</section>
`;
}

/** The checks that need action, the worst first. */
function wanting(checks: readonly DomainCheck[]): DomainCheck[] {
  const order = ['failed', 'warning', 'unknown'];
  return checks
    .filter(({ status }) => order.includes(status))
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

/** A record as a DNS panel asks for it. */
function recordLines(record: DnsRecordToWrite | null, { publish, panel }: DomainTexts): string[] {
  if (!record) return [];
  const { name, type, value } = record;
  return [
    ...[publish, `${panel.name}: ${name}`, `${panel.type}: ${type}`, `${panel.value}: ${value}`],
    ...(isSplit({ type, value }) ? [panel.splitValue, splitStrings(value)] : []),
  ];
}

function alignmentLines(report: DomainReport, texts: DomainTexts): string[] {
  return report.domain === null ? [] : alignmentWords(report, texts);
}
