import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { providerPages } from '../../scripts/provider-pages.js';

it('has the providers as the command lists them now (npm run docs)', async () => {
  const pages = await providerPages();
  expect([...pages.keys()]).toEqual([
    'docs/providers.md',
    'docs/providers.zh-CN.md',
    'docs/mail-in-tailchat.md',
    'docs/mail-in-tailchat.zh-CN.md',
  ]);
  for (const [path, text] of pages) {
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path).toBe(text);
  }
});
