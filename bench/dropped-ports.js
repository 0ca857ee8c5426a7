// How soon the verdict comes where a firewall drops what goes to a port: prints JSON, a row for each case. Wants root,
// nftables, and a network namespace of its own: `unshare --net node bench/dropped-ports.js RUNS ROOT…`, where each
// ROOT is the folder of a build.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { loadSource } from '../scripts/load-source.js';
import { quantile } from './measure.js';

const [runs = '1', ...roots] = process.argv.slice(2);
const NODE = process.env.TEST_NODE ?? process.execPath;
const folder = mkdtempSync(join(tmpdir(), 'tailchat-bench-'));
const { createCertificate } = await loadSource('sandbox/certificate.ts');
const authority = createCertificate({ commonName: 'Bench CA', names: [], isAuthority: true });
const certificate = createCertificate({
  commonName: 'localhost',
  names: ['localhost'],
  issuer: authority,
});
const authorities = join(folder, 'ca.pem');
writeFileSync(authorities, authority.cert);

if (Object.keys(networkInterfaces()).length > 1)
  throw new Error('never at the firewall of the machine');
execFileSync('ip', ['link', 'set', 'lo', 'up']);
const nft = (/** @type {string[]} */ ...words) => execFileSync('nft', words);

/** @param {number} port */
async function startMail(port) {
  const isTls = port === 465;
  const options = { key: certificate.key, cert: certificate.cert, secure: isTls };
  const server = new SMTPServer({
    ...options,
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return () => server.close(() => {});
}

/** @param {number} port */
async function startSilent(port) {
  const sockets = new Set();
  const server = net.createServer((socket) => sockets.add(socket.on('error', () => {})));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
}

/** @type {[name: string, uri: string, dropped: number[], start: (() => Promise<() => void>) | undefined, atMostMs: number][]} */
const CASES = [
  ['465 dropped, 587 works', 'smtps://USER@localhost:465/', [465], () => startMail(587), 3500],
  ['587 dropped, 465 works', 'smtp://USER@localhost:587/', [587], () => startMail(465), 3500],
  ['all four dropped', 'smtp://USER@localhost:587/', [25, 465, 587, 2525], undefined, 10_000],
  [
    '465 silent, no other',
    'smtps://USER@localhost:465/',
    [25, 587, 2525],
    () => startSilent(465),
    8000,
  ],
];

/**
 * @param {string} root
 * @param {string} uri
 */
async function time(root, uri) {
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
  if (code === 0) throw new Error(`${uri} passed`);
  return performance.now() - start;
}

const rows = [];
for (const [name, uri, ports, start, atMostMs] of CASES) {
  nft('add', 'table', 'inet', 'bench');
  nft('add', 'chain', 'inet', 'bench', 'in', '{ type filter hook input priority 0; }');
  for (const port of ports)
    nft('add', 'rule', 'inet', 'bench', 'in', 'tcp', 'dport', `${port}`, 'drop');
  const end = await start?.();
  /** @type {number[][]} */
  const times = roots.map(() => []);
  for (let run = 0; run < Number(runs); run += 1) {
    for (const [index, root] of roots.entries()) times[index]?.push(await time(root, uri));
  }
  end?.();
  nft('delete', 'table', 'inet', 'bench');
  const [ms = 0, baseMs] = times.map((all) => quantile(all, 0.5));
  const spread = [0, 1].map((part) => quantile(times[0] ?? [], part));
  rows.push({ name, ms, spread, atMostMs, ...(baseMs ? { baseMs } : {}) });
}
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(rows));
process.exit(0);
