import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeResolver } from '../../src/dns/node-resolver.js';
import { checkDomainOf } from '../../src/domain/check-domain.js';
import { checkHost } from '../../src/domain/spf/check-host.js';
import { codeOf } from '../../src/report/domain-finding.js';
import { CLIENT, inGroups } from './judges.js';
import { type RogueZone, startRogueServer } from './rogue-server.js';
import { mailauthSpfJudge, pyspfJudge, rspamdSpfJudge } from './spf-judges.js';

/** A domain, what its name server does, and what real programs and we make of its SPF record. */
interface TroubleCase extends Record<'pyspf' | 'rspamd' | 'mailauth', string> {
  what: string;
  domain: string;
  zone: RogueZone;
  /** What goes wrong at a name: keys of `MISDEEDS`. */
  misdeeds: Record<string, string>;
  /** The result of our evaluation, and the code of what we find, or `ok`. */
  ours: string;
  /** Why ours is another one, or why they do not agree. */
  why?: string;
}

const CASES: TroubleCase[] = JSON.parse(
  readFileSync(new URL('dns-trouble-cases.json', import.meta.url), 'utf8'),
);
const SERVER = '127.0.0.4';
const PROGRAMS = ['pyspf', 'rspamd', 'mailauth'] as const;
const DOMAINS = CASES.map(({ domain }) => domain);

async function oursOf(domain: string): Promise<string> {
  const resolver = createNodeResolver({
    servers: [SERVER],
    signal: new AbortController().signal,
  });
  const question = { ip: CLIENT, domain, sender: `me@${domain}`, helo: 'mail.example.net' };
  const [{ result }, { findings }] = await Promise.all([
    checkHost(question, resolver),
    checkDomainOf(
      { domain, provider: undefined, addresses: [CLIENT], selectors: [], asksBlocklists: false },
      resolver,
    ),
  ]);
  const gone = findings.find(({ facts }) => facts.kind === 'domain-unknown');
  const spf = gone ?? findings.find(({ name }) => name === 'spf');
  return `${result} ${(spf && codeOf(spf.facts)) ?? 'ok'}`;
}

const answers = new Map<string, string[]>();
beforeAll(async () => {
  const zone = Object.assign({}, ...CASES.map((one) => one.zone)) as RogueZone;
  const misdeeds = Object.assign({}, ...CASES.map((one) => one.misdeeds));
  // What is silent once is so for each of them.
  for (const [name, judge] of [
    ['ours', (domains: readonly string[]) => inGroups(domains, oursOf)],
    ['pyspf', pyspfJudge(SERVER)],
    ['rspamd', await rspamdSpfJudge(SERVER)],
    ['mailauth', mailauthSpfJudge([SERVER])],
  ] as const) {
    const server = await startRogueServer(SERVER, zone, misdeeds);
    answers.set(name, await judge(DOMAINS));
    server.close();
  }
}, 300_000);

describe('trouble with DNS, as real programs and we take it', () => {
  it('is a table of at least forty cases', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(40);
  });

  it.each(CASES.map((one, at) => [one.what, one, at] as const))('%s', (_, one, at) => {
    const said = ['ours', ...PROGRAMS].map((name) => [name, answers.get(name)?.[at]]);
    const { ours, pyspf, rspamd, mailauth } = one;
    expect(Object.fromEntries(said)).toEqual({ ours, pyspf, rspamd, mailauth });
  });

  it('is told of where they do not agree with us, or among each other', () => {
    const silent = CASES.filter((one) => {
      const results = PROGRAMS.map((name) => one[name]);
      const [ours] = one.ours.split(' ');
      return results.some((result) => result !== ours) && !one.why;
    });
    expect(silent.map(({ what }) => what)).toEqual([]);
  });
});
