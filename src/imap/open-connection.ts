import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { errorCodeOf } from '../errors.js';
import type { MailboxProblem } from '../report/arrival.js';
import { ImapError } from './imap-error.js';
import type { ImapUri } from './imap-uri.js';

const NOT_FOUND = /^(?:ENOTFOUND|EAI_\w+)$/;
const CERTIFICATE = /CERT|SIGNED|UNABLE_TO_(?:GET|VERIFY)|ISSUER|ALTNAME|HOSTNAME_MISMATCH/;

/**
 * Opens a TCP connection, with TLS from its first byte where that is asked for.
 *
 * @param onConnected told when the connection has come about, before any TLS
 * @throws ImapError; the signal's reason when it is aborted
 */
export async function openConnection(
  { host, port, security }: ImapUri,
  signal: AbortSignal,
  onConnected: () => void,
): Promise<net.Socket> {
  const socket = net.connect({ host, port });
  try {
    await once(socket, 'connect', { signal });
  } catch (error) {
    socket.destroy();
    signal.throwIfAborted();
    const code = errorCodeOf(error) ?? null;
    throw new ImapError(NOT_FOUND.test(code ?? '') ? 'host-not-found' : 'not-reached', code);
  }
  onConnected();
  return security === 'tls' ? await startTls(socket, host, signal) : socket;
}

/**
 * Makes TLS of a connection. The certificate is always verified: a password follows.
 *
 * @throws ImapError `certificate…` or `tls…`; the signal's reason when it is aborted
 */
export async function startTls(
  socket: net.Socket,
  host: string,
  signal: AbortSignal,
): Promise<tls.TLSSocket> {
  // RFC 6066 section 3: no address may be named in SNI.
  const servername = net.isIP(host) ? {} : { servername: host };
  const secured = tls.connect({ ...servername, socket, host, rejectUnauthorized: true });
  const closed = new AbortController();
  secured.once('close', () => closed.abort());
  const stop = () => secured.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await once(secured, 'secureConnect', { signal: closed.signal });
    return secured;
  } catch (error) {
    secured.on('error', () => {});
    secured.destroy();
    signal.throwIfAborted();
    const code = errorCodeOf(error) ?? null;
    const isClosed = code === 'ABORT_ERR';
    throw new ImapError(kindOf(code ?? ''), isClosed ? null : code);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function kindOf(code: string): MailboxProblem {
  if (/^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)$/.test(code)) return 'certificate-expired';
  if (/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION/.test(code)) return 'tls-version';
  return CERTIFICATE.test(code) ? 'certificate' : 'tls';
}
