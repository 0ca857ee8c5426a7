import { isIP as nodeIsIP } from 'node:net';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isIP } from '../../../src/safety/is-ip.js';

it('says of addresses, and of what is nearly one, what Node says', () => {
  const nearly = fc
    .array(fc.constantFrom(':', '::', '.', '1', 'ff', '127.0.0.1', '0', 'g', '%', 'eth0', '['), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), nearly, fc.string()), (text) => {
      expect(isIP(text)).toBe(nodeIsIP(text));
    }),
    { numRuns: 2000 },
  );
});
