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

it('says where a failure may be temporary', async () => {
  const pages = await causePages();
  const page = pages.get('docs/causes/server-error.md') ?? '';
  expect(page).toContain('ends with 69. Where the reply begins with 4, it ends with 75');
  expect(page).toContain('退出码是 69。回复以 4 开头时退出码是 75');
  expect(pages.get('docs/causes/ip-blocked.md')).toContain('only where the server says');
  expect(pages.get('docs/causes/auth-failed.md')).toContain('It does not go away by itself.');
});
