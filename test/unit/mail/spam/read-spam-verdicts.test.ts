import { describe, expect, it } from 'vitest';
import { readFields } from '../../../../src/mail/header-fields.js';
import { readReceived } from '../../../../src/mail/received-mail.js';
import { readSpamVerdicts } from '../../../../src/mail/spam/read-spam-verdicts.js';

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
