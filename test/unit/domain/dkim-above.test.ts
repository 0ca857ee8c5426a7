import { describe, expect, it } from 'vitest';
import type { ZoneRecords } from '../../helpers/zone-resolver.js';
import { check, free, HEALTHY } from './support.js';

const KEY = HEALTHY['post._domainkey.example.org'];
const CHAT = {
  'example.org': { TXT: ['v=spf1 -all'], MX: [[10, 'mx.example.org']] },
  'chat.example.org': { A: ['203.0.113.9'] },
  '_dmarc.example.org': { TXT: ['v=DMARC1; p=reject'] },
} satisfies Record<string, ZoneRecords>;
const STRICT = { '_dmarc.example.org': { TXT: ['v=DMARC1; p=reject; adkim=s'] } };
const ABOVE = { 'post._domainkey.example.org': KEY };
const OWN = { domain: 'chat.example.org', provider: undefined, addresses: ['203.0.113.5'] };

describe('a DKIM key of the domain above the sender’s', () => {
  it('may agree with the sender, so nobody knows whether DMARC passes', async () => {
    const { find, view } = await check({ ...CHAT, ...ABOVE }, OWN);
    expect(find('dkim')?.facts).toMatchObject({ kind: 'dkim-unknown', hasKeys: true });
    expect(find('dmarc')?.facts.kind).toBe('dmarc-found');
    expect(view.alignment).toEqual({ spf: 'fail', dkim: 'unknown', dmarc: 'unknown' });
  });

  it('is found by a given selector', async () => {
    const { find, view } = await check(
      { ...CHAT, ...ABOVE },
      { ...OWN, selectors: [{ selector: 'post' }] },
    );
    expect(find('dkim')).toMatchObject({
      ...{ status: 'ok', facts: { kind: 'dkim-found', domain: 'example.org' } },
      evidence: [expect.stringContaining('post._domainkey.example.org TXT')],
    });
    expect(view.alignment.dkim).toBe('unknown');
  });

  it('is found in the domain that a given selector names, also in one beside the sender’s', async () => {
    const beside = { 's1._domainkey.news.example.org': KEY };
    const selectors = [{ selector: 's1', domain: 'news.example.org' }];
    const { find, view } = await check({ ...CHAT, ...beside }, { ...OWN, selectors });
    expect(find('dkim')).toMatchObject({
      ...{ status: 'ok', facts: { kind: 'dkim-found', domain: 'news.example.org' } },
      evidence: [expect.stringContaining('s1._domainkey.news.example.org TXT')],
    });
    expect(view.alignment.dkim).toBe('unknown');
  });

  it('does not promise that the provider signs with it', async () => {
    const { find, view } = await check({ ...CHAT, ...ABOVE }, { domain: 'chat.example.org' });
    expect(find('dkim')?.facts).toMatchObject({ kind: 'dkim-found', domain: 'example.org' });
    expect(view.alignment.dkim).toBe('unknown');
  });

  it('is not known where DNS does not answer', async () => {
    const silent = { '_domainkey.example.org': { error: 'ETIMEOUT' } };
    const { view } = await check({ ...CHAT, ...silent }, OWN);
    expect(view.alignment.dkim).toBe('unknown');
  });

  it.each([
    ['the policy is strict', { ...CHAT, ...STRICT, ...ABOVE }],
    ['there is none', CHAT],
    [
      'it is withdrawn',
      { ...CHAT, 'post._domainkey.example.org': { TXT: ['v=DKIM1; p='] } },
      'post',
    ],
  ])('is of no use where %s', async (_why, zone, selector?: string) => {
    const own = selector === undefined ? OWN : { domain: 'chat.example.org' };
    const { view, find } = await check(zone, own);
    expect(view.alignment.dkim).toBe('fail');
    expect(find('dkim')?.facts).toMatchObject({ domain: 'chat.example.org' });
  });
});

describe('a given selector under a strict policy', () => {
  const selectors = [{ selector: 'post', domain: 'example.org' }];
  it.each([
    ['no key of the sender’s own domain', {}, 'fail'],
    ['another key there', { 'x._domainkey.chat.example.org': KEY }, 'unknown'],
    ['no answer there', { '_domainkey.chat.example.org': { error: 'ETIMEOUT' } }, 'unknown'],
  ] satisfies [string, Record<string, ZoneRecords>, string][])(
    'of the domain above, with %s',
    async (_name, more, result) => {
      const zone = { ...CHAT, ...STRICT, ...ABOVE, ...more };
      const { find, view } = await check(zone, { ...OWN, selectors });
      expect(find('dkim')?.facts).toMatchObject({ kind: 'dkim-found', domain: 'example.org' });
      expect(view.alignment).toMatchObject({ spf: 'fail', dkim: result, dmarc: result });
    },
  );

  it.each([
    [STRICT, 'fail'],
    [{}, 'unknown'],
  ])('is missing, and so is any other that could agree (%j)', async (policy, result) => {
    const zone = { ...CHAT, ...policy, 'other._domainkey.example.org': KEY };
    const { find, view } = await check(zone, { ...OWN, selectors: [{ selector: 'post' }] });
    expect(find('dkim')?.facts.kind).toBe('dkim-key-missing');
    expect(view.alignment.dkim).toBe(result);
  });
});

describe('a free-mail domain of which nobody knows through whom it is sent', () => {
  it('is not said to fail DKIM: its owner signs under selectors of its own', async () => {
    const zone = { 'free.example': { A: ['203.0.113.1'] } };
    const question = { domain: 'free.example', provider: undefined, freeMailOwner: free };
    expect((await check(zone, question)).view.alignment.dkim).toBe('unknown');
    const stranger = await check(zone, { ...question, isThroughStranger: true });
    expect(stranger.view.alignment.dkim).toBe('fail');
  });
});
