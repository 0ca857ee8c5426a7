import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/mail/header-fields.js';
import { readHops } from '../../../src/mail/hops.js';
import { readReceived } from '../../../src/mail/received-mail.js';
import { readSpamVerdicts } from '../../../src/mail/spam/read-spam-verdicts.js';

const fields = (...lines: string[]) => readFields(lines.join('\r\n'));
const read = (...lines: string[]) => readReceived(fields(...lines), (text) => text.trim());

const ANYBODY = { end: 100, operator: undefined };

describe('the verdict of a filter', () => {
  it.each([
    [
      [
        'X-Spam-Flag: YES',
        'X-Spam-Status: Yes, score=7.2 required=5.0 tests=SPF_FAIL,URI_X autolearn=no',
      ],
      { filter: 'X-Spam', isSpam: true, score: 7.2, limit: 5, reasons: ['SPF_FAIL', 'URI_X'] },
    ],
    [
      [
        'X-Spam-Status: No, score=-1.1 tagged_above=2 required=6.2 tests=[BAYES_00=-1.9, SPF_SOFT=0.8]',
      ],
      { filter: 'X-Spam', isSpam: false, score: -1.1, limit: 6.2, reasons: ['SPF_SOFT'] },
    ],
    [
      [
        'X-Spamd-Result: default: True [16.20 / 15.00]; R_SPF_FAIL(1.00)[-all]; BAYES_SPAM(5.10)[99.9%]; DKIM_OK(-0.2)[]',
      ],
      {
        filter: 'rspamd',
        isSpam: true,
        score: 16.2,
        limit: 15,
        reasons: ['BAYES_SPAM', 'R_SPF_FAIL'],
      },
    ],
    [
      [
        'X-Spam-Status: Yes, score=16.2',
        'X-Spamd-Result: default: True [16.2 / 15]; R_SPF_FAIL(1)[]',
      ],
      { filter: 'rspamd', isSpam: true, score: 16.2, limit: 15, reasons: ['R_SPF_FAIL'] },
    ],
    [
      ['X-Spam: yes', 'X-Spam-Score: 7.20 / 15.00', 'X-Spam-Symbols: GTUBE, R_SPF_FAIL'],
      { filter: 'X-Spam', isSpam: true, score: 7.2, limit: 15, reasons: ['GTUBE', 'R_SPF_FAIL'] },
    ],
    [
      [
        'X-Forefront-Antispam-Report: CIP:192.0.2.1;SCL:1;SFV:NSPM;CAT:NONE;',
        'X-Microsoft-Antispam: BCL:0;',
      ],
      {
        filter: 'Microsoft',
        isSpam: false,
        score: 1,
        limit: 5,
        reasons: ['SCL:1', 'SFV:NSPM', 'CAT:NONE', 'BCL:0'],
      },
    ],
    [
      ['X-Yandex-Spam: 4'],
      { filter: 'Yandex', isSpam: true, score: null, limit: null, reasons: [] },
    ],
  ])('%j', (lines, verdict) => {
    expect(readSpamVerdicts(fields(...lines), ANYBODY)).toEqual([
      { ...verdict, where: 'receiver' },
    ]);
  });

  const bare = { score: null, limit: null, reasons: [] };
  it.each<[string[], object]>([
    // rspamd refuses from 15 on, and marks what it takes for spam below that with a flag alone.
    [
      ['X-Spamd-Result: default: False [11.40 / 15.00]; BAYES_SPAM(5.1)[]', 'X-Spam: Yes'],
      { filter: 'rspamd', isSpam: true, score: 11.4, limit: null, reasons: ['BAYES_SPAM'] },
    ],
    [
      [
        'X-Spamd-Result: default: False [6.30 / 25.00]; URI(6.00)[x:url]',
        'X-Rspamd-Action: add header',
      ],
      { filter: 'rspamd', isSpam: true, score: 6.3, limit: null, reasons: ['URI'] },
    ],
    [
      [
        'X-Rspamd-Score: 7.1',
        'X-Rspamd-Report: R_DKIM_ALLOW(-0.2) SUBJ_ALL_CAPS(3) MICROSOFT_SPAM(4)',
      ],
      {
        ...bare,
        filter: 'rspamd',
        isSpam: null,
        score: 7.1,
        reasons: ['MICROSOFT_SPAM', 'SUBJ_ALL_CAPS'],
      },
    ],
    [
      [
        'X-Spam-Result: ARC_NA (0.00),',
        '\tRDNS_NONE (2.00),',
        '\tPYZOR (3.50)',
        'X-Spam-Status: Yes, score=35.20',
      ],
      { ...bare, filter: 'X-Spam', isSpam: true, score: 35.2, reasons: ['PYZOR', 'RDNS_NONE'] },
    ],
    [
      [
        'X-Example-MailScanner-SpamCheck: spam, SpamAssassin (not cached, score=12.9,',
        '\trequired 5, BAYES_99 3.50, SPF_FAIL 1.20)',
      ],
      {
        filter: 'MailScanner',
        isSpam: true,
        score: 12.9,
        limit: 5,
        reasons: ['BAYES_99', 'SPF_FAIL'],
      },
    ],
    [
      [
        'X-MailScanner-SpamCheck: not spam (whitelisted), SpamAssassin (score=-2.599, required 5, BAYES_00 -2.60)',
      ],
      { ...bare, filter: 'MailScanner', isSpam: false, score: -2.599, limit: 5 },
    ],
    [
      [
        'X-Spam_score: 7.2',
        'X-Spam_report: (7.2 / 5.0 requ) BAYES_99=3.5,SPF_FAIL=0.9,DKIM_VALID=-0.1',
      ],
      { filter: 'Exim', isSpam: true, score: 7.2, limit: 5, reasons: ['BAYES_99', 'SPF_FAIL'] },
    ],
    [
      [
        'X-Barracuda-Spam-Status: No, SCORE=1.28 using global scores of TAG_LEVEL=1000.0 KILL_LEVEL=7.0 tests=BSF_RULE7568M',
      ],
      { filter: 'barracuda', isSpam: false, score: 1.28, limit: 7, reasons: ['BSF_RULE7568M'] },
    ],
    [
      ['X-GMX-Antispam: 6 (nemesis text pattern profiler); Detail=V3;'],
      { ...bare, filter: 'GMX', isSpam: true },
    ],
    [
      ['X-GMX-Antispam: 0 (Mail was not recognized as spam); Detail=V3;'],
      { ...bare, filter: 'GMX', isSpam: false },
    ],
    [['X-UI-Filterresults: junk:10;V03:K0:abc'], { ...bare, filter: 'UI', isSpam: true }],
    [['X-Pm-Spam-Action: phishing'], { ...bare, filter: 'Proton', isSpam: true }],
    [['X-Apple-MoveToFolder: INBOX '], { ...bare, filter: 'iCloud', isSpam: false }],
    [
      ['X-VR-SPAMSTATE: OK', 'X-VR-SPAMSCORE: -100'],
      { ...bare, filter: 'OVH', isSpam: false, score: -100 },
    ],
    [['X-DSPAM-Result: Innocent'], { ...bare, filter: 'DSPAM', isSpam: false }],
    [['X-SpamExperts-Class: ham'], { ...bare, filter: 'SpamExperts', isSpam: false }],
    [
      ['X-KLMS-AntiSpam-Status: not_detected', 'X-KLMS-AntiSpam-Rate: 20'],
      { ...bare, filter: 'Kaspersky', isSpam: false, score: 20 },
    ],
    [
      ['X-Proofpoint-Spam-Details: rule=notspam policy=default score=0'],
      { ...bare, filter: 'Proofpoint', isSpam: false },
    ],
    [
      ['X-Forefront-Antispam-Report: CIP:192.0.2.1;SCL:1;SFV:NSPM;CAT:SPOOF;DIR:INB;'],
      {
        filter: 'Microsoft',
        isSpam: true,
        score: 1,
        limit: 5,
        reasons: ['SCL:1', 'SFV:NSPM', 'CAT:SPOOF'],
      },
    ],
    [
      ['X-Microsoft-Antispam-Mailbox-Delivery: ucf:0;jmr:0;auth:1;dest:J;OFR:SpamFilterAuthJ;'],
      { ...bare, filter: 'Microsoft', isSpam: true, reasons: ['dest:J'] },
    ],
  ])('%j', (lines, verdict) => {
    expect(readSpamVerdicts(fields(...lines), ANYBODY)).toEqual([
      { ...verdict, where: 'receiver' },
    ]);
  });

  it.each<[string[]]>([
    [['X-Spam-Score: ++', 'X-Spam-Level: ***', 'Subject: spam']],
    // What senders' servers write, and what only its provider can read.
    [
      [
        'X-QQ-Spam: true',
        'X-QQ-SENDSIZE: 520',
        'X-QQ-FEAT: 3C1W',
        'X-QQ-XMAILINFO: NVgU',
        'X-QQ-mid: bizesmtp1',
      ],
    ],
    [['X-CM-TRANSID: qMiowMAx', 'X-CM-SenderInfo: 5jdr20tq', 'X-Coremail-Antispam: 1Uk129KBj']],
    [['X-OutGoing-Spam-Status: No, score=-2.8']],
    [['X-Proofpoint-Spam-Details: rule=outbound_notspam policy=outbound score=0']],
    [['X-Forefront-Antispam-Report: CIP:255.255.255.255;SCL:1;SFV:NSPM;CAT:NONE;DIR:OUT;']],
    [['X-ICL-SCORE: 3.333033230041', 'X-7564579A: 646B95376F6C166E', 'X-Mras: Ok']],
  ])('is none of words that judge nothing: %j', (lines) => {
    expect(readSpamVerdicts(fields(...lines), ANYBODY)).toEqual([]);
  });

  it('is the receiver’s alone, where servers on the way have judged as well', async () => {
    const lines = [
      'Received: from out.a.example by mxfront24.mail.yandex.net (nwsmtp/Yandex) with ESMTP id C',
      'X-Yandex-Spam: 1',
      'Received: from exim by web.a.example with spam-scanned (Exim 4.69)',
      'X-Spam-Status: Yes, score=5.5 required=5.0 tests=HTML_ONLY',
      'Received: from me by web.a.example with esmtp',
    ];
    const found = await read(...lines);
    expect(found.filters.map(({ filter, isSpam, where }) => [filter, isSpam, where])).toEqual([
      ['Yandex', false, 'receiver'],
      ['X-Spam', true, 'before'],
    ]);
    expect(found.isSpam).toBe(false);
    // Yandex has written this on the mail's way to somebody else.
    const foreign = ['Received: from x by mx.google.com with ESMTPS', 'X-Yandex-Spam: 4'];
    expect((await read(...foreign)).isSpam).toBe(false);
  });
});

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
    return (await readReceived(fields(...lines), (text) => text, bytes)).signatures;
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
      'a signature that is one of two',
      'spf=pass smtp.mailfrom=x.net; dkim=fail header.d=x.net; dkim=pass header.d=example.com',
      [],
    ],
    ...['fail', 'neutral'].map((word): [string, string, string[]] => [
      `the body was changed, ${word}`,
      `spf=pass smtp.mailfrom=x.net; dkim=${word} (body hash did not verify) header.d=example.com`,
      ['dkim-body-changed', 'not-aligned'],
    ]),
    ...['fail', 'temperror', 'permerror'].map((word): [string, string, string[]] => [
      `there is no key, ${word}`,
      `spf=pass smtp.mailfrom=example.com; dkim=${word} (no key for signature) header.d=example.com`,
      ['dkim-key-missing'],
    ]),
    [
      'DNS gave no answer',
      'spf=temperror smtp.mailfrom=example.com; dkim=temperror header.d=example.com',
      [],
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
