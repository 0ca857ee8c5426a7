import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
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
    env: { TEST_MEMORY_FILE: report, XDG_CACHE_HOME: folder },
    timeoutMs: 60_000,
  });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  return Number(await readFile(report, 'utf8'));
}

/** The compiled code that was kept: names, sizes and times. */
async function keptCode(): Promise<string[]> {
  const cache = join(folder, 'tailchat-smtp');
  const names = await readdir(cache);
  return await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(cache, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
}

it('a long log takes little more memory than a line, and takes nothing from what was compiled', async () => {
  const short = join(folder, 'short.log');
  await writeFile(short, 'Error: Invalid login: 535 5.7.8 Authentication failed\n');
  const long = join(folder, 'long.log');
  writeServerLog(long, { megabytes: MEGABYTES, mailEvery: 2 });
  const usual = await memoryOf(short);
  const kept = await keptCode();
  expect((await memoryOf(long)) - usual).toBeLessThan(AT_MOST_MORE);
  expect(await keptCode()).toEqual(kept);
  expect(kept).toHaveLength(1);
}, 90_000);
