import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { awaitServer } from '../../../../src/smtp/connection/await-server.js';
import { closedPort } from '../../../helpers/closed-port.js';

const HOST = '127.0.0.1';
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(answer: (socket: Socket) => void, port = 0) {
  const seen: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => seen.push(bytes));
    answer(socket);
  });
  servers.push(server);
  server.listen(port, HOST);
  await once(server, 'listening');
  return { server, seen, port: (server.address() as AddressInfo).port };
}

const greet = (socket: Socket) => void socket.write('220 mail.example ESMTP\r\n');

/** Waits, and tells when it saw the server. */
function wait(port: number, { isTlsFirst = false, signal = new AbortController().signal } = {}) {
  const result = { isUp: false };
  const waiting = awaitServer({ host: HOST, port, isTlsFirst }, signal).then(() => {
    result.isUp = true;
  });
  return { result, waiting };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('awaitServer', () => {
  it('sees a server soon after it has come up, and says nothing to it', async () => {
    const { port } = await closedPort();
    const { result, waiting } = wait(port);
    await pause(500);
    expect(result.isUp).toBe(false);
    const { seen } = await listen(greet, port);
    const since = performance.now();
    await waiting;
    expect(performance.now() - since).toBeLessThan(1000);
    expect(seen).toEqual([]);
  });

  it('is not taken in by what takes connections for a server that is not there', async () => {
    const { port, server } = await listen((socket) => socket.destroy());
    const { result, waiting } = wait(port);
    await pause(700);
    expect(result.isUp).toBe(false);
    server.removeAllListeners('connection');
    server.on('connection', greet);
    await waiting;
  });

  it('waits for a server that refuses in words, and asks it seldom', async () => {
    let connections = 0;
    const { port, server } = await listen((socket) => {
      connections += 1;
      socket.end('421 4.3.2 Later\r\n');
    });
    const { result, waiting } = wait(port);
    await pause(1500);
    expect(result.isUp).toBe(false);
    expect(connections).toBeLessThan(4);
    server.removeAllListeners('connection');
    server.on('connection', greet);
    await waiting;
  });

  it('takes a server for up that keeps the connection and says nothing, as with TLS from the start', async () => {
    const { port } = await listen(() => {});
    await wait(port, { isTlsFirst: true }).waiting;
    await wait(port).waiting;
  });

  it('ends when it is told to', async () => {
    const controller = new AbortController();
    const { waiting } = wait((await closedPort()).port, { signal: controller.signal });
    const reason = new Error('enough');
    setTimeout(() => controller.abort(reason), 300);
    await expect(waiting).rejects.toThrow();
  });
});
