// Makes the table of docs/comparison.md: what others say of the same broken settings, on servers of loopback
// addresses. Outside CI: it needs `apt-get install swaks msmtp curl s-nail monitoring-plugins-basic`, and a build.
//
//   node bench/peers.js
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';
import { loadSource } from '../scripts/load-source.js';

const BIN = fileURLToPath(new URL('../bin/tailchat.js', import.meta.url));
const CHECK_SMTP = '/usr/lib/nagios/plugins/check_smtp';
const LONGEST_RUN_MS = 40_000;
const USER = 'me@example.com';
const PASSWORD = 'right-password';
const RECIPIENT = 'you@example.com';
const folder = mkdtempSync(join(tmpdir(), 'peers-'));

const { createCertificate } = await loadSource('sandbox/certificate.ts');
const certificate = createCertificate({
  commonName: 'localhost',
  names: ['localhost', '127.0.0.1'],
});
const authority = join(folder, 'ca.pem');
writeFileSync(authority, certificate.cert);

/** @typedef {{ isTlsFirst: boolean, port: number, password: string, isTrusting: boolean }} Settings */

/** @param {import('smtp-server').SMTPServerOptions} options */
async function startServer(options) {
  const server = new SMTPServer({
    ...{ key: certificate.key, cert: certificate.cert, logger: false, authOptional: true },
    onAuth: ({ username, password }, _session, done) =>
      username === USER && password === PASSWORD
        ? done(null, { user: username })
        : done(new Error('5.7.8 Authentication failed')),
    ...options,
  });
  server.on('error', () => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return portOf(server.server);
}

/** @param {(socket: net.Socket) => void} talk */
async function startTalker(talk) {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    talk(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return portOf(server);
}

/** @param {{ address: () => unknown }} server */
function portOf(server) {
  return /** @type {net.AddressInfo} */ (server.address()).port;
}

const plain = await startServer({});
const wrapped = await startServer({ secure: true });
const strict = await startServer({
  secure: true,
  onMailFrom: (_address, _session, done) =>
    done(
      Object.assign(new Error('5.7.1 Sender address rejected: not owned by user'), {
        responseCode: 553,
      }),
    ),
});
const busy = await startTalker((socket) =>
  socket.end('421 4.3.2 Too many connections, try again later\r\n'),
);

const web = await startTalker((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));

/** @type {Settings} */
const GOOD = { isTlsFirst: true, port: wrapped, password: PASSWORD, isTrusting: true };

/** @type {readonly (readonly [name: string, settings: Settings])[]} */
const BROKEN = [
  ['`smtps://` at a port that begins in plain text', { ...GOOD, port: plain }],
  ['`smtp://` at a port that wants TLS at once', { ...GOOD, isTlsFirst: false }],
  ['a wrong password', { ...GOOD, password: 'wrong' }],
  ['a self-signed certificate', { ...GOOD, isTrusting: false }],
  ['a sender that the login may not use', { ...GOOD, port: strict }],
  ['a server that is too busy', { ...GOOD, isTlsFirst: false, port: busy }],
  ['a web server at the port', { ...GOOD, isTlsFirst: false, port: web }],
];

/** How each is told to send, or to check, with the same settings: its command, and what it gets. */
/** @typedef {[file: string, args: string[], env: Record<string, string>]} Run */
/** @type {Record<string, (settings: Settings) => Run | undefined>} */
const TOOLS = {
  'tailchat smtp': ({ isTlsFirst, port, password, isTrusting }) => [
    process.execPath,
    [BIN, 'smtp', 'verify', '--quiet', '--timeout', '30'],
    {
      SMTP_URI: `${isTlsFirst ? 'smtps' : 'smtp'}://${encodeURIComponent(USER)}:${password}@127.0.0.1:${port}/`,
      SMTP_SENDER: USER,
      ...(isTrusting ? { NODE_EXTRA_CA_CERTS: authority } : {}),
    },
  ],
  swaks: ({ isTlsFirst, port, password, isTrusting }) => [
    'swaks',
    [
      ...['--server', '127.0.0.1', '--port', `${port}`, '--from', USER, '--to', RECIPIENT],
      ...['--auth', '--auth-user', USER, '--auth-password', password, '--quit-after', 'RCPT'],
      ...['--timeout', '12s', isTlsFirst ? '--tls-on-connect' : '--tls-optional'],
      ...(isTrusting ? ['--tls-ca-path', authority] : []),
      ...['--tls-verify', '--hide-informational'],
    ],
    {},
  ],
  msmtp: ({ isTlsFirst, port, password, isTrusting }) => [
    'msmtp',
    [
      ...['--host=127.0.0.1', `--port=${port}`, `--from=${USER}`, '--auth=on', `--user=${USER}`],
      ...[
        `--passwordeval=echo ${password}`,
        '--tls=on',
        `--tls-starttls=${isTlsFirst ? 'off' : 'on'}`,
      ],
      ...(isTrusting ? [`--tls-trust-file=${authority}`] : []),
      ...['--timeout=12', RECIPIENT],
    ],
    {},
  ],
  curl: ({ isTlsFirst, port, password, isTrusting }) => [
    'curl',
    [
      ...[
        '-sS',
        '--url',
        `${isTlsFirst ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
        '--user',
        `${USER}:${password}`,
      ],
      ...(isTrusting ? ['--cacert', authority] : []),
      ...['--mail-from', USER, '--mail-rcpt', RECIPIENT, '-T', '-', '--max-time', '12'],
    ],
    {},
  ],
  // It compares a certificate with names alone, not with addresses.
  's-nail': ({ isTlsFirst, port, password, isTrusting }) => [
    's-nail',
    [
      ...['-:/', '-S', 'v15-compat', '-S', 'smtp-auth=plain', '-S', 'tls-verify=strict'],
      ...[
        '-S',
        `mta=${isTlsFirst ? 'smtps' : 'smtp'}://${encodeURIComponent(USER)}:${password}@localhost:${port}`,
      ],
      ...(isTrusting ? ['-S', `tls-ca-file=${authority}`] : []),
      ...(isTlsFirst ? [] : ['-S', 'smtp-use-starttls']),
      ...['-S', 'socket-connect-timeout=12', '-s', 'x', '-r', USER, RECIPIENT],
    ],
    {},
  ],
  // check_smtp knows no TLS but STARTTLS.
  check_smtp: ({ isTlsFirst, port, password }) =>
    isTlsFirst
      ? undefined
      : [
          CHECK_SMTP,
          [
            ...['-H', '127.0.0.1', '-p', `${port}`, '-f', USER, '-t', '12', '-S'],
            ...['-A', 'LOGIN', '-U', USER, '-P', password],
          ],
          {},
        ],
  'bare nodemailer': ({ isTlsFirst, port, password, isTrusting }) => [
    process.execPath,
    [
      '-e',
      `require('nodemailer-of-the-server').createTransport(process.env.URI).sendMail({ from: '${USER}', to: '${RECIPIENT}', text: 'x' }).then(() => console.log('sent'), (error) => { console.error(String(error)); process.exitCode = 1; })`,
    ],
    {
      URI: `${isTlsFirst ? 'smtps' : 'smtp'}://${encodeURIComponent(USER)}:${password}@127.0.0.1:${port}/?greetingTimeout=12000`,
      ...(isTrusting ? { NODE_EXTRA_CA_CERTS: authority } : {}),
    },
  ],
};

/**
 * The exit code of a run, and the line that says most: the last one for those that end with their verdict.
 * @param {Run} run
 */
async function runOf([file, args, env]) {
  const child = spawn(file, args, { env: { PATH: process.env.PATH ?? '', HOME: folder, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  child.stdin.on('error', () => {});
  child.stdin.end('Subject: x\r\n\r\nx\r\n');
  const killer = setTimeout(() => child.kill(), LONGEST_RUN_MS);
  const began = performance.now();
  const [code] = await once(child, 'close');
  clearTimeout(killer);
  const seconds = (performance.now() - began) / 1000;
  return { code, seconds, said };
}

/** The line that says most, where a program says more. */
/** @type {Record<string, RegExp>} */
const TELLING = {
  swaks: /^(?:<[*~-]\*|\*\*\*).*(?![\s\S]*^(?:<[*~-]\*|\*\*\*))/m,
  msmtp: /^msmtp: .*(?:\n.*server message.*)?/m,
  curl: /^curl: .*/m,
  's-nail':
    /^s-nail: (?!.*arc4random|.*message not sent).*(?![\s\S]*^s-nail: (?!.*message not sent))/m,
};
const LONGEST_LINE = 140;

/** @param {string} tool @param {string} said */
function essence(tool, said) {
  const told = (TELLING[tool] ?? /.+/).exec(said.trim())?.[0] ?? 'nothing';
  const line = told
    .replace(/^✗ /, '')
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .replace(/(?:127\.0\.0\.1|localhost)(?::\d+| port \d+)?/g, 'HOST')
    .replace(/port \d+/g, 'port N');
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}

/** @param {string} file @param {string[]} args */
const versionOf = (file, args) =>
  // check_smtp says its version and fails.
  spawnSync(file, args, { encoding: 'utf8' })
    .stdout.split('\n')[0]
    ?.match(/\d[\d.]+/)?.[0];
console.log(
  `swaks ${versionOf('swaks', ['--version'])}, msmtp ${versionOf('msmtp', ['--version'])}, curl ${versionOf('curl', ['--version'])}, s-nail ${versionOf('s-nail', ['--version'])}, check_smtp ${versionOf(CHECK_SMTP, ['--version'])}, nodemailer 6.7.8\n`,
);
for (const [name, settings] of BROKEN) {
  console.log(`**${name[0]?.toUpperCase()}${name.slice(1)}**\n`);
  console.log('| | says | exit code | seconds |\n|---|---|---|---|');
  for (const [tool, command] of Object.entries(TOOLS)) {
    const run = command(settings);
    if (!run) {
      console.log(`| ${tool} | cannot be told | | |`);
      continue;
    }
    const { code, seconds, said } = await runOf(run);
    console.log(`| ${tool} | ${essence(tool, said)} | ${code} | ${seconds.toFixed(1)} |`);
  }
  console.log('');
}
rmSync(folder, { recursive: true });
process.exit(0);
