// Runs whole processes, in turn, and compares them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MEMORY = fileURLToPath(new URL('./memory-preload.cjs', import.meta.url));

/** @typedef {Record<string, string | undefined>} Env */
/** @typedef {{ words: readonly string[]; env?: Env; code?: number }} Command by default it must end with 0 */
/** @typedef {{ name: string; ours: Command; against: string; other: Command; target: number; kind: string }} Row */

/**
 * @param {readonly number[]} values
 * @param {number} part
 */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * part)] ?? 0;
}

/** @param {{ folder: string; env: Env }} where */
export function createMeasure({ folder, env: shared }) {
  /**
   * Runs a command to its end, in milliseconds.
   * @param {Command} command
   */
  async function time({ words: [file = '', ...words], env = {}, code: wanted = 0 }) {
    const start = performance.now();
    const child = spawn(file, words, { cwd: folder, env: { ...shared, ...env }, stdio: 'ignore' });
    const [code] = await once(child, 'exit');
    if (code !== wanted) throw new Error(`${words.join(' ')} ended with ${code}`);
    return performance.now() - start;
  }

  /**
   * @param {Row} row
   * @param {number} pairs
   */
  async function compare({ name, ours, against, other, target, kind }, pairs) {
    // Twice: what was compiled is kept by the first run.
    for (const command of [ours, ours, other, other]) await time(command);
    /** @type {number[]} */
    const mine = [];
    /** @type {number[]} */
    const theirs = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      mine.push(await time(ours));
      theirs.push(await time(other));
    }
    const ratios = mine.map((ms, index) => ms / (theirs[index] ?? 1));
    const [ms, againstMs] = [quantile(mine, 0.5), quantile(theirs, 0.5)];
    const spread = [quantile(ratios, 0.25), quantile(ratios, 0.75)];
    return { kind, name, against, ms, againstMs, ratio: ms / againstMs, spread, target };
  }

  /**
   * The most memory that a command of Node ever had, in kilobytes: the usual of three runs.
   * @param {Command} command
   */
  async function memoryOf({ words: [file = '', ...words], env = {} }) {
    const report = join(folder, 'memory');
    const runs = [];
    for (let run = 0; run < 3; run += 1) {
      const child = spawn(file, ['--require', MEMORY, ...words], {
        cwd: folder,
        env: { ...shared, ...env, TEST_MEMORY_FILE: report },
        stdio: 'ignore',
      });
      await once(child, 'exit');
      runs.push(Number(readFileSync(report, 'utf8')));
    }
    return quantile(runs, 0.5);
  }

  return { time, compare, memoryOf };
}
