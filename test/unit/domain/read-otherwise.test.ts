import { describe, expect, it } from 'vitest';
import { domain as english } from '../../../src/language/en/domain/index.js';
import { check, HEALTHY, mailbox, sourced, withRecord } from './support.js';

const OWN = { provider: undefined, addresses: ['203.0.113.7'] };

describe('what receivers make of a record otherwise', () => {
  it.each([
    ['v=DMARC1; p=reject; t=y', [{ kind: 'dmarc-testing', policy: 'reject' }]],
    ['v=DMARC1; p=reject; pct=20', [{ kind: 'dmarc-percent', percent: 20 }]],
    ['v=DMARC1; p=none; pct=20; t=y', []],
    ['v=DMARC1; p=reject; pct=100; t=n', []],
  ])('%s', async (text, differences) => {
    const { view } = await check({ ...HEALTHY, '_dmarc.example.org': { TXT: [text] } });
    expect(view.receiversDiffer).toEqual(differences);
  });

  it.each([
    [['v=spf1 foo -all'], 'spf-read-on'],
    [['v=spf1 mx -all', 'v=spf1 a -all'], 'spf-read-on'],
    [['v=spf1 include:gone.example.org -all'], 'spf-include-gone'],
  ])('%j', async (TXT, kind) => {
    const { view } = await check(withRecord({ TXT, A: ['203.0.113.1'] }));
    expect(view.receiversDiffer).toMatchObject([{ kind }]);
  });
});

describe('mail that cannot pass', () => {
  it.each([
    ['p=reject', 'Receivers refuse such mail.'],
    ['p=reject; pct=0', 'Receivers refuse such mail or put it into the spam folder.'],
    ['p=reject; t=y', 'Receivers refuse such mail or put it into the spam folder.'],
    ['p=quarantine; t=y', 'Receivers decide for themselves'],
    ['p=quarantine; pct=100', 'Receivers put such mail into the spam folder.'],
  ])('meets what each receiver makes of %s', async (tags, words) => {
    const zone = withRecord({ TXT: ['v=spf1 -all'], MX: [[10, 'mx.example.org']] });
    const { '_dmarc.example.org': _, 'post._domainkey.example.org': __, ...others } = zone;
    const dmarc = { '_dmarc.example.org': { TXT: [`v=DMARC1; ${tags}`] } };
    const { find } = await check({ ...others, ...dmarc });
    const facts = find('dmarc')?.facts;
    if (facts?.kind !== 'dmarc-misaligned') throw new Error(`found ${facts?.kind}`);
    const said = english.findings['dmarc-misaligned'](
      { ...facts, reason: { kind: 'records' } },
      'failed',
    );
    expect(said.explanation).toContain(words);
  });
});

describe('a known address', () => {
  const zone = withRecord(
    { TXT: ['v=spf1 ip4:203.0.113.7 include:down.example.org -all'], A: ['203.0.113.7'] },
    { 'down.example.org': { error: 'ESERVFAIL' } },
  );

  it('is let through before the term that nobody answers for', async () => {
    const { find } = await check(zone, OWN);
    expect(find('spf')).toMatchObject({ status: 'ok', facts: { kind: 'spf-covers' } });
  });

  it('is not judged where the answer is needed', async () => {
    const { find } = await check(zone, { ...OWN, addresses: ['203.0.113.8'] });
    expect(find('spf')).toMatchObject({ status: 'unknown', facts: { kind: 'dns-unavailable' } });
  });
});

describe('SPF of a provider', () => {
  it('is not judged where DNS does not answer', async () => {
    const { find, view } = await check({ ...HEALTHY, 'spf.post.example': { error: 'ESERVFAIL' } });
    expect(find('spf')).toMatchObject({ status: 'unknown', facts: { kind: 'dns-unavailable' } });
    expect(view.alignment).toMatchObject({ spf: 'unknown', dmarc: 'pass' });
  });
});

describe('an envelope sender below the domain', () => {
  const provider = { ...mailbox, delivery: { envelope: sourced('subdomain' as const) } };

  it.each([
    ['v=DMARC1; p=reject; aspf=s', 'fail'],
    ['v=DMARC1; p=reject', 'unknown'],
  ])('%s: %s', async (text, result) => {
    const zone = { ...HEALTHY, '_dmarc.example.org': { TXT: [text] } };
    const { view } = await check(zone, { provider });
    expect(view.alignment.spf).toBe(result);
  });
});

describe('a redirect', () => {
  it('is shown as it stands, and kept in the record to paste', async () => {
    const others = { 'other.example': { TXT: ['v=spf1 ip4:203.0.113.9 -all'] } };
    const zone = withRecord({ TXT: ['v=spf1 redirect=other.example'], A: ['203.0.113.1'] }, others);
    const { find } = await check(zone, OWN);
    expect(find('spf')).toMatchObject({
      evidence: ['example.org TXT "v=spf1 redirect=other.example"'],
      record: { value: 'v=spf1 ip4:203.0.113.7 redirect=other.example' },
    });
  });

  it('to a domain without a record makes all of it an error', async () => {
    const zone = withRecord({ TXT: ['v=spf1 redirect=gone.example'], A: ['203.0.113.1'] });
    const { find } = await check(zone, { provider: undefined });
    expect(find('spf')?.facts).toMatchObject({
      kind: 'spf-invalid',
      problem: { kind: 'no-record', domain: 'gone.example' },
    });
  });
});
