import { describe, expect, it } from 'vitest';
import { domain as english } from '../../../src/language/en/domain/index.js';
import { domain as chinese } from '../../../src/language/zh-cn/domain/index.js';
import { check, HEALTHY, withRecord } from './support.js';

const RIGHT = 'v=spf1 include:spf.post.example ~all';
const { '_dmarc.example.org': _, ...WITHOUT_DMARC } = HEALTHY;
const apex = HEALTHY['example.org'];

describe('an SPF record that is there but spoilt', () => {
  it.each([
    `"${RIGHT}"`,
    ` ${RIGHT}`,
    RIGHT.replace(' ', '; '),
    RIGHT.replace(' ', ''),
    RIGHT.replace('=', ' = '),
    RIGHT.replace('v=spf1', 'v=spfl'),
    RIGHT.replace('v=spf1', 'spf1'),
    RIGHT.replace('v=spf1', 'v:spf1'),
    RIGHT.replace('v=spf1', 'v=sfp1'),
    RIGHT.replace('v=spf1', 'ｖ＝ｓｐｆ１'),
    RIGHT.replace('v=spf1 ', 'v=spf1\u00a0'),
    RIGHT.replace('v=spf1', 'TXT v=spf1'),
    'include：spf.post.example ~all',
  ])('is shown, and told as such: %s', async (text) => {
    const { find } = await check(withRecord({ ...apex, TXT: ['site-verification=1', text] }));
    const spf = find('spf');
    expect(spf).toMatchObject({
      ...{ status: 'failed', facts: { kind: 'spf-missing', meantAt: 'example.org' } },
      ...{ evidence: [`example.org TXT "${text}"`], record: { value: RIGHT } },
    });
    if (spf?.facts.kind !== 'spf-missing') throw new Error('another finding');
    const facts = { ...spf.facts, provider: null };
    expect(english.findings['spf-missing'](facts, 'failed').title).toMatch(
      /does not begin with v=spf1/,
    );
    expect(chinese.findings['spf-missing'](facts, 'failed').title).toContain(
      '没有以 v=spf1 加空格开头',
    );
  });

  it.each(['spf2.0/pra include:spf.post.example ~all', 'SPF is managed by IT', 'all=well'])(
    'is not meant by %s',
    async (text) => {
      const { find } = await check(withRecord({ ...apex, TXT: [text] }));
      expect(find('spf')).toMatchObject({ facts: { kind: 'spf-missing' }, evidence: [] });
      expect(find('spf')?.facts).not.toHaveProperty('meantAt');
    },
  );

  it('is moved where a panel has added the domain a second time', async () => {
    const zone = {
      ...withRecord({ ...apex, TXT: [] }),
      'example.org.example.org': { TXT: [RIGHT] },
    };
    const { find } = await check(zone);
    expect(find('spf')?.facts).toMatchObject({ meantAt: 'example.org.example.org' });
    const wild = { ...withRecord({ ...apex, TXT: [] }), '*.example.org': { TXT: [RIGHT] } };
    expect((await check(wild)).find('spf')?.facts).not.toHaveProperty('meantAt');
  });

  it('has full-width signs in a term, which are named and mended', async () => {
    const text = 'v=spf1 include：spf.post.example ~all';
    const { find } = await check(withRecord({ ...apex, TXT: [text] }));
    const spf = find('spf');
    expect(spf).toMatchObject({ status: 'failed', record: { value: RIGHT } });
    if (spf?.facts.kind !== 'spf-invalid') throw new Error('another finding');
    const said = english.findings['spf-invalid'](spf.facts, 'failed').explanation;
    expect(said).toContain('full-width colon: include：spf.post.example');
  });
});

describe('a DMARC record that is there but spoilt or misplaced', () => {
  it.each([
    'DMARC1; p=reject',
    'v:DMARC1; p=reject',
    'v=DMRAC1; p=reject',
    'ｖ＝DMARC1； p＝reject',
    '"v=DMARC1; p=reject"',
  ])('does not begin as it must: %s', async (text) => {
    const { find } = await check({ ...HEALTHY, '_dmarc.example.org': { TXT: [text] } });
    expect(find('dmarc')).toMatchObject({
      ...{ facts: { kind: 'dmarc-invalid', problem: { kind: 'bad-beginning' } } },
      ...{
        evidence: [`_dmarc.example.org TXT "${text}"`],
        record: { value: 'v=DMARC1; p=reject' },
      },
    });
  });

  it.each(['example.org', '_dmarc.example.org.example.org', 'dmarc.example.org'])(
    'stands at %s',
    async (name) => {
      const text = 'v=DMARC1; p=reject';
      const zone = {
        ...WITHOUT_DMARC,
        [name]: { ...(name === 'example.org' ? apex : {}), TXT: [text] },
      };
      const { find } = await check(zone);
      const dmarc = find('dmarc');
      expect(dmarc).toMatchObject({
        ...{ facts: { kind: 'dmarc-missing', meantAt: name }, evidence: [`${name} TXT "${text}"`] },
        record: { name: '_dmarc.example.org', value: text },
      });
      if (dmarc?.facts.kind !== 'dmarc-missing') throw new Error('another finding');
      const { title, nextSteps } = english.findings['dmarc-missing'](dmarc.facts, 'warning');
      expect(title).toBe(`The DMARC record of example.org stands at ${name}, where nobody looks`);
      expect(nextSteps.join()).toContain('to _dmarc.example.org');
    },
  );

  it('is meant by no other text', async () => {
    const { find } = await check({ ...WITHOUT_DMARC, '*.example.org': { TXT: ['v=DMARC1'] } });
    expect(find('dmarc')?.facts).not.toHaveProperty('meantAt');
    expect((await check(WITHOUT_DMARC)).find('dmarc')?.facts).not.toHaveProperty('meantAt');
  });
});
