// Loaded with `node --import`: keeps a process from asking any name server but the one in
// TEST_DNS_SERVER (`127.0.0.1:port`), so that no test reaches outside.
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { isIP } from 'node:net';
import { promisify } from 'node:util';

// Nobody listens on the discard port: without a server of the test every query fails at once.
const servers = [process.env.TEST_DNS_SERVER ?? '127.0.0.1:9'];
const UV_EAI_NONAME = -3008;

dns.setServers(servers);

// A new resolver asks the servers of the machine, whatever was set above.
function confined(Resolver) {
  return class extends Resolver {
    constructor(options) {
      super(options);
      super.setServers(servers);
    }
  };
}
dns.Resolver = confined(dns.Resolver);
dns.promises.Resolver = confined(dns.promises.Resolver);

// What stands in the hosts file: TEST_HOSTS, `name=address`.
const [hostsName, hostsAddress] = (process.env.TEST_HOSTS ?? '').split('=');

// The system's resolver knows localhost, addresses and the hosts file, and fails for anything else.
function addressOf(hostname, family) {
  if (hostsName && hostname === hostsName)
    return { address: hostsAddress, family: isIP(hostsAddress) };
  if (isIP(hostname)) return { address: hostname, family: isIP(hostname) };
  if (hostname === 'localhost') {
    return family === 6 ? { address: '::1', family: 6 } : { address: '127.0.0.1', family: 4 };
  }
  throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), {
    errno: UV_EAI_NONAME,
    code: 'ENOTFOUND',
    syscall: 'getaddrinfo',
    hostname,
  });
}

async function lookupPromise(hostname, options = {}) {
  const { all = false, family } = typeof options === 'number' ? { family: options } : options;
  const found = addressOf(hostname, family === 'IPv6' ? 6 : family);
  return all ? [found] : found;
}

function lookup(hostname, options, callback = options) {
  const settings = typeof options === 'function' ? {} : (options ?? {});
  lookupPromise(hostname, settings).then(
    (found) =>
      Array.isArray(found) ? callback(null, found) : callback(null, found.address, found.family),
    (error) => callback(error),
  );
}
lookup[promisify.custom] = lookupPromise;

dns.lookup = lookup;
dns.promises.lookup = lookupPromise;
syncBuiltinESMExports();
