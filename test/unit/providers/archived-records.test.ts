import { describe, expect, it } from 'vitest';
import { checkHost } from '../../../src/domain/spf/check-host.js';
import { parseSpf } from '../../../src/domain/spf/parse-spf.js';
import { walkSpf } from '../../../src/domain/spf/walk-spf.js';
import { PROVIDERS } from '../../../src/providers/index.js';
import archive from '../../fixtures/archived-records.json' with { type: 'json' };
import { zoneResolver } from '../../helpers/zone-resolver.js';
import { check } from '../domain/support.js';

const { published, mails } = archive;
const zone = Object.fromEntries(
  Object.entries(archive.zone).map(([name, text]) => [name, { TXT: [text] }]),
);
const providerOf = (id: string) => {
  const provider = PROVIDERS.find((one) => one.id === id);
  if (!provider) throw new Error(`no provider ${id}`);
  return provider;
};
const spfOf = (id: string) => providerOf(id).delivery?.spf?.value ?? '';
/** Those whose record is archived whole. */
const WHOLE = PROVIDERS.filter(({ delivery }) => delivery?.spf && delivery.spf.value in zone);

describe('what is said of a provider’s SPF record', () => {
  it.each(published)('of $provider is what stood at $at', ({ provider, text }) => {
    const record = parseSpf(text);
    if ('problem' in record) throw new Error(record.problem);
    const names = record.mechanisms.map((term) => (term.name === 'include' ? term.domain : ''));
    expect(names).toContain(spfOf(provider));
  });

  it('is archived whole of the largest', () => {
    expect(WHOLE.map(({ id }) => id)).toEqual(expect.arrayContaining(['gmail', 'microsoft365']));
  });

  it.each(WHOLE.map((provider) => [provider.id, provider] as const))(
    'of %s is read as it was published, and asked for where it is missing',
    async (id, provider) => {
      const tree = await walkSpf(spfOf(id), zoneResolver(zone));
      expect(tree.problems).toEqual([]);
      expect(tree.networks.length).toBeGreaterThan(5);
      const own = (text: string) => ({ ...zone, 'example.org': { A: ['192.0.2.1'], TXT: [text] } });
      const within = await check(own(`v=spf1 include:${spfOf(id)} -all`), { provider });
      const without = await check(own('v=spf1 mx -all'), { provider });
      // Where the envelope is another's, nothing has to be covered.
      const isAsked = (provider.delivery?.envelope?.value ?? 'sender') === 'sender';
      expect(within.find('spf')?.facts.kind).toBe(isAsked ? 'spf-covers' : 'spf-found');
      if (!isAsked) return;
      expect(without.find('spf')?.record?.value).toBe(`v=spf1 mx include:${spfOf(id)} -all`);
    },
  );

  it.each(mails)('lets the mail through that $provider sent from $address', async (mail) => {
    const { provider, address: ip } = mail;
    const domain = 'example.org';
    const resolver = zoneResolver({
      ...zone,
      [domain]: { TXT: [`v=spf1 include:${spfOf(provider)} -all`] },
    });
    const question = { ip, domain, sender: `me@${domain}`, helo: domain };
    expect(await checkHost(question, resolver)).toMatchObject({ result: 'pass' });
  });
});
