import net from 'node:net';
import tls from 'node:tls';
import { StepFailure } from '../../diagnosis/evidence.js';
import type { Endpoint } from './second-look.js';

/** A group that this Node may know and the server's does not. */
const NEWER_GROUP = 'X25519MLKEM768';

/** Errors of a server that finds nothing in a hello to agree on. */
const NOTHING_SHARED = /ALERT_HANDSHAKE_FAILURE|NO_SUITABLE_(?:GROUPS|KEY_SHARE)/;

/** A server that did not agree to TLS, and the way TLS begins there. */
export interface RefusedHello extends Endpoint {
  begins: 'tls' | 'starttls';
}

/**
 * Whether a server that refused the hello of Tailchat's Node accepts this Node's own. Such a server agrees only on newer groups.
 * Nothing is asked where this Node knows none. Nothing is sent over the connection.
 */
export async function takesNewerGroups(error: unknown, refused: RefusedHello): Promise<boolean> {
  const { errorCode = '' } = error instanceof StepFailure ? error.evidence : {};
  if (!NOTHING_SHARED.test(errorCode) || !knowsNewerGroups()) return false;
  const socket = net.connect({ host: refused.address, port: refused.port });
  const give = () => socket.destroy();
  refused.signal.addEventListener('abort', give, { once: true });
  try {
    return await new Promise((resolve) => {
      socket.once('close', () => resolve(false));
      socket.on('error', () => resolve(false));
      const begin = () => secure(socket, resolve);
      if (refused.begins === 'tls') socket.once('connect', begin);
      else askForTls(socket, begin);
    });
  } finally {
    refused.signal.removeEventListener('abort', give);
    socket.destroy();
  }
}

function knowsNewerGroups(): boolean {
  try {
    tls.createSecureContext({ ecdhCurve: NEWER_GROUP });
    return true;
  } catch {
    return false;
  }
}

function secure(socket: net.Socket, resolve: (isAgreed: boolean) => void): void {
  // Nothing is sent over it, so no certificate needs to be believed.
  const secured = tls.connect({ socket, rejectUnauthorized: false });
  secured.once('secureConnect', () => resolve(true));
  secured.on('error', () => resolve(false));
}

/** Speaks RFC 3207 until the server says that TLS may begin. */
function askForTls(socket: net.Socket, begin: () => void): void {
  const commands = ['EHLO [127.0.0.1]\r\n', 'STARTTLS\r\n'];
  let said = '';
  const read = (chunk: Buffer) => {
    said += chunk.toString('latin1');
    if (!/^\d{3}(?: .{0,600})?\r?\n$/m.test(said)) return;
    const isTaken = said.startsWith('2');
    said = '';
    const command = commands.shift();
    if (!isTaken) socket.destroy();
    else if (command !== undefined) socket.write(command);
    else {
      socket.off('data', read);
      begin();
    }
  };
  socket.on('data', read);
}
