import { describe, expect, it } from 'vitest';
import { checkDmarc } from '../../../src/domain/dmarc/check-dmarc.js';
import { treeNames, walkTree } from '../../../src/domain/dmarc/find-policy.js';
import {
  isDmarcRecord,
  isMeantAsDmarc,
  parseDmarc,
} from '../../../src/domain/dmarc/parse-dmarc.js';
import { zoneResolver } from '../../helpers/zone-resolver.js';

const at = (records: Record<string, string | string[]>) =>
  zoneResolver(
    Object.fromEntries(
      Object.entries(records).map(([domain, text]) => [`_dmarc.${domain}`, { TXT: [text].flat() }]),
    ),
  );

describe('a DMARC record', () => {
  it('is known by its version, which stands first', () => {
    expect(isDmarcRecord('v=DMARC1; p=none')).toBe(true);
    expect(isDmarcRecord('v = DMARC1 ;p=none')).toBe(true);
    expect(isDmarcRecord('v=DMARC1')).toBe(true);
    expect(isDmarcRecord('V=DMARC1; p=none')).toBe(true);
    expect(isDmarcRecord('v=dmarc1; p=none')).toBe(false);
    expect(isDmarcRecord('p=none; v=DMARC1')).toBe(false);
    expect(isDmarcRecord('v=DMARC10; p=none')).toBe(false);
  });

  it('has blanks and tabs around its values, and no blank of another kind', () => {
    expect(parseDmarc('v=DMARC1; p=reject \t')).toMatchObject({ record: { policy: 'reject' } });
    expect(parseDmarc('v=DMARC1; p=reject\u00a0')).toEqual({ problem: { kind: 'no-policy' } });
    const reports = ['mailto:a@x.org', 'mailto:b@x.org\u00a0'];
    const text = `v=DMARC1; p=none; rua=${reports.join(' ,\t')}`;
    expect(parseDmarc(text)).toMatchObject({ record: { reports } });
  });

  it('is read with its defaults', () => {
    expect(parseDmarc('v=DMARC1; p=reject')).toEqual({
      record: {
        ...{ policy: 'reject', dkim: 'relaxed', spf: 'relaxed', isTesting: false },
        ...{ reports: [] },
      },
    });
    expect(
      parseDmarc(
        'v=DMARC1;p=Quarantine;sp=none;adkim=s;aspf=R;t=y;psd=n;pct=20;rua=mailto:a@x.example',
      ),
    ).toMatchObject({
      record: {
        ...{ policy: 'quarantine', subdomainPolicy: 'none', dkim: 'strict', spf: 'relaxed' },
        ...{ isTesting: true, publicSuffix: false, percent: 20, reports: ['mailto:a@x.example'] },
      },
    });
  });

  it.each([
    // RFC 9989 section 4.10.1: without reports nothing is left of it.
    ['v=DMARC1; p=refuse', null, { kind: 'no-policy' }],
    ['v=DMARC1; p=refuse; rua=mailto:a@x.example', 'none', { kind: 'no-policy' }],
    ['v=DMARC1; p=reject; sp=x', null, { kind: 'bad-subdomain-policy', tag: 'sp' }],
    ['v=DMARC1; p=reject; np=', null, { kind: 'bad-subdomain-policy', tag: 'np' }],
    [
      'v=DMARC1; p=reject; sp=x; rua=mailto:a@x.example',
      'none',
      { kind: 'bad-subdomain-policy', tag: 'sp' },
    ],
    ['v=DMARC1; p=none; p=reject', null, { kind: 'repeated', tag: 'p' }],
    ['v=DMARC1; p=reject; pct=101', 'reject', { kind: 'bad-value', tag: 'pct' }],
    ['v=DMARC1; p=reject; adkim=x', 'reject', { kind: 'bad-value', tag: 'adkim' }],
    ['v = DMARC1; p=reject', 'reject', { kind: 'odd-spelling' }],
    ['v=DMARC1; P=reject', 'reject', { kind: 'odd-spelling' }],
    ['v=DMARC1 ; p=reject', 'reject', { kind: 'odd-spelling' }],
    ['v=DMARC1;; p=reject', 'reject', { kind: 'odd-spelling' }],
    // What no program trips over.
    ['v=DMARC1;p=REJECT;', 'reject', undefined],
    ['v=DMARC1; p = reject', 'reject', undefined],
    ['v=DMARC1; x=1; p=reject; foo', 'reject', undefined],
  ])('%s is %s, %j', (text, policy, problem) => {
    const read = parseDmarc(text);
    expect(read.record?.policy ?? null).toBe(policy);
    expect(read.problem).toEqual(problem);
  });

  it('is read in a moment, whatever it holds', () => {
    const start = performance.now();
    for (const one of ['A', 'v', ' ', ';', '=', 'v ', 'A=', '\t;']) {
      const text = `v=DMARC1;${one.repeat(65_000 / one.length)}`;
      parseDmarc(text);
      isMeantAsDmarc(text.slice(9));
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('the walk up the tree', () => {
  it('asks at eight names at most', () => {
    expect(treeNames('a.b.example.org')).toEqual([
      'a.b.example.org',
      'b.example.org',
      'example.org',
      'org',
    ]);
    const long = treeNames('a.b.c.d.e.f.g.h.i.example.org');
    expect(long).toHaveLength(8);
    expect(long[1]).toBe('e.f.g.h.i.example.org'.split('.').slice(-7).join('.'));
  });

  it('takes the record of the domain itself, then that of the organisation', async () => {
    const zone = { 'mail.example.org': 'v=DMARC1; p=none', 'example.org': 'v=DMARC1; p=reject' };
    expect(await walkTree('mail.example.org', at(zone))).toMatchObject({
      policy: { domain: 'mail.example.org', record: { policy: 'none' } },
      organization: 'example.org',
    });
    expect(await walkTree('other.example.org', at(zone))).toMatchObject({
      policy: { domain: 'example.org' },
    });
  });

  it('ends at a record that says psd=n, and stays below one that says psd=y', async () => {
    const cut = { 'a.example.org': 'v=DMARC1; p=none; psd=n', 'example.org': 'v=DMARC1; p=reject' };
    expect(await walkTree('x.a.example.org', at(cut))).toMatchObject({
      policy: { domain: 'a.example.org' },
      organization: 'a.example.org',
    });
    const suffix = { example: 'v=DMARC1; p=reject; psd=y' };
    expect(await walkTree('mail.bank.example', at(suffix))).toMatchObject({
      organization: 'bank.example',
      policy: { domain: 'example' },
    });
  });

  it('says when an answer was missing', async () => {
    const resolver = zoneResolver({ '_dmarc.example.org': { error: 'ETIMEOUT' } });
    expect(await walkTree('example.org', resolver)).toMatchObject({
      policy: null,
      isUncertain: true,
      own: { status: 'unknown', code: 'ETIMEOUT' },
    });
  });
});

describe('the check', () => {
  it.each([
    [{ 'example.org': 'v=DMARC1; p=reject' }, 'ok', 'dmarc-found'],
    [{}, 'warning', 'dmarc-missing'],
    [{ 'example.org': 'v=DMARC1' }, 'failed', 'dmarc-invalid'],
    [{ 'example.org': 'v=DMARC1; rua=mailto:a@x.example' }, 'warning', 'dmarc-invalid'],
    [{ 'example.org': 'v=dmarc1; p=none' }, 'failed', 'dmarc-invalid'],
    [{ 'example.org': ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] }, 'failed', 'dmarc-multiple'],
  ])('of %j: %s, %s', async (zone, status, kind) => {
    const { finding } = await checkDmarc('example.org', at(zone));
    expect(finding).toMatchObject({ name: 'dmarc', status, facts: { kind } });
  });

  it('says where the tree and the list of public suffixes lead to different policies', async () => {
    // The record stands between the domain and its organisation: the list passes over it.
    const zone = { 'sub.example.org': 'v=DMARC1; p=reject' };
    const view = await checkDmarc('mail.sub.example.org', at(zone));
    expect(view).toMatchObject({ policy: 'reject', isDifferent: true });
    expect(view.finding).toMatchObject({ status: 'warning', facts: { kind: 'readers-differ' } });
  });

  it('says what is wrong with the record of the organisation', async () => {
    const zone = { 'example.org': ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] };
    const { finding, policy } = await checkDmarc('mail.example.org', at(zone));
    expect(policy).toBeNull();
    expect(finding.facts).toMatchObject({ kind: 'dmarc-multiple', domain: 'example.org' });
  });

  it('takes sp= for what stands below the record', async () => {
    const zone = { 'example.org': 'v=DMARC1; p=reject; sp=none' };
    expect(await checkDmarc('mail.example.org', at(zone))).toMatchObject({ policy: 'none' });
  });
});
