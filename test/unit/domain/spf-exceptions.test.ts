import { describe, expect, it } from 'vitest';
import { check, withRecord } from './support.js';

const IP = '203.0.113.5';
const OWN = { provider: undefined, addresses: [IP] };
const HOSTS = { A: [IP], MX: [[10, 'mx.example.org'] as [number, string]] };
const OTHERS = {
  'mx.example.org': { A: [IP] },
  'i.example': { TXT: [`v=spf1 ?ip4:${IP} +all`] },
  'listed.example': { A: ['127.0.0.2'] },
};
const zone = (text: string) => withRecord({ ...HOSTS, TXT: [text] }, OTHERS);

describe('a term before one that lets everybody through', () => {
  it.each([
    'v=spf1 ?mx +all',
    `v=spf1 -ip4:${IP} +all`,
    `v=spf1 ~a ip4:0.0.0.0/0 -all`,
    'v=spf1 include:i.example -all',
    'v=spf1 -exists:listed.example +all',
  ])('keeps this server from passing: %s', async (text) => {
    const { find, view } = await check(zone(text), OWN);
    expect(find('spf')).toMatchObject({
      ...{ status: 'failed', facts: { kind: 'spf-address-missing' } },
      record: {
        value: expect.stringMatching(/^v=spf1 (?:include:i\.example )?ip4:203\.0\.113\.5 /),
      },
    });
    expect(view.alignment.spf).toBe('fail');
  });

  it.each(['v=spf1 -ip4:198.51.100.9 +all', `v=spf1 mx -ip4:${IP} +all`])(
    'does not reach this server: %s',
    async (text) => {
      const { find, view } = await check(zone(text), OWN);
      expect(find('spf')).toMatchObject({ status: 'warning', facts: { kind: 'spf-open' } });
      expect(view.alignment.spf).toBe('pass');
    },
  );

  it('leaves open whether mail of an unknown address passes', async () => {
    const { find, view } = await check(zone('v=spf1 ?mx +all'), { ...OWN, addresses: [] });
    expect(find('spf')?.facts.kind).toBe('spf-open');
    expect(view.alignment.spf).toBe('unknown');
  });

  it.each([
    ['v=spf1 ?include:spf.post.example include:spf.post.example -all', 'failed', 'fail'],
    ['v=spf1 -include:spf.post.example +all', 'failed', 'fail'],
    ['v=spf1 -ip4:192.0.2.0/24 +all', 'warning', 'unknown'],
    ['v=spf1 include:spf.post.example -mx -all', 'ok', 'pass'],
    ['v=spf1 -mx +all', 'warning', 'pass'],
  ])('counts for a provider, too: %s', async (text, status, spf) => {
    const { find, view } = await check(zone(text));
    expect(find('spf')?.status).toBe(status);
    expect(view.alignment.spf).toBe(spf);
    const record = find('spf')?.record;
    if (record) {
      const { find: findThen } = await check(zone(record.value));
      expect(['ok', 'warning']).toContain(findThen('spf')?.status);
      expect(findThen('spf')?.record).toBeNull();
    }
  });
});

describe('a name that Node does not ask for', () => {
  const text = 'v=spf1 a:https://mail.x.example -all';

  it('belongs to nobody: the term matches nothing', async () => {
    const { find, view } = await check(zone(text), OWN);
    expect(find('spf')).toMatchObject({
      ...{ status: 'failed', facts: { kind: 'spf-address-missing' } },
      record: { value: `v=spf1 a:https://mail.x.example ip4:${IP} -all` },
    });
    expect(view.alignment.spf).toBe('fail');
  });

  it('may be covered by a wildcard', async () => {
    const { find } = await check({ ...zone(text), '*.x.example': { A: [IP] } }, OWN);
    expect(find('spf')).toMatchObject({ status: 'ok', facts: { kind: 'spf-covers' } });
  });
});
