import { describe, expect, it } from 'vitest';
import type { ZoneRecords } from '../../helpers/zone-resolver.js';
import { check, withRecord } from './support.js';

describe('the way to a domain', () => {
  it.each([
    [{ MX: [[0, '']] }, 'failed'],
    [{ A: ['192.0.2.1'] }, 'warning'],
    [{ TXT: ['x'] }, 'failed'],
  ] satisfies [ZoneRecords, string][])('MX of %j: %s', async (records, status) => {
    const { find } = await check(withRecord(records));
    expect(find('mx')).toMatchObject({ status, facts: { kind: 'mx-missing' } });
  });

  it.each([
    [[[10, 'mx.gone.example']], ['mx.gone.example'], false],
    [[[10, 'https://mx.example.org']], ['https://mx.example.org'], false],
    [[[10, '127.0.0.1']], ['127.0.0.1'], true],
    [
      [
        [20, '192.0.2.1'],
        [10, 'mx.gone.example'],
      ],
      ['mx.gone.example', '192.0.2.1'],
      false,
    ],
  ] satisfies [[number, string][], string[], boolean][])(
    'an MX of %j takes no mail',
    async (MX, exchanges, areAddresses) => {
      const zone = withRecord({ A: ['192.0.2.1'], MX });
      const { find } = await check(zone, { recipientDomain: 'example.org' });
      const facts = { unusable: { exchanges, areAddresses } };
      expect(find('mx')).toMatchObject({
        status: 'failed',
        facts: { kind: 'mx-missing', ...facts },
      });
      expect(find('recipient')).toMatchObject({
        status: 'failed',
        facts: { kind: 'recipient-takes-no-mail', ...facts },
      });
    },
  );

  it.each([
    [['127.0.0.1'], 'failed', true],
    [['0.0.0.0'], 'failed', true],
    [['10.0.0.1'], 'warning', true],
    [['127.0.0.1', '192.168.1.2'], 'warning', true],
    [['10.0.0.1', '192.0.2.1'], 'ok', undefined],
  ])('an MX whose host has only %j: %s', async (A, status, areInside) => {
    const zone = withRecord({ MX: [[10, 'mx.inside.example']] }, { 'mx.inside.example': { A } });
    const { find } = await check(zone, { recipientDomain: 'example.org' });
    expect(find('mx')?.status).toBe(status);
    // In the own network it may take mail all the same.
    expect(find('recipient')?.status).toBe(status === 'failed' ? 'failed' : 'ok');
    expect(find('mx')?.facts).toMatchObject(
      areInside ? { kind: 'mx-missing', unusable: { areInside } } : { kind: 'mx-found' },
    );
  });

  it('an MX of which one leads to a host takes mail there', async () => {
    const MX: [number, string][] = [
      [5, 'mx.gone.example'],
      [10, 'mx.example.org'],
    ];
    const { find } = await check(withRecord({ MX }));
    expect(find('mx')).toMatchObject({ status: 'ok', facts: { exchanges: ['mx.example.org'] } });
  });

  it('an MX of a host that nobody answers for is unknown', async () => {
    const MX: [number, string][] = [
      [5, 'mx.gone.example'],
      [10, 'mx.mute.example'],
    ];
    const zone = withRecord({ MX }, { 'mx.mute.example': { error: 'ESERVFAIL' } });
    const { find } = await check(zone);
    expect(find('mx')).toMatchObject({
      status: 'unknown',
      facts: { kind: 'dns-unavailable', name: 'mx.mute.example', code: 'ESERVFAIL' },
    });
  });
});
