import { describe, expect, it } from 'vitest';
import { domain as english } from '../../../src/language/en/domain/index.js';
import type { ZoneRecords } from '../../helpers/zone-resolver.js';
import { check, HEALTHY } from './support.js';

const { '_dmarc.example.org': _, 'post._domainkey.example.org': key, ...PLAIN } = HEALTHY;
const APEX = { '*.example.org': { CNAME: ['example.org'] } } satisfies Record<string, ZoneRecords>;
const WILDCARD = { ...PLAIN, ...APEX };
const TEXT = { ...PLAIN, '*.example.org': { TXT: ['v=spf1 -all'] } };
const OWN = { provider: undefined, addresses: ['203.0.113.1'] };

describe('an answer that a wildcard makes', () => {
  it('is nothing to delete where a DMARC record is missing', async () => {
    const { find } = await check(WILDCARD);
    const dmarc = find('dmarc');
    expect(dmarc).toMatchObject({ facts: { kind: 'dmarc-missing' }, place: { kind: 'wildcard' } });
    expect(dmarc?.evidence).toEqual([]);
    const place = { kind: 'wildcard', name: '_dmarc.example.org' } as const;
    expect(dmarc?.place).toEqual(place);
    expect(english.aroundRecord(place, 'dmarc')).toMatch(/^Add the record, and delete nothing/);
  });

  it('gives way to a record of the name itself', async () => {
    const own = { '_dmarc.example.org': { TXT: ['v=DMARC1; p=none'] } };
    const { find } = await check({ ...WILDCARD, ...own });
    expect(find('dmarc')).toMatchObject({ status: 'ok', facts: { kind: 'dmarc-found' } });
  });

  it('is told from a CNAME that stands there', async () => {
    const own = { '_dmarc.example.org': { CNAME: ['gone.example'] } };
    const { find } = await check({ ...WILDCARD, ...own });
    expect(find('dmarc')?.place).toMatchObject({ kind: 'alias', to: 'gone.example' });
    const same = {
      'chat.example.org': { CNAME: ['example.org'] },
      'example.org': { A: ['203.0.113.1'] },
    };
    const chat = await check({ ...WILDCARD, ...same }, { ...OWN, domain: 'chat.example.org' });
    expect(chat.find('spf')?.place).toMatchObject({ kind: 'alias', to: 'example.org' });
  });

  it.each([
    ['a CNAME', APEX],
    ['addresses', { '*.example.org': { A: ['203.0.113.1'] } }],
  ])('supplies %s, which a new record at the name would end', async (_what, wildcard) => {
    const zone = { 'example.org': { A: ['203.0.113.1'] }, ...wildcard };
    const { find } = await check(zone, { ...OWN, domain: 'chat.example.org' });
    expect(find('spf')).toMatchObject({
      ...{ facts: { kind: 'spf-missing' }, record: { name: 'chat.example.org' } },
      ...{ place: { kind: 'host-of-wildcard', name: 'chat.example.org' }, evidence: [] },
    });
    // A record below the name makes the name exist as well.
    const place = { kind: 'host-of-wildcard', name: 'chat.example.org' };
    expect([find('dmarc')?.place, find('dkim')?.place]).toEqual([place, place]);
    const below = await check(
      { ...zone, '_dmarc.chat.example.org': { TXT: ['v=DMARC1; p=none'] } },
      { ...OWN, domain: 'chat.example.org' },
    );
    expect(below.find('domain')?.facts.kind).toBe('domain-found');
    expect(below.find('mx')?.facts).toMatchObject({ kind: 'mx-missing', takesByAddress: false });
  });

  it('says nothing of a name that has its own records', async () => {
    const zone = { 'example.org': { A: ['203.0.113.1'] }, '*.example.org': { A: ['203.0.113.1'] } };
    expect((await check(zone, OWN)).find('spf')?.place).toBeUndefined();
    const chat = { ...zone, 'chat.example.org': { A: ['203.0.113.1'] } };
    const { find } = await check(chat, { ...OWN, domain: 'chat.example.org' });
    expect(find('spf')?.place).toBeUndefined();
  });

  it.each([
    ['a CNAME to several texts', WILDCARD],
    ['one text', TEXT],
    ['a key that is withdrawn', { ...PLAIN, '*._domainkey.example.org': { TXT: ['v=DKIM1; p='] } }],
  ])('is no DKIM key: %s', async (_what, zone) => {
    for (const selectors of [[], [{ selector: 'mail' }]]) {
      const dkim = (await check(zone, { selectors })).find('dkim');
      expect(dkim).toMatchObject({ facts: { kind: 'dkim-key-missing' }, evidence: [] });
    }
  });

  it('is a DKIM key where it holds one', async () => {
    const { find } = await check({ ...PLAIN, '*._domainkey.example.org': key });
    expect(find('dkim')).toMatchObject({ status: 'ok', facts: { selectors: ['post'] } });
  });

  it.each([
    ['a CNAME', WILDCARD, false],
    ['a text', TEXT, false],
    ['addresses', { ...PLAIN, '*.example.org': { A: ['203.0.113.1'] } }, false],
    ['a CNAME, beside a key', { ...HEALTHY, ...APEX }, true],
  ])('does not look like keys of the domain: %s', async (_what, zone, hasKeys) => {
    const { find } = await check(zone, OWN);
    expect(find('dkim')?.facts).toMatchObject({ kind: 'dkim-unknown', hasKeys });
  });
});

describe('a wildcard of a server that takes it for one label alone', () => {
  const to = { CNAME: ['example.org'] };
  const text = { TXT: ['v=spf1 -all'] };
  const oneLabel = (records: ZoneRecords) => ({
    ...PLAIN,
    '_dmarc.example.org': records,
    '_domainkey.example.org': records,
    'tailchat-no-such-name.example.org': records,
  });

  it.each([to, text])(
    'made %j, and nothing stands at the name that could be deleted',
    async (made) => {
      const { find } = await check(oneLabel(made), OWN);
      expect(find('dmarc')).toMatchObject({ facts: { kind: 'dmarc-missing' }, evidence: [] });
      expect(find('dmarc')?.place?.kind).not.toBe('alias');
      expect(find('dkim')?.facts).toMatchObject({ kind: 'dkim-unknown', hasKeys: false });
    },
  );
});
