import type { Deadline } from '../deadline.js';
import { connectTo } from '../smtp/connection/connect-to.js';
import { resolveHost } from '../smtp/connection/resolve-host.js';
import type { ControlHost } from '../smtp/cure.js';

/**
 * The ports of a host that take connections, which shows whether a network lets them out. Nothing is sent over the connections.
 *
 * @param host a name or an address
 */
export async function openPorts(
  host: string,
  ports: readonly number[],
  { signal, remaining }: Deadline,
): Promise<ControlHost> {
  const [address] = await resolveHost(host, signal).catch((): string[] => []);
  if (address === undefined) return { host, open: undefined };
  const isOpen = async (port: number) => {
    const socket = await connectTo(address, port, remaining(), signal).catch(() => undefined);
    socket?.destroy();
    return socket !== undefined;
  };
  const answers = await Promise.all(ports.map(isOpen));
  return { host, open: ports.filter((_, index) => answers[index]) };
}
