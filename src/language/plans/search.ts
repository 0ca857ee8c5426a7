import { isLoopback } from '../../settings/addresses/is-loopback.js';

/** The result of a comparison with another host, if no port of the server takes a connection. */
export type ControlFinding =
  /** No other host was asked: a server on this very machine needs no comparison. */
  | { kind: 'own-machine' | 'not-compared' }
  | { kind: 'other-not-found' | 'network'; other: string }
  | { kind: 'port' | 'host'; other: string; open: readonly number[] };

/** Who is to blame: the network lets nothing out, not this port, or the server is down. */
export function compareWithControl(
  { host, port }: { host: string; port: number },
  control: { host: string; open: readonly number[] | undefined } | undefined,
): ControlFinding {
  if (!control) return { kind: isLoopback(host) ? 'own-machine' : 'not-compared' };
  const { host: other, open } = control;
  if (!open) return { kind: 'other-not-found', other };
  if (open.length === 0) return { kind: 'network', other };
  return { kind: open.includes(port) ? 'host' : 'port', other, open };
}
