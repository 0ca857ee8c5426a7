import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runBin } from '../helpers/run-bin.js';
import { expectValidExplanation } from '../helpers/schema.js';

const HEADER = [
  'Received: from mx.example.org (localhost [127.0.0.1]) by store.example.org (Postfix) with ESMTP id 1;',
  '\tFri, 2 Jan 2026 03:04:25 +0000',
  'Authentication-Results: mx.example.org; dkim=none; spf=fail smtp.mailfrom=sender.example',
  'Received: from out.sender.example by mx.example.org with ESMTPS id 2; Fri, 2 Jan 2026 03:04:05 +0000',
  'Authentication-Results: mx.forged.example; dkim=pass header.d=example.com',
  'From: Tailchat <noreply@example.com>',
  'To: you@example.org',
  'Subject: Hello',
];
const SPAM = 'X-Spam-Status: Yes, score=7.2 required=5.0 tests=SPF_FAIL autolearn=no';

const EXPLAIN = ['smtp', 'explain'];
const letter = (...lines: string[]) => `${[...lines, ...HEADER].join('\n')}\n\nHi\n`;

describe.concurrent('a mail that arrived', () => {
  it('in spam is no failure: it says why, and what helps', async () => {
    const { code, stdout, stderr } = await runBin([...EXPLAIN, '--json'], { stdin: letter(SPAM) });
    const { findings, letters } = expectValidExplanation(JSON.parse(stdout));
    expect([code, stderr, findings]).toEqual([1, '', []]);
    expect(letters?.[0]).toMatchObject({
      kind: 'received',
      title: expect.stringContaining('spam'),
      findings: [],
      received: {
        from: 'example.com',
        alignment: { spf: 'fail', dkim: 'fail' },
        filters: [{ isSpam: true, score: 7.2, limit: 5, reasons: ['SPF_FAIL'] }],
        hops: [{ by: 'mx.example.org' }, { by: 'store.example.org', delayMs: 20_000 }],
      },
    });
    // SPF is asked of the envelope's domain.
    expect(letters?.[0]?.received?.nextSteps[0]).toContain('tailchat smtp domain sender.example');
    expect(stdout).not.toContain('forged');
  });

  it.each([
    ['en', 'Judged by mx.example.org: dkim=none, spf=fail (sender.example)', 'after 20 s'],
    ['zh-CN', 'mx.example.org 的判断：dkim=none，spf=fail（sender.example）', '用时 20 秒'],
  ])('is told to a person: %s', async (lang, judged, delay) => {
    const result = await runBin([...EXPLAIN, '--lang', lang], { stdin: letter() });
    expect(result.code).toBe(1);
    expect(result.stdout).toContain(judged);
    expect(result.stdout).toContain(delay);
    expect(result.stdout).toContain('tailchat smtp domain sender.example');
  });

  it('is no bounce where a filter has put it into a letter of its own', async () => {
    const names = [
      'From: me@example.com',
      'To: you@example.org',
      'Subject: Hello',
      'Message-ID: <1@example.com>',
    ];
    const stdin = [
      ...names,
      'X-Spam-Flag: YES',
      'X-Spam-Status: Yes, score=9.1 required=5.0 tests=URIBL_BLACK,HTML_ONLY autolearn=no',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="cut"',
      '',
      '--cut',
      'Content-Type: text/plain',
      '',
      'The filter of this machine has taken this mail for spam. The original message is attached, rejected by policy.',
      '',
      '--cut',
      'Content-Type: message/rfc822; x-spam-type=original',
      '',
      ...names,
      '',
      'Hi',
      '--cut--',
      '',
    ].join('\n');
    const { stdout } = await runBin([...EXPLAIN, '--json'], { stdin });
    const { findings, letters } = expectValidExplanation(JSON.parse(stdout));
    expect(letters?.map(({ kind }) => kind)).toEqual(['received']);
    expect(findings.map(({ cause }) => cause)).not.toContain('content-rejected');
    expect(letters?.[0]?.received?.filters).toMatchObject([
      { isSpam: true, score: 9.1, reasons: ['URIBL_BLACK', 'HTML_ONLY'] },
    ]);
  });

  it('has a subject that is shown without the password in it', async () => {
    const stdin = letter(SPAM).replace('Subject: Hello', 'Subject: reset password=hunterzebrafox');
    for (const format of [[], ['--json']]) {
      const { stdout, stderr } = await runBin([...EXPLAIN, ...format], { stdin });
      expect(stdout).toContain('reset password=***');
      expect(stdout + stderr).not.toContain('zebra');
    }
  });

  it.each([
    [
      'en',
      'the body is as it was signed',
      'the body of this copy differs',
      'Forwarded by mx.list.example',
    ],
    ['zh-CN', '正文与签名时一致', '正文与签名时不一致', '经 mx.list.example 转发'],
  ])(
    'tells what became of its signature, and who forwarded it: %s',
    async (lang, kept, changed, by) => {
      const hash = createHash('sha256').update('Hi\r\n').digest('base64');
      const mail = (body: string) =>
        [
          'Authentication-Results: mx.google.com; arc=pass; spf=softfail smtp.mailfrom=example.com; dkim=fail header.d=example.com',
          'ARC-Authentication-Results: i=1; mx.list.example; spf=pass smtp.mailfrom=example.com',
          `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=sel; h=from; bh=${hash}; b=AAAA`,
          'From: Tailchat <noreply@example.com>',
          'Subject: Hello',
          '',
          body,
        ].join('\n');
      const told = await runBin([...EXPLAIN, '--lang', lang], { stdin: mail('Hi\n') });
      const plain = told.stdout.replace(/\s+/g, ' ');
      expect(plain).toContain(kept);
      expect(plain).toContain(by);
      const other = await runBin([...EXPLAIN, '--lang', lang], { stdin: mail('Hi\n--\nlist\n') });
      expect(other.stdout.replace(/\s+/g, ' ')).toContain(changed);
      const json = await runBin([...EXPLAIN, '--json'], { stdin: mail('Hi\n') });
      expect(expectValidExplanation(JSON.parse(json.stdout)).letters?.[0]?.received).toMatchObject({
        signatures: [{ domain: 'example.com', selector: 'sel', body: 'intact' }],
        forwarding: { by: 'mx.list.example', authentication: [{ method: 'spf', result: 'pass' }] },
      });
    },
  );

  it.each([
    ['a hundred thousand fields', 'X-A: b\n'.repeat(100_000)],
    ['a line of ten megabytes', `X-A: ${'b'.repeat(10_000_000)}\n`],
    ['a thousand stations', 'Received: from a by b; x\n'.repeat(1000)],
    ['ten thousand results', `Authentication-Results: mx.x.org; ${'spf=pass;'.repeat(10_000)}\n`],
    ['NUL bytes and escapes', 'X-Spam-Status: Yes, score=9 tests=\u001b[31m\0\u202eX\n'],
    [
      'chains of ARC',
      'ARC-Authentication-Results: i=99; \u001b]0;x\u0007; spf=pass\n'.repeat(5000),
    ],
    ['signatures', 'DKIM-Signature: v=1; d=a.b; s=\u001b[2J; b=\n'.repeat(5000)],
  ])('may be hostile, with %s', async (_, fields) => {
    for (const format of [[], ['--json']]) {
      const result = await runBin([...EXPLAIN, ...format], { stdin: fields + letter(SPAM) });
      expect([result.code, result.stderr]).toEqual([1, '']);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal would obey.
      expect(result.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      expect(result.ms).toBeLessThan(15_000);
    }
  });

  it('is one line with --quiet', async () => {
    const { stdout } = await runBin([...EXPLAIN, '-q'], { stdin: letter() });
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('may be its header alone, pasted, with escapes in it', async () => {
    const stdin = [SPAM.replace('SPF_FAIL', '\u001b[31mX'), ...HEADER].join('\n');
    const { code, stdout } = await runBin(EXPLAIN, { stdin });
    expect(code).toBe(1);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('marked as spam');
  });
});
