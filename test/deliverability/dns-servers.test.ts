import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeResolver } from '../../src/dns/node-resolver.js';
import { checkHost } from '../../src/domain/spf/check-host.js';
import { CLIENT } from './judges.js';
import { startRogueServer } from './rogue-server.js';
import { mailauthSpfJudge, pyspfJudge } from './spf-judges.js';

const DOMAIN = 'two.com';
const ZONE = { [DOMAIN]: { TXT: [`v=spf1 ip4:${CLIENT} -all`] } };
/** Nobody listens there. */
const DEAD = '127.0.0.9';
const [GOOD, SILENT, SERVFAIL, REFUSED] = ['127.0.0.5', '127.0.0.6', '127.0.0.7', '127.0.0.8'];

beforeAll(async () => {
  await startRogueServer(GOOD, ZONE, {});
  for (const [address, misdeed] of [
    [SILENT, 'silent'],
    [SERVFAIL, 'servfail'],
    [REFUSED, 'refused'],
  ] as const) {
    await startRogueServer(address, ZONE, { [DOMAIN]: misdeed });
  }
});

async function ours(servers: readonly string[]): Promise<string> {
  const resolver = createNodeResolver({ servers, signal: new AbortController().signal });
  const question = { ip: CLIENT, domain: DOMAIN, sender: `me@${DOMAIN}`, helo: 'mail.example.net' };
  return (await checkHost(question, resolver)).result;
}

describe('two name servers, of which the first is of no use', () => {
  it.each([
    ['dead', DEAD, { ours: 'pass', pyspf: 'pass', mailauth: 'pass' }],
    ['silent', SILENT, { ours: 'pass', pyspf: 'pass', mailauth: 'pass' }],
    // Node's resolver asks no second one after an error; we do.
    ['SERVFAIL', SERVFAIL, { ours: 'pass', pyspf: 'pass', mailauth: 'temperror' }],
    ['REFUSED', REFUSED, { ours: 'pass', pyspf: 'pass', mailauth: 'temperror' }],
  ])('%s', async (_, first, wanted) => {
    const servers = [first, GOOD];
    const [pyspf] = await pyspfJudge(servers)([DOMAIN]);
    const [mailauth] = await mailauthSpfJudge(servers)([DOMAIN]);
    expect({ ours: await ours(servers), pyspf, mailauth }).toEqual(wanted);
  });
});
