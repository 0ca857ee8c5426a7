import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPageTexts, loadTexts } from '../../src/language/index.js';
import type { Language } from '../../src/language-codes.js';
import { formatPage } from '../../src/output/html/page.js';
import type { Report } from '../../src/report/report.js';
import { makeReport } from '../helpers/report.js';
import { FULL_REPORT } from './full-report.js';

const run = promisify(execFile);
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const imprint = { version: '1.2.3', now: Date.UTC(2026, 0, 2, 3, 4) };

/** A machine without a way out, and a browser that nobody sees. */
const CHROMIUM = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ...['--hide-scrollbars', '--force-device-scale-factor=1', '--virtual-time-budget=20000'],
];

/** How far two pictures may be apart, of 1: fonts and their smoothing differ between machines. */
const LIKE = 0.06;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function chromium(words: readonly string[], file: string): Promise<string> {
  const profile = `--user-data-dir=${await mkdtemp(join(folder, 'profile-'))}`;
  const { stdout } = await run(
    'chromium',
    [...CHROMIUM, profile, ...words, pathToFileURL(file).href],
    {
      maxBuffer: 64 << 20,
    },
  );
  return stdout;
}

async function pageOf(report: Report, language: Language): Promise<string> {
  const texts = (await loadTexts(language)).interface;
  return formatPage(report, { texts, isInPod: false }, await loadPageTexts(language), imprint);
}

/** What axe finds wrong with a page, opened by day or by night. */
async function problemsOf(html: string, words: readonly string[]): Promise<string[]> {
  // The page itself lets no script run: axe comes with a copy that does.
  const script = `${await readFile(axe, 'utf8')}
    axe.run().then((found) => { document.title = JSON.stringify({ violations: found.violations, passes: found.passes.length }); });`;
  const copy = html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(
      '</body>',
      () => `<script>${script.replaceAll('</script', '<\\/script')}</script></body>`,
    );
  const file = join(await mkdtemp(join(folder, 'axe-')), 'page.html');
  await writeFile(file, copy);
  const dom = await chromium(['--dump-dom', ...words], file);
  const title = /<title>(\{.*?)<\/title>/s.exec(dom)?.[1] ?? '';
  const json = title
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
  const { violations, passes } = JSON.parse(json) as {
    violations: AxeResults['violations'];
    passes: number;
  };
  // A page that axe did not look at has no violations either.
  expect(passes).toBeGreaterThan(15);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: at }) => at).join(' ')}`);
}

const NIGHT = '--blink-settings=preferredColorScheme=0';
const PASSED = makeReport({
  steps: FULL_REPORT.steps.map((step) => ({ ...step, status: 'ok' as const })),
});
const KINDS = [
  { name: 'failed', report: FULL_REPORT, language: 'en' as const },
  { name: 'passed', report: PASSED, language: 'zh-CN' as const },
];

describe.each(KINDS)('the page of a check that $name', ({ name, report, language }) => {
  it.each([
    ['by day', []],
    ['by night', [NIGHT]],
    ['on a telephone', ['--window-size=400,800']],
  ])('has nothing that axe finds wrong, %s', async (_, words) => {
    expect(await problemsOf(await pageOf(report, language), words)).toEqual([]);
  });

  it('shows axe what is wrong, if there is something', async () => {
    const html = (await pageOf(report, language)).replace(
      '</main>',
      '<p style="color:#ccc">pale</p></main>',
    );
    expect((await problemsOf(html, [])).join()).toContain('color-contrast');
  });

  it.each([
    ['day', []],
    ['night', [NIGHT]],
  ])('looks as it did, by %s', async (time, words) => {
    const html = join(folder, `${name}-${time}.html`);
    await writeFile(html, await pageOf(report, language));
    const seen = html.replace(/html$/, 'png');
    await chromium([`--screenshot=${seen}`, '--window-size=900,1600', ...words], html);
    const known = fileURLToPath(new URL(`${name}-${time}.png`, import.meta.url));
    // A picture that was looked at is put here by hand: UPDATE_PICTURES=1.
    if (process.env.UPDATE_PICTURES) await writeFile(known, await readFile(seen));
    const { stderr } = await run('compare', ['-metric', 'RMSE', known, seen, 'null:']).catch(
      (error: { stderr: string }) => error,
    );
    const difference = Number(/\(([\d.e-]+)\)/.exec(stderr)?.[1]);
    expect(difference).toBeLessThan(LIKE);
  });
});
