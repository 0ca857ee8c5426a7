import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../../src/language/index.js';
import type { Facts } from '../../../src/report/facts.js';

const CAUSES = [
  ...(['connection-refused', 'connection-timeout', 'network-unreachable'] as const),
  ...(['server-silent', 'connection-closed'] as const),
];
const LANGUAGES = ['en', 'zh-CN'] as const;
const { causes: english } = await loadTexts('en');
const facts = (more: Facts): Facts => ({ host: 'smtp.gmail.com', port: 465, ...more });

// Clash, mihomo, sing-box and Surge: fake-ip-range, inet4_range.
describe('an address that a proxy has made up', () => {
  for (const language of LANGUAGES) {
    it.each(CAUSES)(
      `is told of %s in ${language}, with the way past the proxy first`,
      async (cause) => {
        const { causes } = await loadTexts(language);
        const { explanation, nextSteps } = causes[cause](facts({ addresses: ['198.18.0.23'] }));
        expect(explanation).toContain('198.18.0.23');
        expect(explanation).toMatch(/fake[- ]IP/i);
        expect(nextSteps[0]).toContain('fake-ip-filter');
        expect(nextSteps[0]).toContain('smtp.gmail.com');
        // The mail server itself was never asked.
        const words = [explanation, ...nextSteps].join('\n');
        expect(words).not.toMatch(/answered, and refused|server is running|many connections from/);
      },
    );

    it.each(CAUSES)(`is no other address, at %s in ${language}`, async (cause) => {
      const { causes } = await loadTexts(language);
      for (const address of ['142.250.1.108', '198.17.0.1', '198.20.0.1', '1.198.18.0']) {
        const { explanation, nextSteps } = causes[cause](facts({ addresses: [address] }));
        expect([explanation, ...nextSteps].join('\n')).not.toMatch(/fake-?\s?ip/i);
      }
    });
  }

  it('is not blamed for a conversation that a server broke off', () => {
    const told = english['connection-closed'](
      facts({ addresses: ['198.18.0.23'], hasSpoken: true }),
    );
    expect(told.explanation).not.toContain('198.18.0.23');
  });
});

describe('a family of addresses that the machine has not', () => {
  it.each([
    [4, 'network with IPv4', 'Give it a network with IPv4'],
    [6, 'network with IPv6', 'Switch on IPv6'],
  ] as const)('is told: IPv%d', (lackedFamily, why, step) => {
    const told = english['network-unreachable']({ lackedFamily });
    expect(told.explanation).toContain(why);
    expect(told.nextSteps).toHaveLength(1);
    expect(told.nextSteps[0]).toContain(step);
  });
});

describe('STARTTLS', () => {
  const told = (more: Facts) => {
    const { explanation, nextSteps } = english['starttls-unavailable'](facts(more));
    return [explanation, ...nextSteps].join('\n');
  };
  it('that was offered is not said to be taken out of the reply', () => {
    const words = told({ offersStarttls: true, security: 'starttls' });
    expect(words).toContain('offers STARTTLS');
    expect(words).not.toMatch(/removes STARTTLS|does not offer/);
  });
  it('that was not offered may be', () => {
    const words = told({ offersStarttls: false, security: 'starttls' });
    expect(words).toMatch(/removes STARTTLS/);
    expect(words).not.toMatch(/refuse/);
  });
  it('leads to no port that was tried in vain', () => {
    expect(told({ port: 587, offersStarttls: true })).toContain('port 465');
    expect(told({ port: 587, offersStarttls: true, shutPorts: [465] })).not.toContain('port 465');
  });
});

describe('a server that another port was seen of', () => {
  it('is not said to be perhaps down', () => {
    const steps = (more: Facts) => english['connection-refused'](facts(more)).nextSteps.join('\n');
    expect(steps({})).toContain('is running');
    expect(steps({ isOpenElsewhere: true })).not.toContain('is running');
  });
});
