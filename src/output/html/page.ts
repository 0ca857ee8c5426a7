import type { PageTexts } from '../../language/page-texts.js';
import type { CertificateInfo, Failure, Report, Warning } from '../../report/report.js';
import { WARNINGS } from '../../report/warning-infos.js';
import { stripToLine } from '../../safety/control-characters.js';
import { arrivalLines } from '../arrival.js';
import { comparisonRows } from '../comparison.js';
import { passedWords } from '../passed-words.js';
import { readerRow } from '../reader-row.js';
import { SHOWN_OF_REPLY, shorten } from '../shorten.js';
import { type Telling, testedLines } from '../tested-lines.js';
import { withoutSecrets } from '../without-secrets.js';
import { framed, type Imprint, paragraphs, pre } from './frame.js';
import { html, type Markup, NOTHING } from './markup.js';
import { formatTimeline } from './timeline.js';

/**
 * A report as one HTML page that holds all it needs, for opening from a disk, showing to somebody, or attaching to an issue. No
 * script runs in it and nothing is loaded. It contains no password, even with `--show-secrets`.
 */
export function formatPage(
  shown: Report,
  telling: Telling,
  page: PageTexts,
  imprint: Imprint,
): string {
  const report = withoutSecrets(shown);
  const { texts } = telling;
  const { failure, command } = report;
  const title = failure
    ? texts.headline(failure.title, failure.cause)
    : passedWords(report, texts.output).headline;
  const summary = texts.output.summary(command, report.ok);
  const main = html`${failure ? failureSections(failure, report, telling, page) : passedSections(report, telling, page)}${arrivalSection(report, telling)}${warningSection(report, telling, page)}<section>
<h2>${page.steps}</h2>
${formatTimeline(report, page, texts.output)}<p>${page.total(report.ms)}</p>
</section>
${certificateSection(report, page)}${comparisonSection(report, telling)}`;
  const head = { language: texts.language, isOk: report.ok, title, summary };
  return framed({ ...head, about: placeOf(report, telling, page) }, main, page, imprint);
}

/** Where the check ran and which server it was about. */
function placeOf({ settings, container }: Report, { texts }: Telling, page: PageTexts): string {
  const parts = [
    ...(settings.host === null ? [] : [`${page.server} ${settings.host}`]),
    ...(container ? [texts.inside.checkedIn(container.name, container.engine)] : []),
  ];
  const { uri, uriSource } = settings;
  const { from, noUri } = texts.output;
  // A value that was not understood names no server.
  const value = uri !== null && uriSource ? from(uri, 'SMTP_URI', uriSource) : noUri;
  return stripToLine(parts.join(' · ') || value);
}

function failureSections(
  { explanation, nextSteps, reply, docs }: Failure,
  report: Report,
  telling: Telling,
  page: PageTexts,
): Markup {
  const { output } = telling.texts;
  const tested = testedLines(report, telling);
  return html`<section>
${paragraphs(explanation.split('\n'))}${reply ? html`<h2>${output.serverSaid}</h2>\n${pre(reply.text)}` : NOTHING}${recipients(report, telling)}</section>
<section>
<h2>${output.whatToDo}</h2>
<ol>
${nextSteps.map((step) => html`<li>${step}</li>\n`)}</ol>
${tested.map(({ words, lines }) => html`<p>${words}</p>\n${lines.map(({ line, holds = '' }) => html`${pre(line)}${paragraphs([holds])}`)}`)}<p>${page.more(docs)}</p>
</section>
`;
}

function passedSections(report: Report, { texts }: Telling, page: PageTexts): Markup {
  const { message, settings } = report;
  const isSandbox = message !== null && settings.uriSource?.kind === 'sandbox';
  const passed = passedWords(report, texts.output);
  const unsent = passed.isUnsent ? [texts.output.nothingSent] : passed.next;
  const next = isSandbox ? [page.sandbox] : unsent;
  return html`<section>
${message ? pre(message.reply) : NOTHING}${paragraphs(next)}</section>
`;
}

/** The recipients that the server took, and those it refused. */
function recipients({ message }: Report, { texts: { output } }: Telling): Markup {
  if (!message) return NOTHING;
  const refused = message.rejected.map(({ address, reply }) =>
    output.rejected(address, shorten(stripToLine(reply), SHOWN_OF_REPLY)),
  );
  const words = [...message.accepted.map(output.accepted), ...refused];
  return html`<ul>
${words.map((one) => html`<li>${one}</li>\n`)}</ul>
`;
}

function arrivalSection(report: Report, { texts }: Telling): Markup {
  const words = arrivalLines(report, texts.arrival).flatMap(([, text]) => text || []);
  if (words.length === 0) return NOTHING;
  return html`<section>
${paragraphs(words)}</section>
`;
}

function warningSection({ warnings }: Report, telling: Telling, page: PageTexts): Markup {
  const shown = warnings.filter(({ code }) => !WARNINGS[code].isInVerdict);
  if (shown.length === 0) return NOTHING;
  return html`<section>
<h2>${page.warnings}</h2>
${shown.map((warning) => warningMarkup(warning, telling, page))}</section>
`;
}

function warningMarkup(
  { code, message, readers }: Warning,
  { texts: { output } }: Telling,
  page: PageTexts,
): Markup {
  const rows = readers?.map((view) => readerRow(view, output)) ?? [];
  const { caption, reader, length, reads } = page.readers;
  const table = html`<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">${reader}</th><th scope="col">${length}</th><th scope="col">${reads}</th></tr></thead>
<tbody>
${rows.map((row) => html`<tr><th scope="row">${row.name}</th><td>${row.length}</td><td>${row.words}</td></tr>\n`)}</tbody>
</table>
`;
  return html`<div class="warning">
<p>${message} <code>${code}</code></p>
${rows.length > 0 ? table : NOTHING}</div>
`;
}

function certificateSection({ steps }: Report, page: PageTexts): Markup {
  const certificate = steps.findLast((step) => step.certificate)?.certificate;
  if (!certificate) return NOTHING;
  const words = page.certificate;
  const rows: [name: string, text: string][] = [
    [words.subject, certificate.subject],
    [words.issuer, certificate.issuer],
    [words.names, namesOf(certificate)],
    [words.validTo, certificate.validTo.slice(0, 10)],
    [words.fingerprint, certificate.sha256],
  ];
  return html`<section>
<h2>${words.title}</h2>
<table>
${rows.map(([name, text]) => html`<tr><th scope="row">${name}</th><td>${shorten(stripToLine(text), SHOWN_OF_REPLY)}</td></tr>\n`)}</table>
</section>
`;
}

function namesOf({ names }: CertificateInfo): string {
  return names.join(', ');
}

/** Host and container side by side, what differs first. */
function comparisonSection({ comparison }: Report, { texts: { inside } }: Telling): Markup {
  if (!comparison?.length) return NOTHING;
  const rows = comparisonRows(comparison, inside);
  const { title, here, inside: within } = inside.compared;
  return html`<section>
<h2>${title}</h2>
<table>
<thead><tr><td></td><th scope="col">${here}</th><th scope="col">${within}</th></tr></thead>
<tbody>
${rows.map((row) => html`<tr><th scope="row">${row.differs ? '≠ ' : ''}${row.name}</th><td>${row.here}</td><td>${row.inside}</td></tr>\n`)}</tbody>
</table>
</section>
`;
}
