// How fast `explain` reads a server's log: processor time beside GNU grep's with the words that ours looks for, and beside
// an older build's. Writes its logs into the temporary folder, and removes them.
//   node bench/explain.js [--megabytes 1000] [--pairs 5] [--base FOLDER] [--short]
// `npm run bench` runs it as well. `--short` reads a tenth, where a third of the time is that of the start.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSource } from '../scripts/load-source.js';
import { writeServerLog } from './server-logs.js';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string' },
    pairs: { type: 'string' },
    base: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});
const megabytes = Number(values.megabytes ?? (values.short ? 100 : 1000));
const pairs = Number(values.pairs ?? (values.short ? 1 : 5));
const root = fileURLToPath(new URL('..', import.meta.url));
const NODE = process.env.TEST_NODE ?? process.execPath;
const MEMORY = join(root, 'test/helpers/memory-preload.mjs');
const folder = mkdtempSync(join(tmpdir(), 'tailchat-explain-'));
const words = join(folder, 'words');
const memory = join(folder, 'memory');
/** Grep does nothing more after the first line where its output goes nowhere. */
const output = join(folder, 'output');

/** The words that `explain` looks for: of a text that may be written in several ways, its longest part. */
async function wordsLookedFor() {
  const { WANTED } = await loadSource('explain/screen/wanted.ts');
  const { neededTexts } = await loadSource('explain/screen/needed-texts.ts');
  const { rarityOf } = await loadSource('explain/screen/needle.ts');
  const found = new Set();
  for (const { expression, texts, isRaw } of WANTED) {
    for (const text of texts ?? neededTexts(expression, rarityOf, isRaw) ?? []) {
      const parts = text
        .map((/** @type {string} */ place) => (place.length === 1 ? place : '\n'))
        .join('')
        .split('\n');
      const [longest = ''] = parts.sort(
        (/** @type {string} */ a, /** @type {string} */ b) => b.length - a.length,
      );
      if (longest.trim().length > 2) found.add(longest);
    }
  }
  return [...found].sort();
}

/**
 * The processor time of a command in user mode, in seconds.
 * @param {readonly string[]} command
 */
function userTime(command) {
  const { stderr, status } = spawnSync(
    'bash',
    [
      '-c',
      'TIMEFORMAT=%U; out=$1; shift; time "$@" > "$out" 2> /dev/null',
      'bash',
      output,
      ...command,
    ],
    { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', TEST_MEMORY_FILE: memory } },
  );
  // 1: nothing was found.
  if (status !== 0 && status !== 1) throw new Error(`${command.join(' ')} ended with ${status}`);
  return Number(stderr.trim());
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/**
 * @param {string} folder
 * @param {string} log
 */
const explain = (folder, log) => [
  ...[NODE, '--import', MEMORY, join(folder, 'bin/tailchat.js')],
  ...['smtp', 'explain', '--json', '--file', log],
];

/**
 * @param {string} name
 * @param {number} mailEvery
 * @param {number} target
 */
function compare(name, mailEvery, target) {
  const log = join(folder, 'server.log');
  writeServerLog(log, { megabytes, mailEvery });
  const ours = explain(root, log);
  const grep = ['grep', '-c', '-i', '-F', '-f', words, log];
  const older =
    values.base === undefined
      ? undefined
      : [
          'sh',
          '-c',
          `"$0" "$1" smtp explain --json < "$2"`,
          NODE,
          join(resolve(values.base), 'bin/tailchat.js'),
          log,
        ];
  /** @type {Record<'ours' | 'grep' | 'older', number[]>} */
  const times = { ours: [], grep: [], older: [] };
  let kilobytes = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    times.ours.push(userTime(ours));
    kilobytes = Math.max(kilobytes, Number(readFileSync(memory, 'utf8')));
    times.grep.push(userTime(grep));
    if (older && pair < 3) times.older.push(userTime(older));
  }
  rmSync(log);
  const [mine, its, before] = [times.ours, times.grep, times.older].map(median);
  return {
    name,
    megabytes,
    ours: mine ?? 0,
    grep: its ?? 0,
    older: before ?? 0,
    kilobytes,
    target,
  };
}

writeFileSync(words, `${(await wordsLookedFor()).join('\n')}\n`, 'latin1');
console.log(
  '| log | MB | user s | MB a second | grep, user s | ratio | at most | older build, user s | memory, MB |',
);
console.log('|---|---|---|---|---|---|---|---|---|');
/** @type {[string, number, number][]} */
const ROWS = [
  ['nearly every line about something else', 0, 1.5],
  ['every tenth line about mail', 10, 3],
];
for (const row of ROWS) {
  const { name, ours, grep, older, kilobytes, target } = compare(...row);
  const cells = [name, megabytes, ours.toFixed(2), Math.round(megabytes / ours), grep.toFixed(2)];
  const others = [(ours / grep).toFixed(2), target.toFixed(1), older ? older.toFixed(2) : '-'];
  console.log(`| ${[...cells, ...others, Math.round(kilobytes / 1024)].join(' | ')} |`);
}
console.log(
  `Node ${execFileSync(NODE, ['--version'], { encoding: 'utf8' }).trim()}, ${execFileSync('grep', ['--version'], { encoding: 'utf8' }).split('\n')[0]}.`,
);
rmSync(folder, { recursive: true, force: true });
