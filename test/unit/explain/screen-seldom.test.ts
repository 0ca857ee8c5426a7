import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeServerLog } from '../../../bench/server-logs.js';
import { Screen } from '../../../src/explain/screen/screen.js';

/** One expression whose text stands in every second line makes `explain` half as fast. */
const MOST = 0.05;

it('few lines of a server that does something else are looked at', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tailchat-seldom-'));
  const log = join(folder, 'server.log');
  writeServerLog(log, { megabytes: 4, mailEvery: 0 });
  const bytes = await readFile(log);
  await rm(folder, { recursive: true });
  const screen = Screen.get();
  const hints = new Map<string, number>();
  let lines = 0;
  for (const candidate of screen.candidates(bytes)) {
    lines += 1;
    for (const hint of candidate.hints ?? []) {
      hints.set(`${hint}`, (hints.get(`${hint}`) ?? 0) + 1);
    }
  }
  const often = [...hints].sort(([, a], [, b]) => b - a).slice(0, 3);
  expect(lines / screen.lines, JSON.stringify(often)).toBeLessThan(MOST);
});
