import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';

/** The alert `handshake_failure` (RFC 8446 section 6). */
export const HANDSHAKE_FAILURE = Buffer.from('15030300020228', 'hex');

const HANDSHAKE = 0x16;
const RECORD_HEADER = 5;

/**
 * Stands before a server and looks at the hello of TLS, whether it comes first or behind STARTTLS.
 *
 * @param judge what is answered in the server's place before the connection ends; undefined lets the hello pass
 */
export async function startHelloGate(
  { port }: { port: number },
  judge: (hello: Buffer) => Buffer | undefined,
): Promise<{ port: number; close: () => void }> {
  const gate = net.createServer((client) => {
    const server = net.connect({ host: '127.0.0.1', port });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => {});
      one.once('close', () => other.destroy());
    }
    server.pipe(client);
    let hello = Buffer.alloc(0);
    let isThrough = false;
    client.on('data', (chunk: Buffer) => {
      if (isThrough || (hello.length === 0 && chunk[0] !== HANDSHAKE)) {
        server.write(chunk);
        return;
      }
      hello = Buffer.concat([hello, chunk]);
      if (hello.length < RECORD_HEADER + hello.readUInt16BE(3)) return;
      isThrough = true;
      const answer = judge(hello);
      if (answer === undefined) server.write(hello);
      else client.end(answer);
    });
  });
  gate.listen(0, '127.0.0.1');
  await once(gate, 'listening');
  return { port: (gate.address() as AddressInfo).port, close: () => gate.close() };
}

/** The groups that a hello offers (RFC 8446 section 4.2.7), by their numbers. */
export function groupsOf(hello: Buffer): number[] {
  // The extension supported_groups, 10, holds its length, the list's, and two bytes for each.
  for (let at = 40; at + 6 < hello.length; at += 1) {
    if (hello.readUInt16BE(at) !== 10) continue;
    const length = hello.readUInt16BE(at + 4);
    if (hello.readUInt16BE(at + 2) !== length + 2 || length % 2 !== 0) continue;
    return Array.from({ length: length / 2 }, (_, index) => hello.readUInt16BE(at + 6 + index * 2));
  }
  return [];
}
