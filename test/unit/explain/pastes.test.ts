import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';
import { CAUSES, type Cause } from '../../../src/report/causes.js';

/** What people pasted, see `test/pastes/README.md`. */
interface Paste {
  id: string;
  paste: string;
  /** What is right: none where nothing of it is mail's. */
  causes: Cause[];
  /** To say nothing is as right. */
  orNone?: true;
  source: string;
}

const FOLDER = new URL('../../pastes/', import.meta.url);

const PASTES: readonly Paste[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').trimEnd().split('\n'))
  .map((line) => JSON.parse(line) as Paste);

describe('what people paste', () => {
  it('stands once, and says where it was read', () => {
    expect(new Set(PASTES.map(({ id }) => id)).size).toBe(PASTES.length);
    for (const { id, causes, source } of PASTES) {
      expect(source, id).toMatch(/^https:\/\//);
      expect(Object.keys(CAUSES), id).toEqual(expect.arrayContaining(causes));
    }
  });

  it.each(PASTES)('$id', async ({ paste, causes, orNone }) => {
    const { findings } = await explain([paste]);
    const named = [...new Set(findings.map(({ cause }) => cause))];
    if (causes.length > 0 && !orNone) expect(named).not.toEqual([]);
    expect(causes).toEqual(expect.arrayContaining(named));
  });
});
