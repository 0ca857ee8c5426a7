import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { causePages } from '../../scripts/cause-pages.js';
import { CAUSES } from '../../src/report/causes.js';

const ROOT = new URL('../../', import.meta.url);

it('has a page for each cause, as the command puts it now, and no other (npm run docs)', async () => {
  const pages = await causePages();
  for (const [path, text] of pages) {
    expect(readFileSync(new URL(path, ROOT), 'utf8'), path).toBe(text);
  }
  const files = readdirSync(new URL('docs/causes/', ROOT)).sort();
  expect(files).toEqual([...pages.keys()].map((path) => basename(path)).sort());
  for (const cause of Object.keys(CAUSES)) expect(files).toContain(`${cause}.md`);
});
