import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { DnsAnswer, DnsResolver, RecordType } from '../../src/dns/resolver.js';
import { checkHost } from '../../src/domain/spf/check-host.js';

type Data = string | string[] | [number, string];
type Entry = 'TIMEOUT' | Record<string, Data>;

/** A scenario of the test suite of RFC 7208, as its authors write it. */
interface Scenario {
  description: string;
  zonedata: Record<string, Entry[]> | null;
  tests: Record<
    string,
    {
      helo: string;
      host: string;
      mailfrom: string;
      result: string | string[];
      explanation?: string;
    }
  >;
}

/** Where the suite lies: Debian's source of pyspf has it, as `.ci/deliverability.sh` knows. */
const SUITE = process.env.RFC7208_SUITE ?? '';
const scenarios = parseAllDocuments(readFileSync(SUITE, 'utf8'), { uniqueKeys: false })
  .map((document) => document.toJS() as Scenario | null)
  .filter((scenario) => scenario !== null);

/** The names of a scenario. An entry of type SPF stands for one of type TXT, where there is none. */
function resolverOf({ zonedata }: Scenario): DnsResolver {
  const zone = new Map(
    Object.entries(zonedata ?? {}).map(([name, entries]) => [name.toLowerCase(), entries]),
  );
  const ask = async (type: RecordType, name: string, hops = 0): Promise<DnsAnswer<never>> => {
    const entries = zone.get(name.toLowerCase().replace(/\.$/, ''));
    if (!entries) return { status: 'no-name' };
    const told = entries.filter((entry) => entry !== 'TIMEOUT');
    const hasTxt = told.some(({ TXT }) => TXT !== undefined);
    const data = told
      .flatMap((entry) => Object.entries(entry))
      .filter(([kind]) => (kind === 'SPF' && !hasTxt ? 'TXT' : kind) === type)
      .map(([, value]) => value)
      .filter((value) => value !== 'NONE');
    const isSilent = entries.includes('TIMEOUT') || data.includes('TIMEOUT');
    const records = data
      .filter((value) => value !== 'TIMEOUT')
      .map((value) => recordOf(type, value));
    if (records.length > 0) return { status: 'found', records: records as never[] };
    if (isSilent) return { status: 'error', code: 'ETIMEOUT' };
    const alias = told.find(({ CNAME }) => CNAME !== undefined)?.CNAME;
    if (typeof alias !== 'string') return { status: 'no-data' };
    return hops < 10 ? await ask(type, alias, hops + 1) : { status: 'error', code: 'ELOOP' };
  };
  return { asked: 0, ask: async (type, name) => await ask(type, name) };
}

function recordOf(type: RecordType, value: Data): unknown {
  if (type === 'MX') return { priority: value[0], exchange: value[1] };
  return type === 'TXT' && Array.isArray(value) ? value.join('') : value;
}

/** The postmaster sends where the envelope has no local part (RFC 7208 section 4.3). */
function senderOf(mailfrom: string, helo: string): string {
  const address = mailfrom === '' ? helo : mailfrom;
  if (!address.includes('@')) return `postmaster@${address}`;
  return address.startsWith('@') ? `postmaster${address}` : address;
}

describe('the test suite of RFC 7208', () => {
  it('is whole', () => {
    const cases = scenarios.flatMap(({ tests }) => Object.keys(tests));
    expect(cases).toHaveLength(203);
  });

  describe.each(scenarios)('$description', (scenario) => {
    it.each(Object.entries(scenario.tests))('%s', async (_, test) => {
      const { helo, host: ip, mailfrom, result, explanation } = test;
      const sender = senderOf(mailfrom, helo);
      const domain = sender.slice(sender.lastIndexOf('@') + 1);
      const outcome = await checkHost({ ip, domain, sender, helo }, resolverOf(scenario));
      expect([result].flat()).toContain(outcome.result);
      if (outcome.result !== 'fail') return;
      const wanted = explanation === 'DEFAULT' ? undefined : explanation;
      // Hexadecimal digits of an address may be of either case.
      expect(outcome.explanation?.toLowerCase()).toBe(wanted?.toLowerCase());
    });
  });
});
