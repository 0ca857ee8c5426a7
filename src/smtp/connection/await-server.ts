import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { resolveHost } from './resolve-host.js';

// In milliseconds.
const LOOK_EVERY_MS = 200;
/** How long a connection may take before a new one is tried. A lost SYN is repeated only after a second. */
const LONGEST_LOOK_MS = 1000;
/** How long a connection must stay open. Docker accepts connections for a server that is not up yet, and closes them at once. */
const STAYS_MS = 100;
/** The pause after a refusal in words. Such a server is up, and wants to be left alone. */
const REFUSED_MS = 2000;
const RESOLVE_EVERY_MS = 1000;

/** A server that may come up. */
export interface AwaitedServer {
  host: string;
  port: number;
  /** The server is silent until the handshake. */
  isTlsFirst: boolean;
}

/** The state of a server: up, down, or refusing in words. */
type Seen = 'up' | 'down' | 'refusing';

/**
 * Waits until a server answers. It connects often, sends nothing, and hangs up. Only a mail server's words count, or, where the
 * server is silent at first, a connection that stays open.
 *
 * @throws the signal's reason
 */
export async function awaitServer(server: AwaitedServer, signal: AbortSignal): Promise<void> {
  const addressesOf = remembered(server.host, signal);
  const state: { seen: Seen } = { seen: 'down' };
  const open = new Set<Promise<unknown>>();
  while (state.seen !== 'up') {
    signal.throwIfAborted();
    if (state.seen === 'refusing') await delay(REFUSED_MS, undefined, { signal });
    state.seen = 'down';
    for (const address of await addressesOf()) {
      const look = lookAt(address, server, signal).then((seen) => {
        open.delete(look);
        if (seen !== 'down') state.seen = seen;
        return seen;
      });
      open.add(look);
    }
    const next = delay(LOOK_EVERY_MS, undefined, { signal });
    await Promise.race([next, untilUp(open)]);
  }
}

/** Settles when one of the looks has found a server. */
function untilUp(looks: ReadonlySet<Promise<unknown>>): Promise<void> {
  return new Promise((resolve) => {
    for (const look of looks) void look.then((seen) => seen === 'up' && resolve());
  });
}

/** The current addresses of a host, which may have changed. None while its name is unknown. */
function remembered(host: string, signal: AbortSignal): () => Promise<readonly string[]> {
  let addresses: readonly string[] = [];
  let since = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - since < RESOLVE_EVERY_MS) return addresses;
    addresses = await resolveHost(host, signal).catch(() => {
      signal.throwIfAborted();
      return [];
    });
    since = performance.now();
    return addresses;
  };
}

function lookAt(
  address: string,
  { port, isTlsFirst }: AwaitedServer,
  signal: AbortSignal,
): Promise<Seen> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    let isOpen = false;
    const end = (seen: Seen) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.destroy();
      resolve(seen);
    };
    const stop = () => end('down');
    let timer = setTimeout(() => end(isOpen ? 'up' : 'down'), LONGEST_LOOK_MS);
    signal.addEventListener('abort', stop, { once: true });
    socket.on('error', stop);
    socket.once('close', stop);
    socket.once('data', (said) => end(/^2/.test(said.toString('latin1')) ? 'up' : 'refusing'));
    socket.once('connect', () => {
      isOpen = true;
      if (!isTlsFirst) return;
      clearTimeout(timer);
      timer = setTimeout(() => end('up'), STAYS_MS);
    });
  });
}
