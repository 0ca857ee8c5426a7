import { askMailauth, CLIENT, inGroups, scan, withDns } from './judges.js';
import { filter } from './programs.js';
import { startRspamd } from './rspamd.js';

/** Says what SPF comes to for mail of each domain from `CLIENT`. */
export type SpfJudge = (domains: readonly string[]) => Promise<string[]>;

const PYSPF = `
import concurrent.futures, json, sys, dns.resolver, spf
dns.resolver.get_default_resolver().cache = None
def ask(domain):
    return spf.check2(i='${CLIENT}', s='me@' + domain, h='mail.example.net', querytime=8)[0]
with concurrent.futures.ThreadPoolExecutor(8) as pool:
    print(json.dumps(list(pool.map(ask, json.load(sys.stdin)))))
`;

/** Debian's pyspf, over dnspython. */
export function pyspfJudge(nameServer: string | readonly string[]): SpfJudge {
  return async (domains) => {
    const args = await withDns(nameServer, '/usr/bin/python3', ['-W', 'ignore', '-c', PYSPF]);
    return JSON.parse(await filter('unshare', args, JSON.stringify(domains))) as string[];
  };
}

const RSPAMD: Readonly<Record<string, string>> = {
  R_SPF_ALLOW: 'pass',
  R_SPF_PLUSALL: 'pass',
  R_SPF_FAIL: 'fail',
  R_SPF_SOFTFAIL: 'softfail',
  R_SPF_NEUTRAL: 'neutral',
  R_SPF_NA: 'none',
  R_SPF_PERMFAIL: 'permerror',
  R_SPF_DNSFAIL: 'temperror',
};
/** Debian's rspamd. */
export async function rspamdSpfJudge(nameServer: string | readonly string[]): Promise<SpfJudge> {
  const port = await startRspamd(nameServer);
  return (domains) =>
    inGroups(domains, async (domain) => {
      const symbols = await scan({ from: 'example.net', envelope: domain }, port);
      const name = Object.keys(RSPAMD).find((symbol) => symbol in symbols);
      return name === undefined ? 'nothing' : (RSPAMD[name] ?? '');
    });
}

const MAILAUTH = `
const { spf } = require('mailauth/lib/spf');
const { Resolver } = require('node:dns').promises;
(async () => {
  const { servers, domains, ip } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const said = await Promise.all(domains.map(async (domain) => {
    const resolver = new Resolver({ timeout: 1500, tries: 2 });
    resolver.setServers(servers);
    const resolve = (name, type) => resolver.resolve(name, type);
    const { status } = await spf({ sender: 'me@' + domain, ip, helo: 'mail.example.net', resolver: resolve, strict: true });
    return status.result;
  }));
  console.log(JSON.stringify(said));
})();
`;

/** mailauth 7, in its strict mode. */
export function mailauthSpfJudge(servers: readonly string[]): SpfJudge {
  return (domains) => askMailauth(MAILAUTH, { servers, domains, ip: CLIENT });
}
