import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressNumber,
  expandedAddress,
  formatNetwork,
  isCovered,
  isWithin,
  networkOf,
  reverseName,
} from '../../../src/domain/networks.js';

function network(text: string) {
  const [address = '', prefix = ''] = text.split('/');
  const found = networkOf(address, Number(prefix));
  if (!found) throw new Error(text);
  return found;
}

describe('blocks of addresses', () => {
  it.each([
    ['192.0.2.7/32', '192.0.2.0/24', true],
    ['192.0.2.0/24', '192.0.2.7/32', false],
    ['192.0.3.1/32', '192.0.2.0/24', false],
    ['2001:db8:1::/48', '2001:db8::/32', true],
    ['192.0.2.1/32', '::/0', false],
    ['203.0.113.9/32', '0.0.0.0/0', true],
  ])('%s lies within %s: %s', (inner, outer, expected) => {
    expect(isWithin(network(inner), network(outer))).toBe(expected);
  });

  it('are covered by two halves, and not by one', () => {
    const halves = [network('192.0.2.0/25'), network('192.0.2.128/25')];
    expect(isCovered(network('192.0.2.0/24'), halves)).toBe(true);
    expect(isCovered(network('192.0.2.0/24'), halves.slice(1))).toBe(false);
    const quarters = [0, 64, 128, 192].map((last) => network(`192.0.2.${last}/26`));
    expect(isCovered(network('192.0.2.0/24'), quarters)).toBe(true);
  });

  it('are covered by whatever covers each of their addresses', () => {
    const block = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 }));
    fc.assert(
      fc.property(block, fc.array(block, { maxLength: 6 }), ([base, prefix], others) => {
        const inner = network(`192.0.2.${base}/${prefix}`);
        const outer = others.map(([last, bits]) => network(`192.0.2.${last}/${bits}`));
        const addresses = Array.from({ length: 256 }, (_, last) => network(`192.0.2.${last}/32`));
        const isEach = addresses
          .filter((address) => isWithin(address, inner))
          .every((address) => outer.some((one) => isWithin(address, one)));
        expect(isCovered(inner, outer)).toBe(isEach);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an address', () => {
  it('is a number, IPv4 in IPv6 the number of IPv4', () => {
    expect(addressNumber('192.0.2.1')).toEqual({ family: 4, value: 0xc0000201n });
    expect(addressNumber('::ffff:192.0.2.1')).toEqual({ family: 4, value: 0xc0000201n });
    expect(addressNumber('::1')).toEqual({ family: 6, value: 1n });
    expect(addressNumber('host.example')).toBeUndefined();
    expect(addressNumber('fe80::1%eth0')).toBeUndefined();
  });

  it('is written as macros and reverse names want it', () => {
    expect(expandedAddress('2001:db8::cb01')).toMatch(/^2\.0\.0\.1\.0\.d\.b\.8\.0.*\.c\.b\.0\.1$/);
    expect(reverseName('192.0.2.3')).toBe('3.2.0.192.in-addr.arpa');
    expect(reverseName('2001:db8::1')).toMatch(/^1\.0\.0\..*\.8\.b\.d\.0\.1\.0\.0\.2\.ip6\.arpa$/);
    expect(formatNetwork(network('192.0.2.77/24'))).toBe('192.0.2.0/24');
  });
});
