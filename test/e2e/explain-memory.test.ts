import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeServerLog } from '../../bench/server-logs.js';
import { runBin } from '../helpers/run-bin.js';

const MEMORY = fileURLToPath(new URL('../helpers/memory-preload.mjs', import.meta.url));
const MEGABYTES = 100;
/** V8 would take some 50 more by itself. */
const AT_MOST_MORE = 36 * 1024;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailchat-memory-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The most memory that it ever had, in kilobytes. */
async function memoryOf(log: string): Promise<number> {
  const report = join(folder, 'memory');
  const { stdout } = await runBin(['smtp', 'explain', '--json', '--file', log], {
    preload: [MEMORY],
    env: { TEST_MEMORY_FILE: report },
    timeoutMs: 60_000,
  });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  return Number(await readFile(report, 'utf8'));
}

it('a long log takes little more memory than a line', async () => {
  const short = join(folder, 'short.log');
  await writeFile(short, 'Error: Invalid login: 535 5.7.8 Authentication failed\n');
  const long = join(folder, 'long.log');
  writeServerLog(long, { megabytes: MEGABYTES, mailEvery: 2 });
  expect((await memoryOf(long)) - (await memoryOf(short))).toBeLessThan(AT_MOST_MORE);
}, 90_000);
