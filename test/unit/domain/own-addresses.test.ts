import { describe, expect, it } from 'vitest';
import { domain as inEnglish } from '../../../src/language/en/domain/index.js';
import { domain as inChinese } from '../../../src/language/zh-cn/domain/index.js';
import type { ZoneRecords } from '../../helpers/zone-resolver.js';
import { check, withRecord } from './support.js';

describe('a server of one’s own with several addresses', () => {
  it('asks for the reverse name of each address, and SPF about each', async () => {
    const six = '5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa';
    const own = { provider: undefined, addresses: ['203.0.113.7', '2001:db8::5'] };
    const records = { TXT: ['v=spf1 ip4:203.0.113.7 -all'] };
    const zone = (pointer: Record<string, ZoneRecords>) =>
      withRecord(records, {
        '7.113.0.203.in-addr.arpa': { PTR: ['mx.example.org'] },
        'mx.example.org': { A: ['203.0.113.7'], AAAA: ['2001:db8::5'] },
        ...pointer,
      });
    const none = await check(zone({}), own);
    expect(none.find('reverse-name')).toMatchObject({
      status: 'warning',
      facts: { addresses: ['2001:db8::5'], name: null, isPartial: true },
    });
    expect(none.find('spf')).toMatchObject({
      status: 'warning',
      facts: { kind: 'spf-address-missing', addresses: ['2001:db8::5'] },
    });
    expect(none.view.alignment.spf).toBe('unknown');
    const elsewhere = await check(zone({ [six]: { PTR: ['other.example'] } }), own);
    expect(elsewhere.find('reverse-name')).toMatchObject({
      status: 'warning',
      facts: { addresses: ['2001:db8::5'], name: 'other.example' },
    });
    const both = await check(zone({ [six]: { PTR: ['mx.example.org'] } }), own);
    expect(both.find('reverse-name')).toMatchObject({
      status: 'ok',
      facts: { addresses: own.addresses, names: ['mx.example.org'] },
    });
    const neither = await check(zone({ '7.113.0.203.in-addr.arpa': {} }), own);
    expect(neither.find('reverse-name')).toMatchObject({
      status: 'failed',
      facts: { addresses: own.addresses, isPartial: false },
    });
  });
});

describe('a record to publish in place of a spoilt one', () => {
  const own = { provider: undefined, addresses: ['203.0.113.7'] };
  const others = {
    'a.example': { TXT: ['v=spf1 ip4:192.0.2.0/24 -all'] },
    'b.example': { TXT: ['v=spf1 ip4:198.51.100.0/24 -all'] },
    'c.example': { TXT: ['v=spf1 ip4:203.0.113.0/24 -all'] },
  };

  it.each([
    [['v=spf1 include:a.example -all', 'v=spf1 include:b.example ~all'], true],
    [['v=spf1 include:gone.example include:a.example -all'], true],
    [['v=spf1 include：a.example -all'], true],
    [['v=spf1 -all', 'v=spf1 ~all'], true],
    [['v=spf1 include:a.example -all', 'v=spf1 include:c.example ~all'], false],
  ])('lets the own server through, once: %j', async (TXT, isAdded) => {
    const { find } = await check(withRecord({ TXT }, others), own);
    const value = find('spf')?.record?.value ?? '';
    expect(value.includes('ip4:203.0.113.7')).toBe(isAdded);
    const next = await check(withRecord({ TXT: [value] }, others), own);
    expect(next.find('spf')).toMatchObject({ status: 'ok', facts: { kind: 'spf-covers' } });
  });
});

describe('block lists of which some refuse to answer', () => {
  it('are named beside those that list nothing', async () => {
    const own = { provider: undefined, addresses: ['203.0.113.7'], asksBlocklists: true };
    const zone = withRecord(
      { TXT: ['v=spf1 ip4:203.0.113.7 -all'] },
      { '7.113.0.203.zen.spamhaus.org': { A: ['127.255.255.254'] } },
    );
    const { find } = await check(zone, own);
    const finding = find('blocklist');
    expect(finding).toMatchObject({ status: 'ok', facts: { unanswered: ['zen.spamhaus.org'] } });
    if (finding?.facts.kind !== 'not-listed') throw new Error('another finding');
    const english = inEnglish.findings['not-listed'](finding.facts as never, 'ok');
    const chinese = inChinese.findings['not-listed'](finding.facts as never, 'ok');
    for (const { title } of [english, chinese]) expect(title).toContain('zen.spamhaus.org');
  });
});
