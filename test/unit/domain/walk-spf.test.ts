import { describe, expect, it } from 'vitest';
import { check, withRecord } from './support.js';

describe('an SPF record', () => {
  it.each([
    ['itself', 'v=spf1 include:Example.org. -all'],
    ['itself by another', 'v=spf1 include:other.example ~all'],
    ['itself by a redirect', 'v=spf1 redirect=other.example'],
  ])('that includes %s is no record, whoever sends', async (_, record) => {
    const zone = withRecord(
      { TXT: [record] },
      { 'other.example': { TXT: ['v=spf1 include:example.org -all'] } },
    );
    const unknown = { provider: undefined };
    for (const more of [{}, unknown, { ...unknown, addresses: ['203.0.113.7'] }]) {
      const { find } = await check(zone, more);
      expect(find('spf')).toMatchObject({
        status: 'failed',
        facts: { kind: 'spf-invalid', problem: { kind: 'loop', domain: 'example.org' } },
      });
    }
  });

  it('counts the look-ups of what is included twice both times', async () => {
    const shared = `v=spf1 ${['a', 'b', 'c'].map((name) => `a:${name}.example`).join(' ')} -all`;
    const zone = withRecord(
      { TXT: ['v=spf1 include:one.example include:two.example -all'] },
      {
        'one.example': { TXT: ['v=spf1 include:shared.example ~all'] },
        'two.example': { TXT: ['v=spf1 include:shared.example ~all'] },
        'shared.example': { TXT: [shared] },
        ...Object.fromEntries(['a', 'b', 'c'].map((n) => [`${n}.example`, { A: ['192.0.2.9'] }])),
      },
    );
    const { find } = await check(zone, { provider: undefined });
    expect(find('spf')).toMatchObject({ facts: { kind: 'spf-found' } });
    const more = { 'shared.example': { TXT: [shared.replace('-all', 'a:d.example -all')] } };
    const wider = { ...zone, ...more, 'd.example': { A: ['192.0.2.9'] } };
    const { find: other } = await check(wider, { provider: undefined });
    expect(other('spf')?.facts).toMatchObject({ kind: 'spf-too-many-lookups', lookups: 12 });
  });

  it('ends at its "all": what stands behind it lets nobody send', async () => {
    const { find } = await check(withRecord({ TXT: ['v=spf1 -all include:spf.post.example'] }));
    expect(find('spf')?.facts).toMatchObject({ kind: 'spf-provider-missing' });
  });
});
