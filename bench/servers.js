// Mail servers in the process of the benchmark, which do as little as they can.
import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';

/** @typedef {{ delayMs?: number; certificate?: { key: string; cert: string }; port?: number; host?: string }} Options */

/**
 * Takes every login but that of `wrong@example.com`, and every sender but `refused@example.com`.
 *
 * @param {Options} options how long it waits before its greeting; with a certificate it begins with TLS
 */
export async function startServer({ delayMs = 0, certificate, port = 0, host = '127.0.0.1' } = {}) {
  const counts = { commands: 0, logins: 0, connections: 0 };
  /** @type {number | undefined} */
  let firstLoginAt;
  const answer = (/** @type {string} */ line) => {
    const verb = line.slice(0, 4).toUpperCase();
    counts.commands += 1;
    if (verb === 'EHLO')
      return '250-bench\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN';
    if (verb === 'AUTH') {
      counts.logins += 1;
      firstLoginAt ??= performance.now();
      const said = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString();
      return said.includes('wrong@') ? '535 5.7.8 Authentication failed' : '235 2.7.0 Welcome';
    }
    if (line.startsWith('MAIL') && line.includes('<refused@'))
      return '550 5.7.1 Sender address rejected';
    if (verb === 'DATA') return '354 Go on';
    return verb === 'QUIT' ? '221 2.0.0 Bye' : '250 2.0.0 OK';
  };
  const serve = (/** @type {net.Socket} */ socket) => {
    counts.connections += 1;
    socket.setNoDelay(true);
    socket.on('error', () => {});
    const greet = () => socket.write('220 bench ESMTP\r\n');
    if (delayMs > 0) setTimeout(greet, delayMs);
    else greet();
    let left = '';
    let isMail = false;
    socket.on('data', (bytes) => {
      const lines = (left + bytes).split('\r\n');
      left = lines.pop() ?? '';
      for (const line of lines) {
        if (isMail && line !== '.') continue;
        const reply = isMail ? '250 2.0.0 Taken' : answer(line);
        isMail = reply.startsWith('354');
        if (reply.startsWith('221')) socket.end(`${reply}\r\n`);
        else socket.write(`${reply}\r\n`);
      }
    });
  };
  const server = certificate ? tls.createServer(certificate, serve) : net.createServer(serve);
  server.on('tlsClientError', () => {});
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    counts,
    firstLoginAt: () => firstLoginAt,
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    close: () => server.close(),
  };
}

/** A port where nobody listens. */
export async function closedPort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
