import { describe, expect, it } from 'vitest';
import { decisionsIn } from '../../helpers/decisions.js';
import { filesIn } from '../../helpers/sources.js';

const LANGUAGES = ['en', 'zh-cn'];
/** The grammar of each language: a list, a place, a server's name, and what a pod is called, as its sentences need them. */
const isGrammar = (file: string) => /\/(?:phrases|in-pod)\.ts$/.test(file);
/** Files in which it still is. */
const NOT_YET = new Set<string>([
  'arrival.ts',
  'domain/dmarc-problems.ts',
  'domain/index.ts',
  'domain/sending.ts',
  'domain/signing.ts',
  'domain/surroundings.ts',
  'domain/words.ts',
  'inside.ts',
  'letters.ts',
  'output.ts',
  'page.ts',
  'prompts.ts',
  'received.ts',
  'search.ts',
  'server-warnings.ts',
  'setting-warnings.ts',
  'warnings.ts',
]);
const texts = LANGUAGES.flatMap((language) => filesIn(`src/language/${language}`));
const settled = texts.filter(
  (file) => !isGrammar(file) && !NOT_YET.has(file.replace(/^src\/language\/[^/]*\//, '')),
);

describe('which words are said', () => {
  it.each(settled)('is not decided in %s', (file) => {
    expect(decisionsIn(file)).toEqual([]);
  });
});
