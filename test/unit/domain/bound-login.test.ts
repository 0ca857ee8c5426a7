import { describe, expect, it } from 'vitest';
import { check, withRecord } from './support.js';

describe('a login that may send as its own address alone', () => {
  it('is told, and no record that would let everybody there pass is proposed', async () => {
    const zone = withRecord({ TXT: ['v=spf1 mx -all'], MX: [[10, 'mx.example.org']] });
    const without = await check(zone);
    expect(without.find('spf')?.record).not.toBeNull();
    const { find } = await check(zone, { loginDomain: 'free.example' });
    expect(find('dmarc')).toMatchObject({
      status: 'failed',
      facts: { reason: { kind: 'login', loginDomain: 'free.example' } },
    });
    expect(find('spf')).toMatchObject({ facts: { why: 'login-decides' }, record: null });
  });
});
