import { describe, expect, it } from 'vitest';
import { findPastedHeaders } from '../../../../src/explain/letters/pasted-headers.js';
import { explain } from '../../../../src/library/explain.js';

const FIELDS = [
  'Received: from out.a.example by mx.b.example with ESMTPS id 2;',
  '\tFri, 2 Jan 2026 03:04:05 +0000',
  'Authentication-Results: mx.b.example; dkim=none;',
  '\tspf=fail smtp.mailfrom=a.example',
  'From: Tailchat <noreply@a.example>',
  'Subject: Hello',
];
const TEXT = FIELDS.join('\n');
const marked = (sign: string) => FIELDS.map((line) => `${sign}${line}`).join('\n');

describe('the header of a mail, pasted', () => {
  it.each<[string, string, number]>([
    ['behind words', `Why is my mail in spam?\nThe headers:\n\n${TEXT}\n\nThanks`, 4],
    ['behind a line that looks like a field', `Question: why?\n\n${TEXT}`, 3],
    ['in a code block', `\`\`\`\n${TEXT}\n\`\`\``, 2],
    ['indented', marked('    '), 1],
    ['quoted', `On Friday he wrote:\n${marked('> ')}\n>\n> Regards`, 2],
    ['with line ends of Windows', `Hi,\r\n\r\n${TEXT.replaceAll('\n', '\r\n')}`, 3],
  ])('%s', async (_, text, line) => {
    expect(findPastedHeaders(text)).toEqual({ text: `${TEXT}\n`, line });
    const { letters, findings } = await explain(text);
    expect(findings).toEqual([]);
    expect(letters?.[0]).toMatchObject({
      ...{ kind: 'received', line },
      received: {
        from: 'a.example',
        authentication: [
          { method: 'dkim', result: 'none' },
          { method: 'spf', result: 'fail' },
        ],
      },
    });
  });

  it.each([
    ['Authentication-Results: mx.google.com; spf=softfail smtp.mailfrom=a@a.example', 'softfail'],
    [
      'Received-SPF: fail (mx.b.example: domain of a@a.example does not) client-ip=192.0.2.1',
      'fail',
    ],
  ])('may be a line of it alone: %s', async (text, result) => {
    const { letters } = await explain(text);
    expect(letters?.[0]?.received?.authentication).toMatchObject([{ method: 'spf', result }]);
  });

  it('may be what a filter wrote alone', async () => {
    const { letters } = await explain('X-Spam-Status: Yes, score=7.2 required=5.0 tests=URI_X');
    expect(letters?.[0]?.received?.filters).toMatchObject([{ isSpam: true, reasons: ['URI_X'] }]);
  });

  it('may be Gmail’s table above it', async () => {
    const text = [
      'Message ID\t<1@a.example>',
      'From:\tTailchat <noreply@a.example>',
      'SPF:\tSOFTFAIL with IP 192.0.2.1 Learn more',
      "DKIM:\t'FAIL' with domain a.example Learn more",
      "DMARC:\t'FAIL' Learn more",
    ].join('\n');
    const { letters } = await explain(text);
    expect(letters?.[0]).toMatchObject({
      line: 3,
      received: {
        from: 'a.example',
        authentication: [
          { method: 'spf', result: 'softfail', by: 'mx.google.com' },
          { method: 'dkim', result: 'fail', domain: 'a.example' },
          { method: 'dmarc', result: 'fail' },
        ],
      },
    });
  });

  it('is none where nobody has judged, or a failure is told', async () => {
    expect(findPastedHeaders('From: a@b.example\nTo: c@d.example\n\nHi')).toBeUndefined();
    expect(findPastedHeaders('SPF: pass\nand no more')).toBeUndefined();
    const { findings, letters } = await explain(`Error: 535 Login failed\n\n${TEXT}`);
    expect([findings.length > 0, letters]).toEqual([true, undefined]);
  });

  it('is looked for in time, whatever stands there', () => {
    const start = performance.now();
    for (const text of [
      '> '.repeat(30_000),
      'A: b\n'.repeat(13_000),
      ` ${'\t'.repeat(60_000)}x`,
      'SPF: '.repeat(12_000),
    ])
      expect(findPastedHeaders(text)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
