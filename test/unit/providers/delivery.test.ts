import { describe, expect, it } from 'vitest';
import { findFreeMailOwner } from '../../../src/providers/free-mail.js';
import { PROVIDERS } from '../../../src/providers/index.js';
import type { Provider, Sourced } from '../../../src/providers/provider.js';

const DOMAIN = /^(?:[a-z0-9_](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/;
/** RFC 6376 section 3.1: labels of a domain name, which may begin with a digit. */
const SELECTOR = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*$/;
const TODAY = new Date().toISOString().slice(0, 10);

const KNOWN = PROVIDERS.filter(({ delivery }) => delivery).map(
  (provider) => [provider.id, provider] as const,
);

/** Every fact of a provider's delivery. */
function factsOf({ delivery = {} }: Provider): [name: string, fact: Sourced<unknown>][] {
  const { freeMail = [], unknown: _, ...others } = delivery;
  return [
    ...Object.entries(others),
    ...freeMail.map((fact) => ['freeMail', fact] as [string, Sourced<unknown>]),
  ];
}

/** Every free-mail domain, as often as it is claimed. */
const CLAIMS = KNOWN.flatMap(([id, { delivery }]) =>
  (delivery?.freeMail ?? []).flatMap(({ value }) =>
    value.domains.map((domain) => [domain, id] as const),
  ),
);

describe('how mail leaves a provider', () => {
  it('is known of those that a Tailchat server is likely to use', () => {
    const ids = KNOWN.map(([id]) => id);
    expect(ids).toEqual(
      expect.arrayContaining(
        'qq exmail netease netease-qiye aliyun-mail aliyun-directmail feishu tencent-ses gmail microsoft365 ses'.split(
          ' ',
        ),
      ),
    );
  });

  it('is known of each that sends, or is said to be unknown', () => {
    const silent = PROVIDERS.filter(({ kind, delivery }) => kind !== 'software' && !delivery);
    expect(silent.map(({ id }) => id)).toEqual([]);
    for (const [id, { delivery }] of KNOWN) {
      const { unknown, ...claims } = delivery ?? {};
      if (!unknown) continue;
      expect(unknown.facts.length, id).toBeGreaterThan(0);
      expect(new Date(unknown.looked).toISOString().slice(0, 10)).toBe(unknown.looked);
      expect(unknown.looked <= TODAY).toBe(true);
      // Nothing is both claimed and unknown.
      expect(unknown.facts.filter((name) => name in claims)).toEqual([]);
    }
  });

  it.each(KNOWN)('of %s is claimed with the page and the day', (_, provider) => {
    expect(factsOf(provider).length).toBeGreaterThan(0);
    for (const [name, { source, checked, value }] of factsOf(provider)) {
      expect([name, new URL(source).protocol]).toEqual([name, 'https:']);
      expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(new Date(checked).toISOString().slice(0, 10)).toBe(checked);
      expect(checked <= TODAY).toBe(true);
      expect(value).not.toBeUndefined();
    }
  });

  it.each(KNOWN)('of %s is written as DNS has it', (_, { delivery }) => {
    const { spf, dkim, freeMail = [] } = delivery ?? {};
    if (spf) expect(spf.value).toMatch(DOMAIN);
    if (dkim && dkim.value.form !== 'issued') {
      expect(dkim.value.selectors.length).toBeGreaterThan(0);
      expect(new Set(dkim.value.selectors).size).toBe(dkim.value.selectors.length);
      for (const selector of dkim.value.selectors) expect(selector).toMatch(SELECTOR);
    }
    for (const { value } of freeMail) {
      expect(value.domains.length).toBeGreaterThan(0);
      for (const domain of value.domains) expect(domain).toMatch(DOMAIN);
    }
  });

  it('claims no free-mail domain twice, and finds the owner of each', async () => {
    const domains = CLAIMS.map(([domain]) => domain);
    expect(new Set(domains).size).toBe(domains.length);
    for (const [domain, id] of CLAIMS) expect((await findFreeMailOwner(domain))?.id).toBe(id);
    expect(await findFreeMailOwner('example.org')).toBeUndefined();
    expect(await findFreeMailOwner('mail.qq.com')).toBeUndefined();
  });
});
