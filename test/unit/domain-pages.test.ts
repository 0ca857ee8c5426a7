import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { domainPages } from '../../scripts/domain-pages.js';
import { DOMAIN_CODES } from '../../src/report/domain-report.js';

const ROOT = new URL('../../', import.meta.url);

it('has a page for each code of domain, as the command puts it now, and no other (npm run docs)', async () => {
  const pages = await domainPages();
  for (const [path, text] of pages) {
    expect(readFileSync(new URL(path, ROOT), 'utf8'), path).toBe(text);
    expect(text, path).not.toMatch(/undefined|\[object/);
  }
  const files = readdirSync(new URL('docs/domain/', ROOT)).sort();
  expect(files).toEqual([...pages.keys()].map((path) => basename(path)).sort());
  for (const code of DOMAIN_CODES) expect(files).toContain(`${code}.md`);
});
