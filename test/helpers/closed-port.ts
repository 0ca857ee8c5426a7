import { once } from 'node:events';
import net from 'node:net';

/** A port of 127.0.0.1 where nobody listens. */
export async function closedPort(): Promise<{ port: number }> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return { port };
}
