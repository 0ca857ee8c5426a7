import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../../src/language/index.js';
import { LANGUAGES } from '../../../src/language-codes.js';
import type { Facts } from '../../../src/report/facts.js';

describe.each(LANGUAGES)('a server that there is no way to, in %s', (lang) => {
  const told = async (facts: Facts) => {
    const { explanation, nextSteps } = (await loadTexts(lang)).causes['network-unreachable'](facts);
    return [explanation, ...nextSteps].join('\n');
  };

  it('is not advised IPv6 where its address is IPv4', async () => {
    for (const facts of [
      { host: '172.18.0.250' },
      { host: '203.0.113.9' },
      { host: 'mail.example', addresses: ['203.0.113.9', '2001:db8::1'] },
    ]) {
      expect(await told(facts)).not.toContain('IPv6');
    }
    for (const facts of [
      { host: '2001:db8::1' },
      { host: 'mail.example' },
      { host: 'mail.example', addresses: ['2001:db8::1'] },
    ]) {
      expect(await told(facts)).toContain('IPv6');
    }
  });

  it('is not looked for in the internet where it is in a network of one’s own', async () => {
    expect(await told({ host: '172.18.0.250' })).not.toContain('1.1.1.1');
    expect(await told({ host: '203.0.113.9' })).toContain('1.1.1.1');
  });
});
