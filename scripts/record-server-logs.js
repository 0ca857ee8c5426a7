// Records what Tailchat's server writes when its mails fail: runs the server's own version of
// nodemailer the way the server does, against failing servers on loopback, and keeps the output in the
// form of `docker compose logs`. Needs no network. Started by itself with `serve`, it is that server.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import dns from 'node:dns';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { homedir, hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import { loadSource } from './load-source.js';
import { CASES, OTHERS } from './server-log-cases.js';

/** @typedef {import('./server-log-cases.js').Case} Case */

const SELF = fileURLToPath(import.meta.url);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = new URL('../test/fixtures/server-logs/', import.meta.url);
/** @type {Record<string, string>} */
const DEFAULTS = {
  EHLO: '250-mail.example.com\r\n250-SIZE 52428800\r\n250 AUTH PLAIN',
  AUTH: '235 2.7.0 Authentication successful',
  DATA: '354 End data with <CR><LF>.<CR><LF>',
  '.': '250 2.0.0 Ok: queued as 4VsT2f5q',
  QUIT: '221 2.0.0 Bye',
};

if (process.argv[2] === 'serve') await serve(JSON.parse(process.env.MAILS ?? '[]'));
else for (const one of CASES) await record(one);

/**
 * Tailchat's server, as far as mails go.
 *
 * @param {string[]} mails
 */
async function serve(mails) {
  // @ts-expect-error this version has no types
  const { default: nodemailer } = await import('nodemailer-of-the-server');
  // @ts-expect-error this version has no types
  const { default: shared } = await import('nodemailer-of-the-server/lib/shared/index.js');
  // No query leaves the machine; what is left is the system's resolver, which knows `.invalid`.
  dns.setServers(['127.0.0.1:9']);
  let clock = Date.UTC(2024, 5, 1, 3, 12, 45, 123);
  /** @type {(level: string, name: string, ...words: unknown[]) => void} */
  const log = (level, name, ...words) => {
    clock += 1427;
    console.log(
      `[${new Date(clock).toISOString()}] ${level.padEnd(5)} node-1-25/${name}:`,
      ...words,
    );
  };
  const transporterOf = () => {
    const uri = process.env.SMTP_URI;
    return uri ? nodemailer.createTransport(shared.parseConnectionUrl(uri)) : null;
  };
  const verifyMailService = async () => {
    try {
      return (await transporterOf()?.verify()) ?? false;
    } catch (e) {
      console.error(e);
      return false;
    }
  };
  /** @param {object} options */
  const sendMail = async (options) => {
    try {
      return await transporterOf().sendMail({
        from: '"Tailchat" tailchat@example.com',
        ...options,
      });
    } catch (err) {
      console.error(err);
      throw err;
    }
  };

  log('INFO', 'REGISTRY', "'mail' service is registered.");
  if (await verifyMailService()) log('INFO', 'MAIL', 'SMTP 服务可用');
  else log('WARN', 'MAIL', 'SMTP 服务不可用');
  for (const line of JSON.parse(process.env.NOISE ?? '[]')) console.error(line);
  for (const to of mails) {
    const mail = { to, subject: 'Tailchat 邮箱验证码', html: '<p>421550</p>' };
    await sendMail(mail).then(
      (info) => log('INFO', 'MAIL', 'sendMailSuccess:', info),
      () => {
        const { name, message, stack } = new Error('邮件发送失败');
        // What moleculer-web says of it.
        log(
          'ERROR',
          'GATEWAY',
          '   Request error!',
          name,
          ':',
          message,
          '\n',
          stack,
          '\nData:',
          undefined,
        );
      },
    );
  }
  process.exit();
}

/** @param {Case} one */
async function record(one) {
  const password = `aB3${randomBytes(8).toString('hex')}Z`;
  const server = await startServer(one);
  const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-logs-'));
  try {
    const { login = 'me%40example.com:PASSWORD', scheme = 'smtp', query = '' } = one;
    const { host = `127.0.0.1:${server.port}` } = one;
    const uri = `${scheme}://${login}@${host}/?${query}`.replace('PASSWORD', password);
    const authority = join(folder, 'ca.pem');
    if (server.authority) await writeFile(authority, server.authority);
    const lines = [];
    for (let start = 0; start < (one.starts ?? 1); start += 1) {
      lines.push(
        ...(await run(join(folder, 'log'), {
          ...(one.isUnset ? {} : { SMTP_URI: uri }),
          ...(server.authority ? { NODE_EXTRA_CA_CERTS: authority } : {}),
          MAILS: JSON.stringify(one.mails ?? []),
          NOISE: JSON.stringify(one.noise ?? []),
        })),
      );
    }
    await mkdir(FOLDER, { recursive: true });
    const log = `${mix(lines).join('\n')}\n`;
    for (const secret of [password, ROOT, folder, `${homedir()}/`, hostname()]) {
      if (log.includes(secret)) throw new Error(`${one.name}: ${secret} must not be in the log`);
    }
    await writeFile(new URL(`${one.name}.log`, FOLDER), log);
    console.log(`${one.name}: ${lines.length} lines`);
  } finally {
    server.close();
    await rm(folder, { recursive: true });
  }
}

/**
 * Runs the server to its end; gives its lines, with the paths that they have in its container.
 *
 * @param {string} file
 * @param {Record<string, string>} env
 */
async function run(file, env) {
  // One file for both: so the lines keep their order.
  const output = openSync(file, 'w');
  const child = spawn(process.execPath, [SELF, 'serve'], {
    env,
    stdio: ['ignore', output, output],
  });
  await once(child, 'exit');
  closeSync(output);
  return (await readFile(file, 'utf8'))
    .replaceAll(`${ROOT}node_modules/nodemailer-of-the-server/`, '/app/node_modules/nodemailer/')
    .replaceAll(`file://${SELF}`, '/app/server/services/core/user/mail.service.js')
    .trimEnd()
    .split('\n');
}

/** @param {string[]} lines */
function mix(lines) {
  return lines.flatMap((line, index) => {
    const other = index % 4 === 2 ? OTHERS[((index - 2) / 4) % OTHERS.length] : undefined;
    return [`service-core-1  | ${line}`, ...(other === undefined ? [] : [other])];
  });
}

/**
 * A server that fails as the case wants it.
 *
 * @param {Case} one
 */
async function startServer({ greeting = '220 mail.example.com ESMTP', replies = {}, certificate }) {
  const { authority, ...options } = certificate
    ? await certify(certificate)
    : { authority: undefined };
  /** @param {net.Socket} socket */
  const serveOne = (socket) => {
    let isMail = false;
    let rest = '';
    /** @type {(reply: string | Buffer) => void} */
    const say = (reply) => socket.write(Buffer.concat([Buffer.from(reply), Buffer.from('\r\n')]));
    socket.on('error', () => {});
    if (greeting !== null) say(greeting);
    socket.on('data', (chunk) => {
      const lines = `${rest}${chunk}`.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (isMail && line !== '.') continue;
        const verb = line.split(' ')[0] ?? '';
        isMail = verb === 'DATA';
        say(replies[verb] ?? DEFAULTS[verb] ?? '250 2.0.0 Ok');
        if (verb === 'QUIT') socket.end();
      }
    });
  };
  const server = certificate ? tls.createServer(options, serveOne) : net.createServer(serveOne);
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  return { port, authority, close: () => server.close() };
}

/** @param {NonNullable<Case['certificate']>} request */
async function certify({ isSigned = false, ...request }) {
  const { createCertificate } = await loadSource('sandbox/certificate.ts');
  if (!isSigned) return { ...createCertificate(request), authority: undefined };
  const issuer = createCertificate({ commonName: 'Example CA', names: [], isAuthority: true });
  return { ...createCertificate({ ...request, issuer }), authority: issuer.cert };
}
