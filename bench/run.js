// Times the built command against what it is measured by, pair by pair in turn, and prints tables and
// one JSON document on the last line. Starts what it needs, downloads nothing.
//   npm run bench                    21 pairs a row
//   npm run bench -- --short         5 pairs; fails where a row takes twice its target
//   npm run bench -- --base FOLDER   against an older build, too: a checkout with its dist/ and node_modules/
//   npm run bench -- --only WORD     the rows with this word in their name or kind
//   npm run bench -- --skip LIST     without what takes long: dropped, explain, facts; a comma between
//   npm run bench -- --pairs N
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSource } from '../scripts/load-source.js';
import { createMeasure, quantile } from './measure.js';
import { closedPort, startServer } from './servers.js';

/** @import { Command, Env, Row } from './measure.js' */

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    base: { type: 'string' },
    only: { type: 'string', default: '' },
    skip: { type: 'string', default: '' },
    pairs: { type: 'string' },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const isShort = options.short;
const PAIRS = Number(options.pairs ?? (isShort ? 5 : 21));
const skipped = options.skip.split(',');
const NODE = process.env.TEST_NODE ?? process.execPath;
const nodeVersion = execFileSync(NODE, ['--version'], { encoding: 'utf8' }).trim();
const isNew = Number(nodeVersion.slice(1).split('.')[0]) >= 22;
const MEMORY = join(root, 'test/helpers/memory-preload.mjs');
const folder = mkdtempSync(join(tmpdir(), 'tailchat-bench-'));
const memoryFile = join(folder, 'memory');
mkdirSync(join(folder, 'cache'));

const { createCertificate } = await loadSource('sandbox/certificate.ts');
const untrusted = createCertificate({ commonName: 'localhost', names: ['localhost', '127.0.0.1'] });
const atOnce = await startServer();
const waiting = await startServer({ delayMs: 100 });
const secured = await startServer({ certificate: { key: untrusted.key, cert: untrusted.cert } });
const uriOf = (/** @type {{ port: number }} */ { port }, user = 'me', scheme = 'smtp') =>
  `${scheme}://${user}%40example.com:secret@127.0.0.1:${port}/`;
const env = {
  ...process.env,
  SMTP_URI: uriOf(atOnce),
  SMTP_SENDER: 'me@example.com',
  NO_COLOR: '1',
  XDG_CACHE_HOME: join(folder, 'cache'),
  NODE_EXTRA_CA_CERTS: undefined,
};
const { time, compare, memoryOf } = createMeasure({ folder, env });

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
const transport = `import nodemailer from 'nodemailer';
const transport = nodemailer.createTransport(process.env.SMTP_URI);
`;
const OWN_MODULES = [
  'dns',
  'events',
  'net',
  'os',
  'stream',
  'timers/promises',
  'tls',
  'url',
  'util',
];
const mail = `{ from: process.env.SMTP_SENDER, to: 'you@example.com', subject: 'Test', text: 'Test' }`;
const empty = script('empty', '');
// The modules of Node's own that a mail over TLS needs.
const loading = script('loading', OWN_MODULES.map((name) => `import 'node:${name}';\n`).join(''));
const verifying = script('verify', `${transport}await transport.verify();\n`);
const sending = script('send', `${transport}await transport.sendMail(${mail});\n`);

/**
 * @param {string[]} words
 * @param {Env} [more]
 * @param {number} [code]
 * @returns {Command}
 */
const node = (words, more = {}, code = 0) => ({ words: [NODE, ...words], env: more, code });
/**
 * @param {string} words
 * @param {Env} [more]
 * @param {number} [code]
 * @param {string} [from]
 */
const tailchat = (words, more, code, from = root) =>
  node([join(from, 'bin/tailchat.js'), ...words.split(' ')], more, code);
const swaks = find('swaks');
const VERIFY = 'smtp verify --json';
const TEST = 'smtp test --json --to you@example.com';

const bare = /** @type {const} */ (['node, an empty file', node([empty])]);
/** @type {Row[]} */
const ROWS = [
  row('start', '--version', tailchat('--version'), ...bare, 1.08),
  row('start', 'smtp --help', tailchat('smtp --help'), ...bare, 1.5),
  row('start', 'smtp verify --help', tailchat('smtp verify --help'), ...bare, 1.5),
];
for (const [kind, server] of /** @type {const} */ ([
  ['at once', atOnce],
  ['after 0.1 s', waiting],
])) {
  const on = { SMTP_URI: uriOf(server) };
  const name = (/** @type {string} */ words) => `${words}, a server that greets ${kind}`;
  const [verify, test] = [tailchat(VERIFY, on), tailchat(TEST, on)];
  ROWS.push(
    row(
      kind,
      name(VERIFY),
      verify,
      'nodemailer, verify()',
      node([verifying], on),
      isNew && server === atOnce ? 0.85 : 1,
    ),
    row(kind, name('smtp test --json'), test, 'nodemailer, sendMail()', node([sending], on), 1.05),
  );
  if (swaks) {
    const login = ['--auth', 'PLAIN', '--auth-user', 'me@example.com', '--auth-password', 'secret'];
    const envelope = ['--from', 'me@example.com', '--to', 'you@example.com'];
    const to = ['--server', `127.0.0.1:${server.port}`, '--quit-after', 'AUTH'];
    const other = { words: [swaks, ...to, ...login, ...envelope] };
    ROWS.push(row(kind, name(VERIFY), verify, 'swaks --quit-after AUTH', other, 1.6));
    if (server === atOnce) {
      const floor = 'the floor: node, an empty file';
      ROWS.push(row('floor', floor, node([empty]), 'swaks --quit-after AUTH', other, 1.6));
      const more = 'the floor: node, its own modules for mail';
      ROWS.push(row('floor', more, node([loading]), 'swaks --quit-after AUTH', other, 1.6));
      const unset = 'smtp verify --json, nothing set: no connection';
      const nothing = { SMTP_URI: undefined, SMTP_SENDER: undefined };
      ROWS.push(
        row('floor', unset, tailchat(VERIFY, nothing, 78), 'swaks --quit-after AUTH', other, 1.6),
      );
      const bareScript = 'the bare script, verify()';
      ROWS.push(
        row('floor', bareScript, node([verifying], on), 'swaks --quit-after AUTH', other, 1.6),
      );
    }
  }
  if (options.base) {
    const base = resolve(options.base);
    const older = (/** @type {string} */ words) => tailchat(words, on, 0, base);
    ROWS.push(
      row(kind, name(VERIFY), verify, 'the older build', older(VERIFY), 1.03),
      row(kind, name('smtp test --json'), test, 'the older build', older(TEST), 1.03),
    );
  }
}
for (const [name, more, code, file] of /** @type {const} */ ([
  ['wrong password', { SMTP_URI: uriOf(atOnce, 'wrong') }, 77, verifying],
  ['sender refused', { SMTP_SENDER: 'refused@example.com' }, 77, sending],
  ['certificate refused', { SMTP_URI: uriOf(secured, 'me', 'smtps') }, 76, verifying],
])) {
  const other = node([file], more, 1);
  ROWS.push(
    row('failure', name, tailchat(VERIFY, more, code), 'nodemailer, same error', other, 1.05),
  );
}

/**
 * @param {string} kind
 * @param {string} name
 * @param {Command} ours
 * @param {string} against
 * @param {Command} other
 * @param {number} target
 * @returns {Row}
 */
function row(kind, name, ours, against, other, target) {
  return { kind, name, ours, against, other, target };
}

/** @param {string} program */
function find(program) {
  try {
    return execFileSync('which', [program], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** How soon `--wait` logs in once a server is up, in milliseconds, and how often. */
async function waitForServer() {
  const reactions = [];
  let logins = 0;
  const rounds = isShort ? 3 : 11;
  for (let round = 0; round < rounds; round += 1) {
    const port = await closedPort();
    const words = `${VERIFY} --wait 20 --no-suggest`;
    const running = time(tailchat(words, { SMTP_URI: uriOf({ port }) }));
    // At any moment between two looks.
    await new Promise((done) => setTimeout(done, 1000 + ((round * 617) % 700)));
    const server = await startServer({ port });
    const since = performance.now();
    await running;
    server.close();
    reactions.push((server.firstLoginAt() ?? Number.POSITIVE_INFINITY) - since);
    logins += server.counts.logins;
  }
  return {
    ms: quantile(reactions, 0.5),
    longestMs: Math.max(...reactions),
    logins,
    rounds,
    target: 300,
  };
}

/** The cases of ports that a firewall drops, where a network namespace can be made for them. */
function dropPorts() {
  const runs = isShort ? '1' : '11';
  const roots = [root, ...(options.base ? [resolve(options.base)] : [])];
  const words = ['--net', process.execPath, join(root, 'bench/dropped-ports.js'), runs, ...roots];
  const more = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, TEST_NODE: NODE };
  try {
    const text = execFileSync('unshare', words, { encoding: 'utf8', env: more, stdio: 'pipe' });
    /** @type {{ name: string; ms: number; spread: number[]; atMostMs: number; baseMs?: number }[]} */
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const two = (/** @type {number} */ value) => value.toFixed(2);
const results = [];
console.log('| what | against | ms | ms | ratio | middle half | at most |');
console.log('|---|---|---|---|---|---|---|');
for (const one of ROWS) {
  if (!`${one.kind} ${one.name} ${one.against}`.includes(options.only)) continue;
  const result = await compare(one, PAIRS);
  results.push(result);
  const { name, against, ms, againstMs, ratio, spread, target } = result;
  const cells = [name, against, ms.toFixed(0), againstMs.toFixed(0), two(ratio)];
  console.log(`| ${[...cells, spread.map(two).join(' – '), two(target)].join(' | ')} |`);
}
const isWhole = options.only === '' && !skipped.includes('facts');

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
  const child = spawn(
    NODE,
    ['--import', MEMORY, join(root, 'bin/tailchat.js'), 'smtp', 'explain', '--json'],
    {
      env: { ...env, TEST_MEMORY_FILE: memoryFile },
      stdio: ['pipe', 'ignore', 'inherit'],
    },
  );
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

/** Peak memory, commands, logs, the package: none of them a matter of pairs. */
async function gatherFacts() {
  const ours = await memoryOf(tailchat(VERIFY));
  const against = await memoryOf(node([verifying]));
  const commandsOf = async (/** @type {Command} */ command) => {
    atOnce.counts.commands = 0;
    await time(command);
    return atOnce.counts.commands;
  };
  const [pack] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
    }),
  );
  return {
    peakMemory: { kilobytes: ours, against, ratio: ours / against, target: 0.9 },
    commands: {
      ours: await commandsOf(tailchat(VERIFY)),
      nodemailer: await commandsOf(node([verifying])),
    },
    wait: await waitForServer(),
    dropped: skipped.includes('dropped') ? undefined : dropPorts(),
    explained: [await explainLog(isShort ? 10 : 100), await explainLog(isShort ? 50 : 1000)],
    packedBytes: pack.size,
  };
}

const facts = isWhole ? await gatherFacts() : undefined;
if (facts) {
  const { peakMemory, commands, wait, dropped, explained, packedBytes } = facts;
  const seconds = (/** @type {number} */ ms) => (ms / 1000).toFixed(1);
  if (dropped) {
    console.log(
      '\n| ports | s | least – most | at most | the older build |\n|---|---|---|---|---|',
    );
    for (const { name, ms, spread, atMostMs, baseMs } of dropped) {
      const older = baseMs ? `${seconds(baseMs)}: ratio ${two(ms / baseMs)}` : '';
      const cells = [name, seconds(ms), spread.map(seconds).join(' – '), seconds(atMostMs), older];
      console.log(`| ${cells.join(' | ')} |`);
    }
  } else
    console.log(
      '\nPorts that are dropped: not timed (no network namespace can be made, or they are skipped).',
    );
  console.log(`
--wait logs in ${wait.ms.toFixed(0)} ms after the server is up, at most ${wait.longestMs.toFixed(0)} (at most ${wait.target}), ${wait.logins} logins in ${wait.rounds} rounds.
Peak memory of verify: ${Math.round(peakMemory.kilobytes / 1024)} MB, ${two(peakMemory.ratio)} times the script's (at most ${two(peakMemory.target)}).
Commands of verify with the sender asked about: ${commands.ours}, of nodemailer's own: ${commands.nodemailer} (at most 2 more, and QUIT).
${explained.map(({ megabytes, megabytesPerSecond, kilobytes }) => `Explain reads ${megabytes} MB at ${Math.round(megabytesPerSecond)} MB/s (at least 50) in ${Math.round(kilobytes / 1024)} MB of memory.`).join('\n')}
Packed: ${Math.round(packedBytes / 1000)} kB (at most 960).`);
}
// Its own rows: explain beside grep.
if ('explain'.includes(options.only) && !skipped.includes('explain')) {
  const words = [
    ...(isShort ? ['--short'] : []),
    ...(options.base ? ['--base', resolve(options.base)] : []),
  ];
  console.log('');
  execFileSync(process.execPath, [join(root, 'bench/explain.js'), ...words], { stdio: 'inherit' });
}
console.log(
  `\nNode ${nodeVersion}, ${PAIRS} pairs, ${cpus().length} × ${cpus()[0]?.model}${swaks ? '' : '; swaks is not installed'}.\n`,
);
console.log(
  JSON.stringify({ date: new Date().toISOString(), node: nodeVersion, results, ...facts }),
);

for (const server of [atOnce, waiting, secured]) server.close();
rmSync(folder, { recursive: true, force: true });
for (const file of [empty, loading, verifying, sending]) rmSync(file);
const slow = results.filter(({ ratio, target }) => ratio > 2 * target);
for (const { name, ratio } of slow) console.error(`${name}: ${two(ratio)} is twice its target`);
if (isShort && slow.length > 0) process.exitCode = 1;
