import { describe, expect, it } from 'vitest';
import { checkHost } from '../../../src/domain/spf/check-host.js';
import { type ZoneRecords, zoneResolver } from '../../helpers/zone-resolver.js';

/** One domain's record, and what else its evaluation asks for. */
function ask(record: string, ip: string, others: Record<string, ZoneRecords> = {}) {
  const zone = { 'example.org': { TXT: [record] }, ...others };
  const question = { ip, domain: 'example.org', sender: 'me@example.org', helo: 'mx.example.org' };
  return checkHost(question, zoneResolver(zone));
}

describe('check_host', () => {
  it.each([
    ['v=spf1 ip4:192.0.2.0/24 -all', '192.0.2.77', 'pass'],
    ['v=spf1 ip4:192.0.2.0/24 -all', '198.51.100.1', 'fail'],
    ['v=spf1 ip4:192.0.2.0/24 ~all', '198.51.100.1', 'softfail'],
    ['v=spf1 ip4:192.0.2.0/24', '198.51.100.1', 'neutral'],
    ['v=spf1 ip6:2001:db8::/32 -all', '2001:db8:1::25', 'pass'],
    ['v=spf1 ip4:192.0.2.1 -all', '::ffff:192.0.2.1', 'pass'],
    ['v=SPF1 IP4:192.0.2.1 -ALL', '192.0.2.1', 'pass'],
    ['v=spf1 ?ip4:192.0.2.1 -all', '192.0.2.1', 'neutral'],
    ['v=spf1 ip4:192.0.2.1 unknown=modifier -all', '192.0.2.1', 'pass'],
  ])('reads %s for %s as %s', async (record, ip, result) => {
    expect(await ask(record, ip)).toMatchObject({ result });
  });

  it.each([
    'v=spf1 ipv4:192.0.2.1 -all',
    'v=spf1 ip4:192.0.2.1/33 -all',
    'v=spf1 ip4:192.0.2 -all',
    'v=spf1 include: -all',
    'v=spf1 include:localhost -all',
    'v=spf1 redirect=a.example redirect=b.example',
    'v=spf1 -all ip4:nonsense',
  ])('takes %s for an error, wherever the mistake stands', async (record) => {
    const outcome = await ask(record, '192.0.2.1');
    expect(outcome.result).toBe('permerror');
    expect(outcome.problem?.kind).toBe('syntax');
  });

  it('follows include, a, mx and redirect', async () => {
    const others = {
      'included.example': { TXT: ['v=spf1 a:host.example mx -all'], MX: [[10, 'mx.example']] },
      'host.example': { A: ['192.0.2.10'] },
      'mx.example': { A: ['192.0.2.20'] },
      'other.example': { TXT: ['v=spf1 ip4:203.0.113.5 -all'] },
    } satisfies Record<string, ZoneRecords>;
    const record = 'v=spf1 include:included.example redirect=other.example';
    expect(await ask(record, '192.0.2.10', others)).toMatchObject({
      result: 'pass',
      term: 'include:included.example',
    });
    expect(await ask(record, '192.0.2.20', others)).toMatchObject({ result: 'pass' });
    expect(await ask(record, '203.0.113.5', others)).toMatchObject({ result: 'pass' });
    expect(await ask(record, '203.0.113.6', others)).toMatchObject({ result: 'fail' });
  });

  it('counts at most ten look-ups and two that find nothing', async () => {
    const names = Array.from({ length: 11 }, (_, index) => `n${index}.example`);
    const found = Object.fromEntries(names.map((name) => [name, { A: ['192.0.2.99'] }]));
    const many = `v=spf1 ${names.map((name) => `a:${name}`).join(' ')} -all`;
    expect(await ask(many, '192.0.2.1', found)).toMatchObject({
      result: 'permerror',
      problem: { kind: 'too-many-lookups' },
    });
    const empty = 'v=spf1 a:x.example a:y.example a:z.example -all';
    expect(await ask(empty, '192.0.2.1')).toMatchObject({
      result: 'permerror',
      problem: { kind: 'too-many-void-lookups' },
    });
  });

  it('tells a DNS error from a record that is not there', async () => {
    const others = { 'broken.example': { error: 'ESERVFAIL' } };
    expect(await ask('v=spf1 include:broken.example -all', '192.0.2.1', others)).toMatchObject({
      result: 'temperror',
      problem: { kind: 'dns-error', code: 'ESERVFAIL' },
    });
    expect(await ask('v=spf1 include:gone.example -all', '192.0.2.1')).toMatchObject({
      result: 'permerror',
      problem: { kind: 'no-record', domain: 'gone.example' },
    });
  });

  it('replaces macros', async () => {
    const zone = { '1.2.0.192.me.allowed.example': { A: ['127.0.0.2'] } };
    const record = 'v=spf1 exists:%{ir}.%{l}.allowed.example -all';
    expect(await ask(record, '192.0.2.1', zone)).toMatchObject({ result: 'pass' });
    expect(await ask(record, '192.0.2.2', zone)).toMatchObject({ result: 'fail' });
  });

  it('gives the domain’s own words for a refusal', async () => {
    const zone = { 'why.example.org': { TXT: ['%{i} may not send for %{d}'] } };
    const record = 'v=spf1 -all exp=why.example.org';
    expect(await ask(record, '192.0.2.1', zone)).toMatchObject({
      explanation: '192.0.2.1 may not send for example.org',
    });
  });

  it('ends a loop', async () => {
    expect(await ask('v=spf1 include:example.org -all', '192.0.2.1')).toMatchObject({
      result: 'permerror',
      problem: { kind: 'too-many-lookups' },
    });
  });
});
