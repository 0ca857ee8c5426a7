import { describe, expect, it } from 'vitest';
import { asServerPicks, lackedFamily } from '../../../src/smtp/connection/as-server-picks.js';
import { ownFamilies } from '../../../src/smtp/connection/own-families.js';

const BOTH = ['192.0.2.7', '2001:db8::7'];
const never = () => {
  throw new Error('asked without need');
};

// isFamilySupported in lib/shared/index.js of nodemailer 6.7.8: an interface that is not internal.
describe('the addresses of which the server takes one', () => {
  it.each<[string, (4 | 6)[], string[]]>([
    ['both families', [4, 6], ['192.0.2.7']],
    ['IPv4 alone', [4], ['192.0.2.7']],
    ['IPv6 alone', [6], ['2001:db8::7']],
    ['itself alone', [], ['192.0.2.7']],
  ])('are those of IPv4, but for a machine with IPv6 alone: %s', (_, families, taken) => {
    expect(asServerPicks(BOTH, () => new Set(families))).toEqual(taken);
  });

  it('are all of a host with one family', () => {
    for (const address of BOTH) expect(asServerPicks([address], never)).toEqual([address]);
  });

  it.each<[(4 | 6)[], string[], 4 | 6 | undefined]>([
    [[], ['127.0.0.1'], 4],
    [[], ['::1'], 6],
    [[6], ['192.0.2.7'], 4],
    [[4], ['2001:db8::7'], 6],
    [[4], ['192.0.2.7'], undefined],
    [[6], ['2001:db8::7'], undefined],
  ])('are none on a machine with %j for %j: it lacks %s', (families, tried, lacked) => {
    expect(lackedFamily(tried, new Set(families))).toBe(lacked);
  });

  it('are chosen by families that the machine has', () => {
    for (const family of ownFamilies()) expect([4, 6]).toContain(family);
  });
});
