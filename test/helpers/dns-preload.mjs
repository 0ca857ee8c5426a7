// Loaded with `node --import`: keeps a process from asking any name server but the one in
// TEST_DNS_SERVER (`127.0.0.1:port`), so that no test reaches outside.
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { isIP } from 'node:net';
import os from 'node:os';
import { promisify } from 'node:util';

// Nobody listens on the discard port: without a server of the test every query fails at once.
const servers = [process.env.TEST_DNS_SERVER ?? '127.0.0.1:9'];
const UV_EAI_NONAME = -3008;

dns.setServers(servers);

// A machine without a network passes the tests as well: nodemailer takes no address of a family that no interface has.
const outside = { internal: false, mac: '02:00:00:00:00:01', netmask: '', cidr: null };
const { networkInterfaces } = os;
os.networkInterfaces = () => ({
  ...networkInterfaces(),
  test0: [
    { ...outside, family: 'IPv4', address: '192.0.2.254' },
    { ...outside, family: 'IPv6', address: '2001:db8::fe', scopeid: 0 },
  ],
});

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
