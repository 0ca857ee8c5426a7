import type { OutputTexts } from '../../language/interface-texts.js';
import type { PageTexts } from '../../language/page-texts.js';
import type { Report } from '../../report/report.js';
import { describeStep } from '../step-line.js';
import { html, type Markup } from './markup.js';

/** The least width of a bar, in percent. Even a step that took no time stays visible. */
const THINNEST = 1;

/**
 * The steps of a check as a table. Each has a bar on the line of time, which is only a picture. The table says the same in words.
 */
export function formatTimeline(
  { steps, settings, failure }: Report,
  page: PageTexts,
  output: OutputTexts,
): Markup {
  const total = Math.max(
    1,
    steps.reduce((sum, { ms }) => sum + ms, 0),
  );
  let before = 0;
  const rows = steps.map((step) => {
    const width = Math.max(THINNEST, (step.ms / total) * 100);
    const start = Math.min((before / total) * 100, 100 - width);
    before += step.ms;
    const isAtFault = step.status === 'failed' && step.name === failure?.step && !failure.reply;
    const cause = isAtFault ? failure.cause : undefined;
    const words = describeStep(step, settings, output, { cause }).map(
      (part) => html`<div>${part}</div>`,
    );
    return html`<tr>
<th scope="row">${output.steps[step.name]}</th>
<td class="status ${step.status}">${page.status[step.status]}</td>
<td>${words}</td>
<td class="bar"><svg aria-hidden="true" focusable="false"><rect class="rail" width="100%" height="100%"/><rect class="${step.status}" x="${percent(start)}" width="${percent(width)}" height="100%"/></svg></td>
<td class="time">${page.took(step.ms)}</td>
</tr>
`;
  });
  return html`<table>
${rows}</table>
`;
}

function percent(share: number): string {
  return `${share.toFixed(2)}%`;
}
