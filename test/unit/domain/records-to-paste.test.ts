import { describe, expect, it } from 'vitest';
import {
  isDmarcRecord,
  isMeantAsDmarc,
  parseDmarc,
} from '../../../src/domain/dmarc/parse-dmarc.js';
import { repairedDmarc } from '../../../src/domain/dmarc/write-dmarc.js';
import { isSpfRecord, parseSpf } from '../../../src/domain/spf/parse-spf.js';
import { mergeRecords, mergeTerms, withoutTarget } from '../../../src/domain/spf/write-spf.js';
import type { ZoneRecords } from '../../helpers/zone-resolver.js';
import { check, free, HEALTHY, mailbox, relay, withRecord } from './support.js';

/** What `a` and `mx` of a record stand for. */
const HOSTS = { A: ['203.0.113.1'], MX: [[10, 'mx.example.org']] } satisfies ZoneRecords;

describe('an SPF record to paste', () => {
  it.each([
    [['v=spf1 mx -all', 'v=spf1 include:a.example -all'], 'v=spf1 mx include:a.example -all'],
    [['v=spf1 mx ~all', 'v=spf1 a -all'], 'v=spf1 mx a ~all'],
    [['v=spf1 mx', 'v=spf1 mx ?all'], 'v=spf1 mx ~all'],
    [['v=spf1 redirect=a.example', 'v=spf1 mx +all'], 'v=spf1 include:a.example mx ~all'],
    [['v=spf1 mx -all exp=why.example', 'v=spf1 a -all'], 'v=spf1 mx a -all exp=why.example'],
    [['v=spf1 mx -all', 'v=spf1 foo -all'], undefined],
  ])('is made of %j: %s', (records, merged) => {
    expect(mergeRecords(records)).toBe(merged);
    if (merged) expect([isSpfRecord(merged), 'problem' in parseSpf(merged)]).toEqual([true, false]);
  });

  it('has one term less, or some more', () => {
    const text = 'v=spf1 include:A.example include:b.example -all';
    expect(withoutTarget(text, 'a.example')).toBe('v=spf1 include:b.example -all');
    expect(withoutTarget(text, 'c.example')).toBeUndefined();
    // A qualifier other than + lets nobody through, and the first term that matches counts.
    expect(mergeTerms('v=spf1 mx ?ip4:192.0.2.1 -all', ['ip4:192.0.2.1'])).toBe(
      'v=spf1 mx ip4:192.0.2.1 -all',
    );
    expect(mergeTerms('v=spf1 a ?mx -all', ['ip4:192.0.2.1'])).toBe(
      'v=spf1 a ip4:192.0.2.1 ?mx -all',
    );
    expect(mergeTerms('v=spf1 ?a ip4:192.0.2.1 -all', ['ip4:192.0.2.1'])).toBe(
      'v=spf1 ip4:192.0.2.1 ?a -all',
    );
    expect(mergeTerms('v=spf1 ~include:A.example ~all', ['include:a.example'])).toBe(
      'v=spf1 include:a.example ~all',
    );
    expect(mergeTerms('v=spf1 mx -all', ['ip4:192.0.2.1', 'ip6:2001:db8::1'])).toBe(
      'v=spf1 mx ip4:192.0.2.1 ip6:2001:db8::1 -all',
    );
  });

  it.each([
    [
      { TXT: ['v=spf1 mx -all', 'v=spf1 a -all'] },
      { provider: mailbox },
      'v=spf1 mx a include:spf.post.example -all',
    ],
    [
      { TXT: ['v=spf1 include:spf.post.example -all', 'v=spf1 a -all'] },
      { provider: mailbox },
      'v=spf1 include:spf.post.example a -all',
    ],
    [
      { TXT: ['v=spf1 mx -all'] },
      { provider: undefined, addresses: ['203.0.113.7', '2001:db8::7'] },
      'v=spf1 mx ip4:203.0.113.7 ip6:2001:db8::7 -all',
    ],
    [{ TXT: ['v=spf1 include:gone.example mx -all'] }, { provider: undefined }, 'v=spf1 mx -all'],
    [{ TXT: ['v=spf1 include:gone.example -all'] }, { provider: undefined }, undefined],
    [{ TXT: ['v=spf1 include:gone.example mx -all'], MX: [] }, { provider: undefined }, undefined],
    [
      { TXT: ['v=spf1 include:gone.example include:gone2.example mx -all'] },
      { provider: undefined },
      'v=spf1 mx -all',
    ],
    [
      { TXT: ['v=spf1 -all', 'v=spf1 include:gone.example ~all'] },
      { provider: undefined },
      undefined,
    ],
    [
      { TXT: ['v=spf1 a -all', 'v=spf1 redirect=gone.example'] },
      { provider: undefined },
      'v=spf1 a ~all',
    ],
    [
      { TXT: ['v=spf1 a -all', 'v=spf1 include:gone.example -all'] },
      { provider: mailbox },
      'v=spf1 a include:spf.post.example -all',
    ],
  ])('stands with the finding about %j', async (records, more, value) => {
    const { find } = await check(withRecord({ ...HOSTS, ...records }), more);
    expect(find('spf')?.status).toBe('failed');
    expect(find('spf')?.record?.value).toBe(value);
    if (value === undefined) return;
    const after = await check(withRecord({ ...HOSTS, TXT: [value] }), more);
    expect(after.find('spf')?.status).toBe('ok');
  });
});

describe('a DMARC record to paste', () => {
  it.each([
    ['v=DMARC1; rua=mailto:a@x.example', 'v=DMARC1; p=none; rua=mailto:a@x.example'],
    ['v=dmarc1; p=Reject; sp=x', 'v=DMARC1; p=reject'],
    ['"v=DMARC1; p=quarantine; pct=20"', 'v=DMARC1; p=quarantine; pct=20'],
    ['v=DMARC1\\; p=reject\\; adkim=s', 'v=DMARC1; p=reject; adkim=s'],
    ['v=DMARC1 p=reject', 'v=DMARC1; p=reject'],
    ['v=DMARC1, p=quarantine', 'v=DMARC1; p=quarantine'],
    ['v=DMARC1; p=reject; pct=101; aspf=x; aspf', 'v=DMARC1; p=reject'],
    ['V=DMARC1; P=none;; ', 'v=DMARC1; p=none'],
    ['v=DMARC1; p=none; p=reject', undefined],
    // A blank of another kind and a bent quotation mark, in UTF-8: DNS gives octets.
    ['v=DMARC1;\u00c2\u00a0p=reject;\u00c2\u00a0sp=none', 'v=DMARC1; p=reject; sp=none'],
    ['v=DMARC1; p=\u00c2\u00a0reject', 'v=DMARC1; p=reject'],
    ['\u00e2\u0080\u009cv=DMARC1; p=reject\u00e2\u0080\u009d', 'v=DMARC1; p=reject'],
    [
      'v=DMARC1; rua=mailto:a@x.org, mailto:b@x.org',
      'v=DMARC1; p=none; rua=mailto:a@x.org,mailto:b@x.org',
    ],
  ])('is made of %s: %s', (text, wanted) => {
    const problem = isDmarcRecord(text)
      ? parseDmarc(text).problem
      : { kind: 'bad-beginning' as const };
    expect(isMeantAsDmarc(text)).toBe(true);
    const value = problem && repairedDmarc(text, problem);
    expect(value).toBe(wanted);
    // Nothing is wrong with it any more.
    if (value) expect(parseDmarc(value).problem).toBeUndefined();
  });
});

describe('a reverse name to set', () => {
  it('is that of EHLO', async () => {
    const own = { provider: undefined, addresses: ['203.0.113.7'], helo: 'mail.example.org' };
    const { find } = await check(withRecord({ A: ['203.0.113.1'] }), own);
    expect(find('reverse-name')?.record).toEqual({
      name: '7.113.0.203.in-addr.arpa',
      type: 'PTR',
      value: 'mail.example.org',
    });
  });
});

describe('a DKIM key', () => {
  const good = HEALTHY['post._domainkey.example.org'].TXT[0] ?? '';

  it.each([
    [[good, good.slice(40)], 'several-records'],
    [[`"${good}"`], 'quoted'],
    [[good.replace('p=', 'p=“')], 'quoted'],
    [[good.slice(0, 40)], 'not-a-key'],
  ])('in %j is told to be damaged', async (TXT, problem) => {
    const { find } = await check({ ...HEALTHY, 'post._domainkey.example.org': { TXT } });
    expect(find('dkim')?.facts).toMatchObject({ kind: 'dkim-key-malformed', problem });
  });
});

describe('a domain of a free-mail provider', () => {
  it('is nobody’s but its own to mend', async () => {
    const question = { freeMailOwner: free, isThroughStranger: true };
    const { view, find } = await check(withRecord({ TXT: ['v=spf1 -all'] }), question);
    expect(view.findings.filter(({ record }) => record)).toEqual([]);
    for (const name of ['mx', 'spf'])
      expect(find(name)?.facts).toEqual({ kind: 'skipped', why: 'owner-sets' });
    expect(find('dmarc')?.facts.kind).toBe('dmarc-misaligned');
    expect(view.alignment).toEqual({ spf: 'fail', dkim: 'fail', dmarc: 'fail' });
  });

  it('is out of reach of a relay, whatever envelope sender that has', async () => {
    const provider = { ...relay, delivery: {} };
    const question = { provider, freeMailOwner: free, isThroughStranger: true };
    const { view, find } = await check(withRecord({ TXT: ['v=spf1 mx -all'] }), question);
    expect(find('dmarc')?.facts.kind).toBe('dmarc-misaligned');
    expect(view.alignment).toEqual({ spf: 'fail', dkim: 'fail', dmarc: 'fail' });
  });
});
