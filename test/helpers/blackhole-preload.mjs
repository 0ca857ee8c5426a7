// Loaded with `node --import`: connections to 192.0.2.1 (RFC 5737, an address of nobody) are never
// answered, as behind a firewall that drops them, wherever the tests run.
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const { connect } = net;
net.connect = (options, ...rest) =>
  options?.host === '192.0.2.1' ? new net.Socket() : connect(options, ...rest);
syncBuiltinESMExports();
