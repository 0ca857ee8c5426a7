// Times the built command against what it is measured by, pair by pair in turn, and prints a table and
// one JSON document on the last line. Starts what it needs, downloads nothing.
//   npm run bench             21 pairs a row
//   npm run bench -- --short  5 pairs; fails where a row takes twice its target
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';

const root = fileURLToPath(new URL('..', import.meta.url));
const isShort = process.argv.includes('--short');
const PAIRS = isShort ? 5 : 21;
const NODE = process.env.TEST_NODE ?? process.execPath;
const BIN = join(root, 'bin/tailchat.js');
const MEMORY = join(root, 'test/helpers/memory-preload.mjs');
const folder = mkdtempSync(join(tmpdir(), 'tailchat-bench-'));
const memoryFile = join(folder, 'memory');

/** @typedef {readonly [file: string, ...words: string[]]} Command */
/** @typedef {[name: string, command: Command, against: string, other: Command, target: number]} Row */

/**
 * How many commands came, by connection.
 * @type {number[]}
 */
const sessions = [];
const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onConnect: (_session, done) => {
    sessions.push(0);
    done();
  },
  logger: {
    debug: (entry) => {
      if (entry.tnx === 'command') sessions.push((sessions.pop() ?? 0) + 1);
    },
  },
  onAuth: ({ username }, _session, done) => done(null, { user: username }),
  onData: (stream, _session, done) => {
    stream.resume();
    stream.on('end', () => done());
  },
});
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
const address = server.server.address();
const port = typeof address === 'object' ? address?.port : undefined;
const uri = `smtp://me%40example.com:secret@127.0.0.1:${port}/`;
const env = { ...process.env, SMTP_URI: uri, SMTP_SENDER: 'me@example.com', NO_COLOR: '1' };

/**
 * A script in the project, where it finds nodemailer as a user's script would.
 * @param {string} name
 * @param {string} text
 */
function script(name, text) {
  const file = join(root, 'node_modules', `.bench-${name}.mjs`);
  writeFileSync(file, text);
  return file;
}
const empty = script('empty', '');
const verifying = script(
  'verify',
  `import nodemailer from 'nodemailer';
const transport = nodemailer.createTransport(process.env.SMTP_URI);
await transport.verify();
`,
);
const sending = script(
  'send',
  `import nodemailer from 'nodemailer';
const transport = nodemailer.createTransport(process.env.SMTP_URI);
await transport.sendMail({ from: process.env.SMTP_SENDER, to: 'you@example.com', subject: 'Test', text: 'Test' });
`,
);

/** @type {(...words: string[]) => Command} */
const node = (...words) => [NODE, ...words];
/** @type {(...words: string[]) => Command} */
const tailchat = (...words) => [NODE, BIN, ...words];
const swaks = find('swaks');
const VERIFY = tailchat('smtp', 'verify', '--json');

/** @type {Row[]} */
const ROWS = [
  ['--version', tailchat('--version'), 'node, an empty file', node(empty), 1.15],
  ['smtp --help', tailchat('smtp', '--help'), 'node, an empty file', node(empty), 1.5],
  [
    'smtp verify --help',
    tailchat('smtp', 'verify', '--help'),
    'node, an empty file',
    node(empty),
    1.5,
  ],
  ['smtp verify --json', VERIFY, 'nodemailer, verify()', node(verifying), 1.0],
  [
    'smtp test --json',
    tailchat('smtp', 'test', '--json', '--to', 'you@example.com'),
    'nodemailer, sendMail()',
    node(sending),
    1.1,
  ],
];
if (swaks) {
  const login = ['--auth', 'PLAIN', '--auth-user', 'me@example.com', '--auth-password', 'secret'];
  const envelope = ['--from', 'me@example.com', '--to', 'you@example.com'];
  const words = ['--server', `127.0.0.1:${port}`, '--quit-after', 'AUTH', ...login, ...envelope];
  ROWS.push(['smtp verify --json', VERIFY, 'swaks --quit-after AUTH', [swaks, ...words], 1.3]);
}

/** @param {string} program */
function find(program) {
  try {
    return execFileSync('which', [program], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Runs a command to its end, in milliseconds.
 * @param {Command} command
 */
async function time([file, ...words]) {
  const start = performance.now();
  const child = spawn(file, words, { cwd: folder, env, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`);
  return performance.now() - start;
}

/**
 * The most memory that a command of Node ever had, in kilobytes.
 * @param {Command} command
 */
async function memoryOf([file, ...words]) {
  const child = spawn(file, ['--import', MEMORY, ...words], {
    cwd: folder,
    env: { ...env, TEST_MEMORY_FILE: memoryFile },
    stdio: 'ignore',
  });
  await once(child, 'exit');
  return Number(readFileSync(memoryFile, 'utf8'));
}

/**
 * How many commands the server got in one run.
 * @param {Command} command
 */
async function commandsOf(command) {
  sessions.length = 0;
  await time(command);
  return sessions.reduce((sum, count) => sum + count, 0);
}

/**
 * @param {readonly number[]} values
 * @param {number} part
 */
function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * part)] ?? 0;
}

/** @param {Row} row */
async function compare([name, command, against, other, target]) {
  await time(command);
  await time(other);
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const theirs = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    ours.push(await time(command));
    theirs.push(await time(other));
  }
  const ratios = ours.map((ms, index) => ms / (theirs[index] ?? 1));
  const [mine, its] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
  const spread = [quantile(ratios, 0.25), quantile(ratios, 0.75)];
  return { name, against, ms: mine, againstMs: its, ratio: mine / its, spread, target };
}

const two = (/** @type {number} */ value) => value.toFixed(2);
const results = [];
console.log(`| what | against | ms | ms | ratio | middle half | at most |`);
console.log('|---|---|---|---|---|---|---|');
for (const row of ROWS) {
  const result = await compare(row);
  results.push(result);
  const { name, against, ms, againstMs, ratio, spread, target } = result;
  const cells = [name, against, ms.toFixed(0), againstMs.toFixed(0), two(ratio)];
  console.log(`| ${[...cells, spread.map(two).join(' – '), two(target)].join(' | ')} |`);
}

/**
 * How fast a log is explained, and in how much memory: what a server of Tailchat with its database
 * writes all day, and a refused login now and then.
 * @param {number} megabytes
 */
async function explainLog(megabytes) {
  const server =
    'service-core-1  | [2026-11-27T01:46:12.535Z] INFO  tailchat/GATEWAY: <= 200 POST /api/chat [+4.1 ms]\n';
  const database =
    'mongo-1  | {"t":{"$date":"2026-11-27T01:46:18.451+00:00"},"s":"I","c":"NETWORK","id":22943,"msg":"Connection accepted"}\n';
  const refused =
    'service-core-1  | Error: Invalid login: 535 5.7.8 Authentication failed\nservice-core-1  |     at SMTPConnection._actionAUTHComplete\n';
  const block = Buffer.from((server + database).repeat(500) + refused);
  const child = spawn(NODE, ['--import', MEMORY, BIN, 'smtp', 'explain', '--json'], {
    env: { ...env, TEST_MEMORY_FILE: memoryFile },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const start = performance.now();
  const ended = once(child, 'exit');
  const count = Math.ceil((megabytes * 1e6) / block.length);
  for (let sent = 0; sent < count; sent += 1) {
    if (!child.stdin.write(block)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`explain ended with ${code}`);
  const seconds = (performance.now() - start) / 1000;
  const kilobytes = Number(readFileSync(memoryFile, 'utf8'));
  return { megabytes, megabytesPerSecond: megabytes / seconds, kilobytes, target: 50 };
}

/** @param {Command} command */
async function usualMemoryOf(command) {
  const runs = [await memoryOf(command), await memoryOf(command), await memoryOf(command)];
  return quantile(runs, 0.5);
}
const ourMemory = await usualMemoryOf(VERIFY);
const theirMemory = await usualMemoryOf(node(verifying));
const roundTrips = {
  ours: await commandsOf(VERIFY),
  nodemailer: await commandsOf(node(verifying)),
};
const explained = [await explainLog(isShort ? 10 : 100), await explainLog(isShort ? 50 : 1000)];
const [pack] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  }),
);
const facts = {
  peakMemory: {
    kilobytes: ourMemory,
    against: theirMemory,
    ratio: ourMemory / theirMemory,
    target: 1.1,
  },
  commands: roundTrips,
  explained,
  packedBytes: pack.size,
};
console.log(`
Peak memory of verify: ${Math.round(ourMemory / 1024)} MB, ${two(ourMemory / theirMemory)} times the script's (at most 1.10).
Commands of verify with the sender asked about: ${roundTrips.ours}, of nodemailer's own: ${roundTrips.nodemailer} (at most 2 more, and QUIT).
${explained.map(({ megabytes, megabytesPerSecond, kilobytes }) => `Explain reads ${megabytes} MB at ${Math.round(megabytesPerSecond)} MB/s (at least 50) in ${Math.round(kilobytes / 1024)} MB of memory.`).join('\n')}
Packed: ${Math.round(pack.size / 1000)} kB (at most 400).
Node ${await versionOf(NODE)}, ${PAIRS} pairs, ${cpus().length} × ${cpus()[0]?.model}${swaks ? '' : '; swaks is not installed'}.
`);
console.log(JSON.stringify({ date: new Date().toISOString(), results, ...facts }));

server.close();
rmSync(folder, { recursive: true, force: true });
for (const file of [empty, verifying, sending]) rmSync(file);
const slow = results.filter(({ ratio, target }) => ratio > 2 * target);
for (const { name, ratio } of slow) console.error(`${name}: ${two(ratio)} is twice its target`);
if (isShort && slow.length > 0) process.exitCode = 1;

/** @param {string} file */
function versionOf(file) {
  return new Promise((resolve) => execFile(file, ['--version'], (_, out) => resolve(out.trim())));
}
