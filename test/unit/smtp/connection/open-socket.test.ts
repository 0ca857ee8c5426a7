import net from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Deadline, startDeadline } from '../../../../src/deadline.js';
import { openSocket } from '../../../../src/smtp/connection/open-socket.js';
import { closedPort } from '../../../helpers/closed-port.js';
import { type ScriptedServer, startScriptedServer } from '../../../helpers/scripted-server.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function startServer(): Promise<ScriptedServer> {
  const server = await startScriptedServer();
  closers.push(() => server.close());
  return server;
}

function deadline(timeoutMs = 5000, outer = new AbortController().signal): Deadline {
  const started = startDeadline(timeoutMs, outer);
  closers.push(started.clear);
  return started;
}

async function open(addresses: string[], port: number, by = deadline()) {
  const opened = await openSocket(addresses, port, { deadline: by });
  closers.push(() => opened.socket.destroy());
  return opened;
}

describe('openSocket', () => {
  it('opens a connection', async () => {
    const { port } = await startServer();
    const opened = await open(['127.0.0.1'], port);
    expect(opened).toMatchObject({ address: '127.0.0.1', port });
    expect(opened.socket.remotePort).toBe(port);
  });

  it('goes to the second address when the first refuses', async () => {
    const server = await startServer();
    // The server listens on the other loopback address only.
    const { address } = await open(['::1', '127.0.0.1'], server.port);
    expect(address).toBe('127.0.0.1');
    expect(server.connections).toBe(1);
  });

  it('leaves the second address alone when the first answers', async () => {
    const { port } = await startServer();
    expect((await open(['127.0.0.1', '::1'], port)).address).toBe('127.0.0.1');
  });

  it('fails with the code, the address and the port of the first', async () => {
    const { port } = await closedPort();
    await expect(open(['127.0.0.1', '::1'], port)).rejects.toMatchObject({
      name: 'StepFailure',
      evidence: { step: 'connect', errorCode: 'ECONNREFUSED', port },
      details: { address: '127.0.0.1', port },
    });
  });

  it('fails where there is no address at all', async () => {
    await expect(open([], 25)).rejects.toMatchObject({ evidence: { step: 'connect' } });
  });

  it('gives up an address that does not answer, for the next to have its turn', async () => {
    const { port } = await startServer();
    // No time is left for the first: as if it had not answered.
    let asked = 0;
    const signal = new AbortController().signal;
    const remaining = () => (asked++ === 0 ? 0 : 5000);
    const by: Deadline = { signal, remaining, clear: () => {} };
    vi.spyOn(net.Socket.prototype, 'connect').mockImplementationOnce(function (this: net.Socket) {
      return this;
    });
    closers.push(() => vi.restoreAllMocks());
    expect((await open(['192.0.2.1', '127.0.0.1'], port, by)).address).toBe('127.0.0.1');
  });

  it('ends with the reason of the signal', async () => {
    const reason = new Error('enough');
    const by = deadline(5000, AbortSignal.abort(reason));
    await expect(open(['127.0.0.1'], (await closedPort()).port, by)).rejects.toBe(reason);
  });

  it('does not let an error between two steps end the process', async () => {
    const { port } = await startServer();
    const { socket } = await open(['127.0.0.1'], port);
    expect(() => socket.emit('error', new Error('reset'))).not.toThrow();
  });
});
