import { describe, expect, it } from 'vitest';
import type { DomainTexts, FindingWords } from '../../../src/language/domain-texts.js';
import { domain as english } from '../../../src/language/en/domain/index.js';
import { domain as chinese } from '../../../src/language/zh-cn/domain/index.js';
import {
  codeOf,
  type DomainFinding,
  type FindingFacts,
} from '../../../src/report/domain-finding.js';
import type { ZoneRecords } from '../../helpers/zone-resolver.js';
import { check, withRecord } from './support.js';

function saidOf({ findings }: DomainTexts, { facts, status }: DomainFinding): string {
  const say = findings[facts.kind] as (facts: FindingFacts, status: string) => FindingWords;
  const { title, explanation } = say(facts, status);
  return `${title} ${explanation}`;
}

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
    // Sender and recipient are judged alike: in the own network it may take mail all the same.
    expect(find('recipient')?.status).toBe(status);
    expect(find('mx')?.facts).toMatchObject(
      areInside ? { kind: 'mx-missing', unusable: { areInside } } : { kind: 'mx-found' },
    );
  });

  it.each([
    [{ A: ['192.0.2.1'] }, 'example.org has no MX record', /does not tell whether/],
    [
      { MX: [[10, 'mx.inside.example']] },
      'The MX record of example.org leads to an address that nobody outside can reach: mx.inside.example',
      /local network/,
    ],
    [
      { MX: [[10, 'mx.y.example']] },
      'DNS sends mail for example.org to mx.y.example',
      /only a mail/,
    ],
  ] satisfies [ZoneRecords, string, RegExp][])(
    'of a recipient with %j: no more is said than DNS says',
    async (records, title, words) => {
      const hosts = {
        'mx.inside.example': { A: ['10.0.0.1'] },
        'mx.y.example': { A: ['192.0.2.1'] },
      };
      const { find } = await check(withRecord(records, hosts), { recipientDomain: 'example.org' });
      const finding = find('recipient');
      if (!finding) throw new Error('no finding');
      expect(saidOf(english, finding)).toContain(title);
      expect(saidOf(english, finding)).toMatch(words);
      expect(saidOf(english, finding)).not.toMatch(/takes mail|accepts/);
      expect(saidOf(chinese, finding)).not.toContain('接收邮件');
      const isFound = 'MX' in records && records.MX[0]?.[1] === 'mx.y.example';
      expect(finding.status).toBe(isFound ? 'ok' : 'warning');
      expect(codeOf(finding.facts)).toBe(isFound ? null : 'mx-missing');
    },
  );

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
