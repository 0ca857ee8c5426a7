import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { explain } from '../../src/index.js';
import { readCorpus } from '../helpers/corpus.js';

const built = createRequire(import.meta.url)('../../dist/library.cjs') as {
  explain: typeof explain;
};

// The bundle asks an expression only where a text stands that it needs: scripts/screen-patterns.js.
it('the bundle explains what servers say as the source does', async () => {
  const texts = readCorpus()
    .filter((_reply, index) => index % 3 === 0)
    .map(({ reply }) => reply);
  expect(texts.length).toBeGreaterThan(400);
  for (const text of texts) expect(await built.explain(text)).toEqual(await explain(text));
}, 60_000);
