import { describe, expect, it } from 'vitest';
import { explainFiles } from '../../../src/explain/explain-files.js';

/** A file that comes at once. */
async function* pieces(text: string) {
  yield Buffer.from(text);
}

async function* files() {
  yield { name: 'a.log', pieces: pieces('hello\nworld\n') };
  yield { name: 'b.log', pieces: pieces('[ioredis] Error: connect ETIMEDOUT\n') };
}

function fail(_file: unknown, error: unknown): never {
  throw error;
}

describe('files in which nothing of mail is found', () => {
  it('are counted together', async () => {
    const found = await explainFiles(files(), { signal: new AbortController().signal }, fail);
    expect(found).toMatchObject({ ok: false, findings: [], lines: 3, elsewhere: ['Redis'] });
  });
});
