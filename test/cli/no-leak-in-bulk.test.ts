import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explain, sendTest, verify } from '../../src/index.js';
import { loadPageTexts, loadTexts } from '../../src/language/index.js';
import { LANGUAGES } from '../../src/language-codes.js';
import { formatExplanation } from '../../src/output/explanation.js';
import { formatAnnotations, formatSummary } from '../../src/output/github.js';
import { formatPage } from '../../src/output/html/page.js';
import { formatJson } from '../../src/output/json.js';
import { formatJunit } from '../../src/output/junit.js';
import { formatPrometheus } from '../../src/output/prometheus.js';
import { describeStep } from '../../src/output/step-line.js';
import { styleOf } from '../../src/output/style.js';
import { formatVerdict } from '../../src/output/verdict.js';
import type { Explanation } from '../../src/report/explanation.js';
import type { CheckEvent, Report } from '../../src/report/report.js';
import { type Damaged, damaged, leaksOf } from '../helpers/damage.js';
import { createFakeContext } from '../helpers/fake-context.js';
import { CLIENT_FORMS, ECHOES } from '../helpers/paste-forms.js';
import { WAYS_OUT } from '../helpers/ways-out.js';

/** How many values: more, to look for what is rare. */
const RUNS = Number(process.env.LEAK_RUNS_IN_BULK ?? 1500);
/** Which values: the same number gives the same again. */
const SEED = Number(process.env.LEAK_SEED ?? Date.now() % 0x7fffffff);
const style = styleOf(createFakeContext().stderr, {}, false);

/** A report in every form in which one is written. */
async function allForms(report: Report, lang: (typeof LANGUAGES)[number]): Promise<string> {
  const texts = (await loadTexts(lang)).interface;
  const telling = { texts, isInPod: false };
  const page = await loadPageTexts(lang);
  const steps = report.steps.flatMap((step) => describeStep(step, report.settings, texts.output));
  return [
    formatJson(report),
    formatVerdict(report, { style, ...telling, isQuiet: false, again: '', send: '' }),
    formatAnnotations(report, telling),
    formatSummary(report, telling),
    formatPage(report, telling, page, { version: '0', now: 0 }),
    formatJunit(report, telling),
    formatPrometheus(report, 0),
    ...steps,
  ].join('\n');
}

/** So much that not all of a log is learnt from, in few lines. */
const LONG = `${'x'.repeat(4000)}\n`.repeat(5);

/** A paste that has the password, or the damaged value, in one of its forms, and a line that repeats it. */
const paste = fc.record({
  form: fc.nat(CLIENT_FORMS.length - 1),
  echo: fc.nat(ECHOES.length - 1),
  isValue: fc.boolean(),
  isFirst: fc.boolean(),
  between: fc.constantFrom('', '', '', 'core | at Connection._onError\n', LONG),
});
type Paste = typeof paste extends fc.Arbitrary<infer T> ? T : never;

function textOf({ form, echo, isValue, isFirst, between }: Paste, { value, secret }: Damaged) {
  const lines = [CLIENT_FORMS[form]?.(isValue ? value : secret), ECHOES[echo]?.(secret)];
  return `${(isFirst ? lines.reverse() : lines).join(`\n${between}`)}\n`;
}

async function explained(found: Explanation, lang: (typeof LANGUAGES)[number]): Promise<string> {
  const texts = (await loadTexts(lang)).interface;
  return formatExplanation(found, { style, texts, isQuiet: false });
}

// What goes through the whole command is in no-leak.test.ts: here are many more values, and less around them.
it(`nothing of a password comes out of any report on ${RUNS} damaged values`, async () => {
  await fc.assert(
    fc.asyncProperty(damaged, fc.constantFrom(...LANGUAGES), paste, async (one, lang, pasted) => {
      const { value } = one;
      const events: CheckEvent[] = [];
      const common = { lang, onEvent: (event: CheckEvent) => events.push(event) };
      const good = { uri: 'smtp://127.0.0.1:1', sender: 'a@x.org' };
      const isForSender = value.length % 3 === 0;
      const reports = [
        await verify({
          ...common,
          ...good,
          [isForSender ? 'sender' : 'uri']: value,
          offline: true,
        }),
        // Without a URI nothing is tried, whoever is to get the mail.
        ...(isForSender ? [await sendTest({ ...common, sender: value, to: value })] : []),
      ];
      const printed = await Promise.all(reports.map((report) => allForms(report, lang)));
      printed.push(inspect(events, { depth: 9 }));
      for (const way of ['typing', 'saving']) printed.push((await WAYS_OUT[way]?.(one, '')) ?? '');
      const explanation = await explain(textOf(pasted, one), { lang });
      printed.push(JSON.stringify(explanation), await explained(explanation, lang));
      expect(leaksOf(one, printed.join('\n'))).toEqual([]);
    }),
    { numRuns: RUNS, seed: SEED },
  );
}, 3_600_000);
