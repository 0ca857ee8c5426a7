// Makes the picture of the README: runs the built command in a real terminal against a server that
// refuses the password, and draws what stands on the screen as an SVG.
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { SMTPServer } from 'smtp-server';
import { drawTerminal } from './draw-terminal.js';
import { loadSource } from './load-source.js';

const { createCertificate } = await loadSource('sandbox/certificate.ts');

const BIN = fileURLToPath(new URL('../bin/tailchat.js', import.meta.url));
const PICTURE = new URL('../docs/images/verify.svg', import.meta.url);
const SIZE = { cols: 100, rows: 22 };
const PORT = 2465;

const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-screenshot-'));
const server = await startServer(folder);
try {
  await writeSettings(folder);
  const emulator = new xterm.Terminal({ ...SIZE, scrollback: 1000, allowProposedApi: true });
  await show(emulator, ['smtp', 'verify'], 77);
  await mkdir(new URL('.', PICTURE), { recursive: true });
  await writeFile(PICTURE, drawTerminal(emulator, 'tailchat smtp verify'));
  console.log(`wrote ${fileURLToPath(PICTURE)}`);
} finally {
  await new Promise((resolve) => server.close(() => resolve(undefined)));
  await rm(folder, { recursive: true });
}

/**
 * A mail server that takes no password, with a certificate in `ca.pem`.
 *
 * @param {string} folder
 */
async function startServer(folder) {
  const { key, cert } = createCertificate({ commonName: 'localhost', names: ['localhost'] });
  await writeFile(join(folder, 'ca.pem'), cert);
  const server = new SMTPServer({
    name: 'mail.example.com',
    banner: 'QQ Mail Server',
    secure: true,
    key,
    cert,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1,
    onAuth: (_auth, _session, callback) => {
      const refusal = new Error('Login fail. Please enter your authorization code to login.');
      callback(Object.assign(refusal, { responseCode: 535 }));
    },
  });
  await once(server.listen(PORT, '127.0.0.1'), 'listening');
  return server;
}

/**
 * The settings of a project of Compose whose container is in the network of the machine, with the authority of the certificate.
 *
 * @param {string} folder
 */
async function writeSettings(folder) {
  const lines = [
    `NODE_EXTRA_CA_CERTS=${join(folder, 'ca.pem')}`,
    `SMTP_URI=smtps://chat%40example.com:not-the-password@localhost:${PORT}/`,
    'SMTP_SENDER=chat@example.com',
    '',
  ];
  await writeFile(join(folder, 'docker-compose.env'), lines.join('\n'));
  const service =
    'image: moonrailgun/tailchat\n    env_file: docker-compose.env\n    network_mode: host\n';
  await writeFile(join(folder, 'docker-compose.yml'), `services:\n  service-core:\n    ${service}`);
}

/**
 * Runs the command in a terminal and shows all that it writes, after a prompt.
 *
 * @param {import('@xterm/headless').Terminal} emulator
 * @param {string[]} args
 * @param {number} expected the exit code
 */
async function show(emulator, args, expected) {
  await write(emulator, `\x1b[1;32m$\x1b[0m \x1b[1mtailchat ${args.join(' ')}\x1b[0m\r\n`);
  const env = {
    PATH: process.env.PATH,
    TERM: 'xterm-256color',
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
  };
  const terminal = spawn(process.execPath, [BIN, ...args], { ...SIZE, cwd: folder, env });
  terminal.onData((text) => emulator.write(text));
  const exitCode = await new Promise((resolve) => {
    terminal.onExit((end) => resolve(end.exitCode));
  });
  await write(emulator, '');
  if (exitCode !== expected) throw new Error(`exit code ${exitCode} instead of ${expected}`);
}

/**
 * Writes to the emulator and waits until it has worked through everything.
 *
 * @param {import('@xterm/headless').Terminal} emulator
 * @param {string} text
 */
function write(emulator, text) {
  return new Promise((resolve) => {
    emulator.write(text, () => resolve(undefined));
  });
}
