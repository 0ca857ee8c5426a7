// How soon the verdict comes where a firewall drops what goes to a port, and where DNS or a server lets one wait: prints
// JSON, a row for each case. Wants root, nftables, and a network namespace of its own:
// `unshare --net node bench/dropped-ports.js RUNS ROOT…`, where each ROOT is the folder of a build. The builds take
// turns; the cases, each at an address of its own, go on beside one another, for nearly all of it is waiting.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { loadSource } from '../scripts/load-source.js';
import { quantile } from './measure.js';

if (Object.keys(networkInterfaces()).length > 1)
  throw new Error('never at the firewall of the machine');
// What names the DNS server is a file: in a view of the files that is ours alone it is another one.
if (process.env.BENCH_FILES !== 'own') {
  const env = { ...process.env, BENCH_FILES: 'own' };
  const words = ['--mount', process.execPath, ...process.argv.slice(1)];
  process.exit(spawnSync('unshare', words, { env, stdio: 'inherit' }).status ?? 1);
}

const [runs = '1', ...roots] = process.argv.slice(2);
const NODE = process.env.TEST_NODE ?? process.execPath;
const folder = mkdtempSync(join(tmpdir(), 'tailchat-bench-'));
const { createCertificate } = await loadSource('sandbox/certificate.ts');
const { startDnsServer } = await loadSource('../test/helpers/dns-fixture.ts');
const authority = createCertificate({ commonName: 'Bench CA', names: [], isAuthority: true });
const authorities = join(folder, 'ca.pem');
writeFileSync(authorities, authority.cert);

const resolvers = join(folder, 'resolv.conf');
writeFileSync(resolvers, 'nameserver 127.0.0.1\n');
execFileSync('mount', ['--bind', resolvers, '/etc/resolv.conf']);
execFileSync('ip', ['link', 'set', 'lo', 'up']);
const nft = (/** @type {string} */ words) => execFileSync('nft', words.split(' '));
nft('add table inet bench');
nft('add chain inet bench in { type filter hook input priority 0; }');

/**
 * @param {string} address
 * @param {number} port
 * @param {number} [delayMs] before its greeting
 */
async function startMail(address, port, delayMs = 0) {
  const { key, cert } = createCertificate({
    commonName: 'localhost',
    names: Object.keys(NAMES),
    issuer: authority,
  });
  const server = new SMTPServer({
    key,
    cert,
    secure: port === 465,
    onConnect: (_session, done) => void setTimeout(done, delayMs),
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
  });
  server.on('error', () => {});
  server.listen(port, address);
  await once(server.server, 'listening');
}

/**
 * Takes connections, and says nothing.
 * @param {string} address
 * @param {number} port
 */
async function startSilent(address, port) {
  const server = net.createServer((socket) => socket.on('error', () => {}));
  server.listen(port, address);
  await once(server, 'listening');
}

const GONE = '127.0.77.9';
/** Where each name leads; one of them to two addresses, of which one is dropped. */
const NAMES = {
  'one.bench': '127.0.77.1',
  'two.bench': '127.0.77.2',
  'three.bench': '127.0.77.3',
  'four.bench': '127.0.77.4',
  'five.bench': '127.0.77.5',
  'six.bench': '127.0.77.6',
  'silent.bench': 'silent',
  'seven.bench': '127.0.77.6',
};
const records = Object.entries(NAMES).map(([name, address]) => {
  const all = name === 'seven.bench' ? [GONE, address] : [address];
  return [name, address === 'silent' ? 'silent' : { a: all }];
});
await startDnsServer(Object.fromEntries(records), 53);

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {string} uri
 * @property {number[]} [dropped]
 * @property {() => Promise<void>} [start]
 * @property {number} atMostMs
 * @property {boolean} [passes]
 */
/** @type {Case[]} */
const CASES = [
  {
    name: '465 dropped, 587 works',
    uri: 'smtps://USER@one.bench:465/',
    dropped: [465],
    start: () => startMail('127.0.77.1', 587),
    atMostMs: 3500,
  },
  {
    name: '587 dropped, 465 works',
    uri: 'smtp://USER@two.bench:587/',
    dropped: [587],
    start: () => startMail('127.0.77.2', 465),
    atMostMs: 3500,
  },
  {
    name: 'all four dropped',
    uri: 'smtp://USER@three.bench:587/',
    dropped: [25, 465, 587, 2525],
    atMostMs: 10_000,
  },
  {
    name: '465 silent, no other',
    uri: 'smtps://USER@four.bench:465/',
    dropped: [25, 587, 2525],
    start: () => startSilent('127.0.77.4', 465),
    atMostMs: 8000,
  },
  {
    name: 'greets after 6 s: passes',
    uri: 'smtp://USER@five.bench:587/',
    start: () => startMail('127.0.77.5', 587, 6000),
    atMostMs: 7000,
    passes: true,
  },
  { name: 'DNS does not answer', uri: 'smtp://USER@silent.bench:587/', atMostMs: 6000 },
  {
    name: 'two addresses, one dropped: passes',
    uri: 'smtp://USER@seven.bench:587/',
    atMostMs: Number.NaN,
    passes: true,
  },
  {
    name: 'the same with one address',
    uri: 'smtp://USER@six.bench:587/',
    start: () => startMail('127.0.77.6', 587),
    atMostMs: 1000,
    passes: true,
  },
];

/**
 * @param {string} root
 * @param {Case} one
 */
async function time(root, { name, uri, passes = false }) {
  const start = performance.now();
  const child = spawn(NODE, [join(root, 'bin/tailchat.js'), 'smtp', 'verify', '--json'], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      XDG_CACHE_HOME: folder,
      SMTP_URI: uri.replace('USER', 'me%40example.com:secret'),
      SMTP_SENDER: 'me@example.com',
      NODE_EXTRA_CA_CERTS: authorities,
    },
  });
  const [code] = await once(child, 'exit');
  if ((code === 0) !== passes) throw new Error(`${name}: ended with ${code}`);
  return performance.now() - start;
}

/** @param {Case} one */
async function measure(one) {
  /** @type {number[][]} */
  const times = roots.map(() => []);
  for (let run = 0; run < Number(runs); run += 1) {
    for (const [index, root] of roots.entries()) times[index]?.push(await time(root, one));
  }
  const [ms = 0, baseMs] = times.map((all) => quantile(all, 0.5));
  const spread = [0, 1].map((part) => quantile(times[0] ?? [], part));
  return { name: one.name, ms, spread, atMostMs: one.atMostMs, ...(baseMs ? { baseMs } : {}) };
}

nft(`add rule inet bench in ip daddr ${GONE} tcp dport 587 drop`);
for (const { uri, dropped = [], start } of CASES) {
  const address = NAMES[/** @type {keyof typeof NAMES} */ (new URL(uri).hostname)];
  for (const port of dropped)
    nft(`add rule inet bench in ip daddr ${address} tcp dport ${port} drop`);
  await start?.();
}
// What is short is timed first: it would feel the others.
const short = CASES.filter(({ passes, atMostMs }) => passes && !(atMostMs > 1000));
const rows = [];
for (const one of short) rows.push(await measure(one));
const [twoAddresses, healthy] = rows;
if (twoAddresses && healthy) twoAddresses.atMostMs = 1.2 * healthy.ms + 500;
const others = CASES.filter((one) => !short.includes(one));
rows.unshift(...(await Promise.all(others.map(measure))));
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(rows));
process.exit(0);
