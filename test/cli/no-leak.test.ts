import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damaged, leaksOf } from '../helpers/damage.js';
import { WAYS_OUT } from '../helpers/ways-out.js';

/** How many values go through each way out: more, to look for what is rare. */
const RUNS = Number(process.env.LEAK_RUNS ?? 4);
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'tailchat-smtp-leak-'));
});
afterAll(() => rm(cwd, { recursive: true }));

describe('of a password in a damaged value nothing comes out', () => {
  it.each(Object.entries(WAYS_OUT))('by %s', async (_name, wayOut) => {
    const folder = await mkdtemp(join(cwd, 'run-'));
    await fc.assert(
      fc.asyncProperty(damaged, async (one) => {
        expect(leaksOf(one, await wayOut(one, folder))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
