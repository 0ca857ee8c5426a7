import { describe, expect, it } from 'vitest';
import type { ZoneRecords } from '../../helpers/zone-resolver.js';
import {
  check,
  free,
  HEALTHY,
  mailbox,
  PROVIDER_ZONE,
  relay,
  sourced,
  withRecord,
} from './support.js';

describe('a domain that is set up', () => {
  it('is well in each check', async () => {
    const { view, resolver } = await check(HEALTHY);
    expect(view.findings.map(({ name, status }) => [name, status])).toEqual([
      ['domain', 'ok'],
      ['mx', 'ok'],
      ['spf', 'ok'],
      ['dkim', 'ok'],
      ['dmarc', 'ok'],
      ['reverse-name', 'skipped'],
      ['helo', 'skipped'],
      ['blocklist', 'skipped'],
      ['recipient', 'skipped'],
      ['mta-sts', 'skipped'],
    ]);
    expect(view).toMatchObject({
      alignment: { spf: 'pass', dkim: 'pass', dmarc: 'pass' },
      policy: 'reject',
      receiversDiffer: [],
    });
    // Nobody is asked about anything but the sender's and the provider's own names.
    expect(
      resolver.questions.every((asked) => /\b(example\.org|post\.example|org)$/.test(asked)),
    ).toBe(true);
  });
});

describe('SPF', () => {
  it.each([
    [{ TXT: [] }, 'failed', 'spf-missing', 'v=spf1 include:spf.post.example ~all'],
    [
      { TXT: ['v=spf1 mx -all'], MX: [[10, 'mx.example.org']] },
      ...(['failed', 'spf-provider-missing', 'v=spf1 mx include:spf.post.example -all'] as const),
    ],
    [
      { TXT: ['v=spf1 ip4:192.0.2.0/24 -all'] },
      'warning',
      'spf-provider-missing',
      'v=spf1 ip4:192.0.2.0/24 include:spf.post.example -all',
    ],
    [
      { TXT: ['v=spf1 include:spf.post.example -all', 'v=spf1 -all'] },
      'failed',
      'spf-multiple',
      'v=spf1 include:spf.post.example -all',
    ],
    [{ TXT: ['v=spf1 include:spf.post.example all:x'] }, 'failed', 'spf-invalid'],
    [
      { TXT: ['v=spf1 include:gone.example -all'] },
      'failed',
      'spf-invalid',
      'v=spf1 include:spf.post.example -all',
    ],
    [{ TXT: ['v=spf1 +all'] }, 'warning', 'spf-open'],
    [{ TXT: ['v=spf1 ip4:0.0.0.0/0 -all'] }, 'warning', 'spf-open'],
    [{ TXT: ['v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all'] }, 'warning', 'spf-open'],
    [{ TXT: ['v=spf1 ip6:::/0 -all'] }, 'warning', 'spf-open'],
  ] satisfies [ZoneRecords, string, string, string?][])(
    'of %j: %s, %s',
    async (records, status, kind, record?: string) => {
      const { find } = await check(withRecord({ A: ['203.0.113.1'], ...records }));
      expect(find('spf')).toMatchObject({ status, facts: { kind } });
      expect(find('spf')?.record?.value).toBe(record);
    },
  );

  it('covers a provider by its networks, however they are written down', async () => {
    const flat = 'v=spf1 ip4:192.0.0.0/16 ip4:198.51.100.0/26 ip4:198.51.100.64/26 -all';
    const { find } = await check(withRecord({ TXT: [flat], A: ['203.0.113.1'] }));
    expect(find('spf')).toMatchObject({ status: 'ok', facts: { kind: 'spf-covers' } });
  });

  it('needs ten look-ups at most', async () => {
    const names = Array.from({ length: 11 }, (_, index) => `n${index}.example`);
    const record = `v=spf1 ${names.map((name) => `a:${name}`).join(' ')} -all`;
    const others = Object.fromEntries(names.map((name) => [name, { A: ['192.0.2.1'] }]));
    const { find } = await check(withRecord({ TXT: [record] }, others));
    expect(find('spf')?.facts).toMatchObject({ kind: 'spf-too-many-lookups', lookups: 11 });
  });

  it('need not cover a provider that sends with an envelope sender of another domain', async () => {
    const envelope = sourced('subdomain' as const);
    const provider = { ...mailbox, delivery: { ...mailbox.delivery, envelope } };
    const { find, view } = await check(withRecord({ TXT: ['v=spf1 mx -all'] }), { provider });
    expect(find('spf')).toMatchObject({ status: 'ok', facts: { kind: 'spf-found' }, record: null });
    expect(view.alignment.spf).toBe('unknown');
  });

  it('of a server of one’s own is about its addresses', async () => {
    const own = { provider: undefined, addresses: ['203.0.113.7'] };
    const { find } = await check(withRecord({ TXT: ['v=spf1 ip4:203.0.113.7 -all'] }), own);
    expect(find('spf')?.facts).toMatchObject({ kind: 'spf-covers', provider: null });
    const other = await check(withRecord({ TXT: ['v=spf1 ip4:203.0.113.8 -all'] }), own);
    expect(other.find('spf')?.facts).toMatchObject({ kind: 'spf-address-missing' });
  });

  it.each([
    ['a name made of the address', 'exists:%{ir}.list.example.org', { A: ['127.0.0.2'] }, 'ok'],
    ['a name that is not there', 'exists:%{ir}.list.example.org', {}, 'failed'],
    ['the sender', 'exists:%{l}.list.example.org', { A: ['127.0.0.2'] }, 'ok'],
  ])(
    'of a server of one’s own is evaluated as a receiver does it: by %s',
    async (_, term, records, status) => {
      const own = { provider: undefined, addresses: ['203.0.113.7'], sender: 'me@example.org' };
      const names = ['7.113.0.203.list.example.org', 'me.list.example.org'];
      const zone = withRecord(
        { TXT: [`v=spf1 ${term} -all`] },
        Object.fromEntries(names.map((name) => [name, records])),
      );
      const { find } = await check(zone, own);
      expect(find('spf')).toMatchObject({ status });
    },
  );

  it('of a server of one’s own that no receiver can evaluate is invalid, whatever stands in it', async () => {
    const own = { provider: undefined, addresses: ['203.0.113.7'] };
    const gone = 'a:a.example.org a:b.example.org a:c.example.org';
    const { find } = await check(withRecord({ TXT: [`v=spf1 ${gone} ip4:203.0.113.7 -all`] }), own);
    expect(find('spf')).toMatchObject({
      status: 'failed',
      facts: { kind: 'spf-invalid', problem: { kind: 'too-many-void-lookups' } },
    });
  });
});

describe('DKIM', () => {
  const without = (name: string): Record<string, ZoneRecords> =>
    Object.fromEntries(Object.entries(HEALTHY).filter(([key]) => key !== name));

  it('misses the key of a selector that is known, and of none that is guessed', async () => {
    const { find } = await check(without('post._domainkey.example.org'));
    expect(find('dkim')).toMatchObject({ status: 'failed', facts: { kind: 'dkim-key-missing' } });
    const unknown = {
      ...mailbox,
      delivery: { ...mailbox.delivery, dkim: sourced({ form: 'issued' as const }) },
    };
    const { find: other } = await check(HEALTHY, { provider: unknown });
    expect(other('dkim')).toMatchObject({
      status: 'warning',
      facts: { kind: 'dkim-unknown', hasKeys: true },
    });
    const none = await check(without('post._domainkey.example.org'), { provider: unknown });
    expect(none.find('dkim')?.facts).toMatchObject({ kind: 'dkim-unknown', hasKeys: false });
  });

  it('misses nothing of selectors that are only usual', async () => {
    const dkim = sourced({ form: 'usual' as const, selectors: ['post', 'other'] });
    const provider = { ...mailbox, delivery: { ...mailbox.delivery, dkim } };
    const { find } = await check(HEALTHY, { provider });
    expect(find('dkim')?.facts).toMatchObject({ kind: 'dkim-found', selectors: ['post'] });
    const none = await check(without('post._domainkey.example.org'), { provider });
    expect(none.find('dkim')?.facts).toMatchObject({ kind: 'dkim-unknown' });
    const zone = { ...HEALTHY, 'post._domainkey.example.org': { TXT: ['v=DKIM1; p='] } };
    const revoked = await check(zone, { provider });
    expect(revoked.find('dkim')?.facts).toMatchObject({ kind: 'dkim-key-revoked' });
  });

  it('looks at the selectors that were given', async () => {
    const zone = { ...HEALTHY, 'old._domainkey.example.org': { TXT: ['v=DKIM1; p='] } };
    const { find } = await check(zone, { selectors: [{ selector: 'old' }] });
    expect(find('dkim')?.facts).toMatchObject({ kind: 'dkim-key-revoked', selector: 'old' });
  });
});

describe('DMARC', () => {
  it('fails for a free-mail sender through somebody else', async () => {
    const zone = {
      'free.example': { A: ['192.0.2.1'], MX: [[1, 'mx.free.example']] },
    } satisfies Record<string, ZoneRecords>;
    const { find, view } = await check(
      { ...PROVIDER_ZONE, ...zone },
      {
        ...{ domain: 'free.example', freeMailOwner: free },
        isThroughStranger: true,
      },
    );
    expect(find('dmarc')).toMatchObject({
      status: 'failed',
      facts: {
        kind: 'dmarc-misaligned',
        reason: { kind: 'free-mail', owner: free.name, through: mailbox.name },
      },
    });
    expect(view.alignment.dmarc).toBe('fail');
  });

  it('fails where a provider sends in its own name and the domain has no key', async () => {
    const { find } = await check(
      {
        'example.org': { A: ['203.0.113.1'] },
        '_dmarc.example.org': { TXT: ['v=DMARC1; p=quarantine'] },
      },
      { provider: relay },
    );
    expect(find('dmarc')).toMatchObject({
      status: 'failed',
      facts: { kind: 'dmarc-misaligned', policy: 'quarantine', reason: { kind: 'provider' } },
    });
  });
});

describe('the rest', () => {
  it('of a domain that does not exist is not asked about', async () => {
    const { view } = await check(PROVIDER_ZONE);
    expect(view.findings[0]).toMatchObject({ status: 'failed', facts: { kind: 'domain-unknown' } });
    expect(view.findings.slice(1).every(({ status }) => status === 'skipped')).toBe(true);
  });

  it('looks at the recipient where one is given', async () => {
    const zone = {
      ...HEALTHY,
      'rcpt.example': { MX: [[5, 'mx.rcpt.example']] },
      'mx.rcpt.example': { AAAA: ['2001:db8::1'] },
      '_mta-sts.rcpt.example': { TXT: ['v=STSv1; id=1'] },
      'nomail.example': { MX: [[0, '']] },
    } satisfies Record<string, ZoneRecords>;
    const { find } = await check(zone, { recipientDomain: 'rcpt.example' });
    expect(find('recipient')).toMatchObject({ status: 'ok' });
    expect(find('mta-sts')?.facts).toMatchObject({ kind: 'recipient-requires-tls' });
    const { find: other } = await check(zone, { recipientDomain: 'nomail.example' });
    expect(other('recipient')?.facts).toMatchObject({
      kind: 'recipient-takes-no-mail',
      isNullMx: true,
    });
  });

  it('looks at reverse name and EHLO name of a server of one’s own', async () => {
    const own = {
      provider: undefined,
      addresses: ['203.0.113.7'],
      helo: 'mx.example.org',
    };
    const zone = {
      ...HEALTHY,
      '7.113.0.203.in-addr.arpa': { PTR: ['mx.example.org'] },
      'mx.example.org': { A: ['203.0.113.7'] },
    } satisfies Record<string, ZoneRecords>;
    const { find } = await check(zone, own);
    expect(find('reverse-name')).toMatchObject({ status: 'ok' });
    expect(find('helo')).toMatchObject({ status: 'ok' });
    const { find: other } = await check(
      {
        ...HEALTHY,
        'mx.example.org': {},
        '7.113.0.203.in-addr.arpa': { PTR: ['a.example'] },
      },
      own,
    );
    expect(other('reverse-name')?.facts).toMatchObject({
      kind: 'reverse-name-missing',
      name: 'a.example',
    });
    expect(other('helo')).toMatchObject({ status: 'warning' });
  });

  it.each([
    ['127.0.0.2', 'failed', 'blocklisted'],
    ['127.255.255.254', 'unknown', 'blocklist-refused'],
    ['203.0.113.99', 'unknown', 'blocklist-refused'],
  ])('a block list that answers %s: %s', async (answer, status, kind) => {
    const zones = [
      'zen.spamhaus.org',
      'bl.spamcop.net',
      'b.barracudacentral.org',
      'psbl.surriel.com',
    ];
    const own = {
      provider: undefined,
      addresses: ['203.0.113.7'],
      asksBlocklists: true,
    };
    const listed = zones.map((zone) => [`7.113.0.203.${zone}`, { A: [answer] }] as const);
    const zone = {
      ...HEALTHY,
      ...Object.fromEntries(listed),
      'example.org.dbl.spamhaus.org': { A: [answer] },
    };
    const { find } = await check(zone, own);
    expect(find('blocklist')).toMatchObject({ status, facts: { kind } });
  });
});
