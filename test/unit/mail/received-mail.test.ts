import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/mail/header-fields.js';
import { readHops } from '../../../src/mail/hops.js';
import { readReceived } from '../../../src/mail/received-mail.js';

const fields = (...lines: string[]) => readFields(lines.join('\r\n'));
const read = (...lines: string[]) => readReceived(fields(...lines), (text) => text.trim());

describe('the way of a mail', () => {
  it('goes from the first station to the last, with the delay of each', () => {
    const hops = readHops(
      fields(
        'Received: from b by c; Fri, 2 Jan 2026 03:05:05 +0000 (UTC)',
        'Received: from a by b;',
        '\tFri, 2 Jan 2026 11:04:05 +0800',
      ),
    );
    expect(hops).toEqual([
      { from: 'a', by: 'b', at: '2026-01-02T03:04:05.000Z', delayMs: null },
      { from: 'b', by: 'c', at: '2026-01-02T03:05:05.000Z', delayMs: 60_000 },
    ]);
  });

  it('has no station in qmail’s comment', () => {
    const hops = readHops(
      fields('Received: (qmail 20455 invoked by uid 0 from network); 27 Oct 2018 12:55:15 -0000'),
    );
    expect(hops).toMatchObject([{ from: null, by: null, at: '2018-10-27T12:55:15.000Z' }]);
  });

  it('has no delay where clocks go backwards or say nothing', () => {
    const hops = readHops(
      fields(
        'Received: from c by d',
        'Received: from b by c; Fri, 2 Jan 2026 03:04:00 +0000',
        'Received: from a by b; Fri, 2 Jan 2026 03:04:05 +0000',
      ),
    );
    expect(hops.map(({ delayMs }) => delayMs)).toEqual([null, null, null]);
  });
});

describe('a word that is masked', () => {
  it.each([
    ['mail.example.com', 'em.example.com'],
    ['example.com', 'bounce.example.com'],
    ['other.test', 'other.test'],
  ])('changes nothing that is concluded of %s and %s', async (signer, envelope) => {
    const header = fields(
      `Authentication-Results: mx.test; dkim=pass header.d=${signer}; spf=pass smtp.mailfrom=a@${envelope}`,
      'X-Spam-Flag: YES',
      `Return-Path: <a@${envelope}>`,
      'From: a@example.com',
    );
    const plain = await readReceived(header, (text) => text);
    const masked = await readReceived(header, (text) => text.replaceAll('example', '***'));
    expect(masked).toMatchObject({ alignment: plain.alignment, advice: plain.advice });
    expect(JSON.stringify(masked)).not.toContain('example');
  });
});

describe('a mail that was forwarded', () => {
  const FROM = 'From: Tailchat <noreply@example.com>';
  const AT_LAST =
    'Authentication-Results: mx.google.com; arc=pass (i=1 spf=pass dkim=pass); spf=fail smtp.mailfrom=example.com; dkim=none';
  const SET =
    'ARC-Authentication-Results: i=1; mx.list.example; spf=pass smtp.mailfrom=bounce@example.com; dkim=pass header.d=example.com';
  const OWN_SET =
    'ARC-Authentication-Results: i=2; mx.google.com; arc=pass; spf=fail smtp.mailfrom=example.com';

  it('is told by its ARC set, and asks for no other SPF record', async () => {
    const found = await read(OWN_SET, AT_LAST, SET, FROM);
    expect(found.forwarding).toEqual({
      by: 'mx.list.example',
      authentication: ['spf', 'dkim'].map((method) => ({
        ...{ method, result: 'pass', domain: 'example.com', by: 'mx.list.example' },
      })),
    });
    expect(found.advice).toEqual(['dkim-missing', 'forwarded']);
  });

  it('is told to have changed what was signed right', async () => {
    const failed = AT_LAST.replace(
      'dkim=none',
      'dkim=fail (body hash did not verify) header.d=example.com',
    );
    expect((await read(OWN_SET, failed, SET, FROM)).advice).toEqual(['forwarder-changed']);
    const keyless = AT_LAST.replace('dkim=none', 'dkim=fail (no key) header.d=example.com');
    expect((await read(OWN_SET, keyless, SET, FROM)).advice).toEqual([
      'dkim-key-missing',
      'forwarded',
    ]);
  });

  it('is not where Microsoft has sealed what its customer sends, or the own set alone says that it is broken', async () => {
    const last =
      'Authentication-Results: spf=none smtp.mailfrom=example.com; dkim=fail header.d=x.net';
    const outbound =
      'ARC-Authentication-Results: i=1; mx.microsoft.com 1; spf=pass smtp.mailfrom=example.com; dkim=pass header.d=example.com; arc=none';
    expect((await read(last, outbound, FROM)).forwarding).toBeNull();
    const broken = 'ARC-Authentication-Results: i=2; mx.microsoft.com 1; spf=none; arc=fail (48)';
    const inbound = outbound.replace('spf=pass', 'spf=pass (sender ip is 192.0.2.1)');
    expect((await read(broken, last, inbound, FROM)).forwarding).toBeNull();
    expect((await read(last, inbound, FROM)).forwarding?.by).toBe('mx.microsoft.com');
  });

  it('is not where the chain is broken, or the sender’s own server has sealed', async () => {
    const broken = AT_LAST.replace('arc=pass', 'arc=fail');
    expect((await read(broken, SET, FROM)).forwarding).toBeNull();
    expect((await read(broken, SET, FROM)).advice).toContain('spf-failed');
    const direct = 'Authentication-Results: mx.google.com; spf=pass smtp.mailfrom=example.com';
    expect((await read(direct, SET, FROM)).forwarding).toBeNull();
  });

  it.each([
    ['<SRS0=1d3f=TC=example.com=me@forwarder.example>'],
    ['<me+caf_=you=gmail.com@forwarder.example>'],
    ['me+SRS=VZ/mL=FT=example.com=noreply@forwarder.example'],
  ])('is told by its envelope: %s', async (envelope) => {
    const results =
      'Authentication-Results: mx.x.example; spf=pass smtp.mailfrom=forwarder.example; dkim=none';
    const found = await read(`Return-Path: ${envelope}`, results, FROM);
    expect(found.forwarding).toEqual({ by: 'forwarder.example', authentication: [] });
    expect(found.advice).toEqual(['dkim-missing', 'forwarded']);
  });
});

describe('a signature, of a mail that is there whole', () => {
  const results = (words: string) => [
    `Authentication-Results: mx.example.net; ${words}`,
    'From: a@example.com',
  ];
  const raw = (bh: string, body: string) =>
    Buffer.from(
      `DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=sel; h=from; bh=${bh}; b=AAAA\nFrom: a@example.com\n${body}`,
    );
  const OF_HI = createHash('sha256').update('Hi\r\n').digest('base64');
  const told = async (bytes: Buffer, words = 'dkim=fail header.d=example.com') => {
    const lines = [...results(words), 'DKIM-Signature: d=example.com; s=sel'];
    return (await readReceived(fields(...lines), (text) => text, { bytes })).signatures;
  };

  it.each([
    ['\nHi\n', 'intact'],
    ['\nHi\n\n\n', 'intact'],
    ['\nHo\n', 'changed'],
    ['', 'unknown'],
    ['\n\n', 'unknown'],
  ])('tells of the body %j that it is %s', async (body, wanted) => {
    expect(await told(raw(OF_HI, body))).toEqual([
      { domain: 'example.com', selector: 'sel', body: wanted },
    ]);
  });

  it('is not looked at where the receiver says that one passes', async () => {
    expect(await told(raw(OF_HI, '\nHo\n'), 'dkim=pass header.d=example.com')).toEqual([]);
  });
});

describe('what helps', () => {
  const FROM = 'From: Tailchat <noreply@chat.example.com>';
  it.each([
    ['mx.real.example; spf=fail smtp.mailfrom=example.com; dmarc=fail', 'judged-otherwise'],
    ['mx.real.example; dkim=fail header.d=example.com', 'judged-otherwise'],
    ['mx.real.example; spf=pass smtp.mailfrom=example.com', 'content'],
    ['mx.example.net; dkim=fail header.d=other.example', 'content'],
    ['mx.example.net; spf=fail; dkim=fail; dmarc=fail (p=REJECT)', 'judged-otherwise'],
  ])(
    'is no word of a header without a fault, where a field further down has %s',
    async (lower, advice) => {
      const found = await read(
        'Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=example.com; dkim=pass header.d=example.com',
        'Received: from a.example by b.example; Thu, 1 Jan 2026 00:00:00 +0000',
        `Authentication-Results: ${lower}`,
        'Received: from c.example by a.example; Thu, 1 Jan 2026 00:00:00 +0000',
        FROM,
        'X-Spam-Flag: YES',
      );
      expect(found.advice).toEqual([advice]);
    },
  );

  it.each<[string, string, string[]]>([
    ['all is well', 'spf=pass smtp.mailfrom=b.example.com; dkim=pass header.d=example.com', []],
    [
      'another domain was proven',
      'spf=pass smtp.mailfrom=ses.example.net; dkim=none',
      ['dkim-missing', 'not-aligned'],
    ],
    [
      'SPF does not name the server',
      'spf=softfail smtp.mailfrom=example.com; dkim=pass header.d=example.com',
      ['spf-failed'],
    ],
    [
      'there is no record',
      'spf=none smtp.mailfrom=example.com; dkim=fail header.d=example.com; dmarc=none',
      ['spf-missing', 'dkim-failed', 'dmarc-missing'],
    ],
    ['nobody judged', 'none', ['not-judged']],
    [
      'SPF is another domain’s, and DKIM proves the sender',
      'spf=none smtp.mailfrom=host.x.net; dkim=pass header.d=example.com',
      [],
    ],
    [
      'SPF is another domain’s, and nothing proves the sender',
      'spf=none smtp.mailfrom=host.x.net; dkim=none',
      ['spf-missing', 'dkim-missing'],
    ],
    [
      'DNS gave no answer, in other words',
      'spf=tempfail smtp.mailfrom=example.com; dkim=none',
      ['dkim-missing', 'unanswered'],
    ],
    [
      'a signature that is one of two',
      'spf=pass smtp.mailfrom=x.net; dkim=fail header.d=x.net; dkim=pass header.d=example.com',
      [],
    ],
    ...['fail', 'neutral'].map((word): [string, string, string[]] => [
      `the body was changed, ${word}`,
      `spf=pass smtp.mailfrom=x.net; dkim=${word} (body hash did not verify) header.d=example.com`,
      ['dkim-body-changed'],
    ]),
    ...['fail', 'temperror', 'permerror'].map((word): [string, string, string[]] => [
      `there is no key, ${word}`,
      `spf=pass smtp.mailfrom=example.com; dkim=${word} (no key for signature) header.d=example.com`,
      ['dkim-key-missing'],
    ]),
    [
      'DNS gave no answer',
      'spf=temperror smtp.mailfrom=example.com; dkim=temperror header.d=example.com',
      ['unanswered'],
    ],
  ])('%s', async (_, results, advice) => {
    const found = await read(`Authentication-Results: mx.example.net; ${results}`, FROM);
    expect(found.advice).toEqual(advice);
  });

  it('is not where a domain is a public suffix of both', async () => {
    const results = 'spf=pass smtp.mailfrom=b.co.uk; dkim=pass header.d=c.co.uk';
    const found = await read(`Authentication-Results: mx.x.net; ${results}`, 'From: a@a.co.uk');
    expect(found.alignment).toEqual({ spf: 'fail', dkim: 'fail' });
  });

  it('names the filter where all is proven and it is spam', async () => {
    const results = 'spf=pass smtp.mailfrom=example.com; dkim=pass header.d=example.com';
    const found = await read(
      'X-Spam-Flag: YES',
      `Authentication-Results: mx.x.net; ${results}`,
      FROM,
    );
    expect([found.isSpam, found.advice]).toEqual([true, ['content']]);
  });
});
