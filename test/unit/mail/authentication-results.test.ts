import { describe, expect, it } from 'vitest';
import { parseAuthenticationResults } from '../../../src/mail/authentication-results.js';
import { readFields } from '../../../src/mail/header-fields.js';
import { loadOrganisations } from '../../../src/mail/organisations.js';
import { receiverAuthentication, receiverSide } from '../../../src/mail/receiver.js';

const organisations = await loadOrganisations();
const receiver = (text: string) => {
  const fields = readFields(text);
  return receiverAuthentication(fields, receiverSide(fields, organisations), organisations);
};

/** A field as it comes, folded, read to `method=result domain`. */
function read(...lines: string[]): { by: string | null; said: string[] } {
  const [field] = readFields(`Authentication-Results: ${lines.join('\r\n')}`);
  const { by, results } = parseAuthenticationResults(field?.value ?? '');
  const said = results.map(({ method, result, domain }) => `${method}=${result} ${domain}`);
  return { by, said };
}

describe('Authentication-Results', () => {
  it.each<[string, string[], string | null, string[]]>([
    [
      'Gmail',
      [
        'mx.google.com;',
        '       dkim=pass header.i=@example.com header.s=s1 header.b=AbC12345;',
        '       spf=pass (google.com: domain of bounce@mail.example.com designates 192.0.2.1 as permitted sender) smtp.mailfrom=bounce@mail.example.com;',
        '       dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=example.com',
      ],
      'mx.google.com',
      ['dkim=pass example.com', 'spf=pass mail.example.com', 'dmarc=pass example.com'],
    ],
    [
      'Microsoft, which names no server and puts a domain between',
      [
        'spf=softfail (sender IP is 192.0.2.1)',
        ' smtp.mailfrom=example.com; recipient.example; dkim=none (message not signed)',
        ' header.d=none;recipient.example; dmarc=fail action=quarantine',
        ' header.from=example.com;compauth=fail reason=000',
      ],
      null,
      [
        'spf=softfail example.com',
        'dkim=none null',
        'dmarc=fail example.com',
        'compauth=fail null',
      ],
    ],
    [
      'NetEase, which folds inside words',
      [
        'mxfi2; spf=pa',
        ' ss smtp.mail=bounce@exam',
        ' ple.com; dkim=',
        ' pass header.i=@example.com',
      ],
      'mxfi2',
      ['spf=pass example.com', 'dkim=pass example.com'],
    ],
    [
      'rspamd',
      [
        'mail.example.net;',
        '\tdkim=pass header.d=example.com header.s=mail header.b="a;b=c";',
        '\tdmarc=pass (policy=none) header.from=example.com;',
        '\tspf=pass (mail.example.net: domain of "a b"@example.com designates 192.0.2.1) smtp.mailfrom="a b"@example.com',
      ],
      'mail.example.net',
      ['dkim=pass example.com', 'dmarc=pass example.com', 'spf=pass example.com'],
    ],
    [
      'OpenDMARC',
      ['mx.example.net; dmarc=fail (p=reject dis=none) header.from=example.com'],
      'mx.example.net',
      ['dmarc=fail example.com'],
    ],
    [
      'Exim',
      [
        'mx.example.net;',
        '\tiprev=pass (a.example) smtp.remote-ip=192.0.2.1;',
        '\tspf=none smtp.mailfrom=example.com;',
        '\tdkim=pass header.d=example.com header.s=a header.a=rsa-sha256',
      ],
      'mx.example.net',
      ['iprev=pass null', 'spf=none example.com', 'dkim=pass example.com'],
    ],
    [
      'Yahoo, in words of its own',
      [
        'atlas207.free.mail.gq1.yahoo.com;',
        ' dkim=dkim_pass header.i=@example.com header.s=@a;',
        ' spf=pass smtp.mailfrom=news.example.com;',
        ' dmarc=success(p=QUARANTINE,sp=REJECT) header.from=news.example.com;',
      ],
      'atlas207.free.mail.gq1.yahoo.com',
      ['dkim=pass example.com', 'spf=pass news.example.com', 'dmarc=pass news.example.com'],
    ],
    [
      'Yahoo, with the properties first and no semicolon behind its name',
      [
        'mta1192.mail.ir2.yahoo.com ',
        ' header.i=@example.com header.s=s1 dkim=pass (ok)',
        ' header.i=@example.net header.s=smtpapi dkim=perm_fail (bad);',
        ' dmarc=pass(p=none sp=NULL dis=none) header.from=example.com',
      ],
      'mta1192.mail.ir2.yahoo.com',
      ['dkim=pass example.com', 'dkim=perm_fail example.net', 'dmarc=pass example.com'],
    ],
    [
      'Spaces around the sign',
      ['spf = pass smtp.mailfrom=a.example'],
      null,
      ['spf=pass a.example'],
    ],
    ['a version', ['mx.example.net 1; none'], 'mx.example.net', []],
    [
      'a method with a version',
      ['mx.example.net; dkim/1=pass header.d=Example.COM'],
      'mx.example.net',
      ['dkim=pass example.com'],
    ],
    [
      'a comment that never ends',
      ['mx.example.net; spf=pass (('.padEnd(9000, '(')],
      'mx.example.net',
      ['spf=pass null'],
    ],
    ['nothing', [''], null, []],
  ])('of %s', (_, lines, by, said) => {
    expect(read(...lines)).toEqual({ by, said });
  });
});

describe('the receiver', () => {
  const methods = (...lines: string[]) =>
    receiver(lines.join('\r\n')).map(({ method, result, by }) => `${method}=${result} ${by}`);

  it('counts alone, and not what a sender has written', () => {
    expect(
      methods(
        'Authentication-Results: mx.example.net; dmarc=fail header.from=a.example',
        'Authentication-Results: mx.example.net; spf=fail smtp.mailfrom=a.example',
        'Authentication-Results: elsewhere.example; dkim=pass header.d=a.example',
        'Received: from a.example by mx.example.net; Fri, 2 Jan 2026 03:04:05 +0000',
        'Authentication-Results: mx.example.net; dkim=pass header.d=a.example',
      ),
    ).toEqual(['dmarc=fail mx.example.net', 'spf=fail mx.example.net']);
  });

  it('may write below its own stations, and only there', () => {
    const own = 'Received: from mx1.google.com by mx.google.com with SMTP id x';
    const inside = 'Received: by 2002:a05:6402:42d1 with SMTP id x';
    const result = 'Authentication-Results: mx.google.com; spf=pass smtp.mailfrom=a.example';
    expect(methods(inside, own, result)).toEqual(['spf=pass mx.google.com']);
    const foreign = 'Received: from x by out.sender.example with ESMTP';
    expect(methods('Received: from y by mx.qq.com', foreign, result)).toEqual([]);
  });

  it('is nobody who stands below its station or the letter’s own fields under another name', () => {
    const forged =
      'Authentication-Results: trusted.elsewhere.example; dkim=pass header.d=bank.example';
    const spf =
      'Received-SPF: pass (elsewhere.example: domain of a@b.example) receiver=elsewhere.example';
    const own = 'Received: from a.example by mx.example.net with ESMTP';
    for (const fields of [
      [own, forged],
      [own, spf],
      [own, 'Authentication-Results: dkim=pass header.d=bank.example'],
      [own, 'From: a@bank.example', forged],
      ['From: a@bank.example', forged],
      ['Received: by 2002:a05:6402:42d1 with SMTP id x', own, forged],
    ])
      expect(methods(...fields), fields.join(' / ')).toEqual([]);
    const coremail = 'Received: from x (unknown [192.0.2.1]) by mx6 (Coremail) with SMTP id x';
    const below = 'Authentication-Results: mx6; spf=pass smtp.mail=a@b.example';
    expect(methods(coremail, 'From: a@b.example', below)).toEqual(['spf=pass mx6']);
  });

  it.each<[string, string[], string[]]>([
    [
      'Microsoft, whose stations are of two domains',
      [
        'Received: from A.namprd19.prod.outlook.com by B.NAMP223.PROD.OUTLOOK.COM with HTTPS; Wed, 26 Jul 2023 17:59:07 +0000',
        'Received: from C.eop-NAM04.prod.protection.outlook.com by D.outlook.office365.com with Microsoft SMTP Server id 15',
        'Authentication-Results: spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=a.example; dkim=fail (body hash did not verify) header.d=a.example;dmarc=fail action=none header.from=a.example;compauth=fail reason=001',
        'Received: from out.a.example (192.0.2.1) by C.mail.protection.outlook.com with Microsoft SMTP Server id 15',
      ],
      ['spf=pass null', 'dkim=fail null', 'dmarc=fail null', 'compauth=fail null'],
    ],
    [
      'Proton, which puts all stations on top',
      [
        'Received: from out.a.example by mailin034.protonmail.ch (Postfix) with ESMTPS id 4R; Mon, 17 Jul 2023 08:34:50 +0000 (UTC)',
        'Received: from [192.0.2.7] by out.a.example with ESMTPSA',
        'Authentication-Results: mailin034.protonmail.ch; spf=pass smtp.mailfrom=a.example',
        'Authentication-Results: mailin034.protonmail.ch; dkim=none',
        'From: a@a.example',
      ],
      ['spf=pass mailin034.protonmail.ch', 'dkim=none mailin034.protonmail.ch'],
    ],
    [
      'Fastmail, whose inner stations have names of their own',
      [
        'Received: from compute3.internal (compute3.nyi.internal [192.0.2.3]) by sloti33d1t02 (Cyrus 3) with LMTPA',
        'Received: from mx4 ([192.0.2.4]) by compute3.internal (LMTPProxy)',
        'Received: from mx4.messagingengine.com (localhost [127.0.0.1]) by mailmx.nyi.internal (Postfix) with ESMTP',
        'Received: from mx4.messagingengine.com (localhost [127.0.0.1]) by mx4.messagingengine.com (Authentication Milter) with ESMTP',
        'Authentication-Results: mx4.messagingengine.com; spf=pass smtp.mailfrom=a.example',
        'Received: from out.a.example by mx4.messagingengine.com (Postfix) with ESMTPS',
      ],
      ['spf=pass mx4.messagingengine.com'],
    ],
    [
      'a gateway before a network of its own',
      [
        'Received: from gate.a.example (192.0.2.1) by HUB11.corp.local with Microsoft SMTP Server',
        'Authentication-Results: mail.a.example; spf=None smtp.mailfrom=x@b.example',
        'Received: from out.b.example by gate.a.example with ESMTP',
      ],
      ['spf=none mail.a.example'],
    ],
    [
      'somebody else below a public suffix',
      [
        'Received: from out.b.co.uk by mx.a.co.uk (Postfix) with ESMTPS id 1',
        'Authentication-Results: mx.b.co.uk; dkim=pass header.d=bank.example',
      ],
      [],
    ],
  ])('of %s', (_, lines, wanted) => {
    expect(methods(...lines)).toEqual(wanted);
  });

  it('remarks why', () => {
    const note = (results: string) =>
      parseAuthenticationResults(`mx.example.net; ${results}`).results.map((one) => one.note);
    expect(note('dkim=fail (body hash did not verify) header.d=a.example; spf=pass')).toEqual([
      'body hash did not verify',
      '',
    ]);
    expect(note('dkim=fail reason="signature verification failed" (2048-bit key)')).toEqual([
      'signature verification failed',
    ]);
  });

  it('is Yahoo, which names nobody beside its SPF', () => {
    expect(
      methods(
        'Received: from 192.0.2.1 (EHLO out.a.example) by 10.197.41.75 with SMTPs',
        'X-Originating-Ip: [192.0.2.1]',
        'Received-SPF: pass (domain of a.example designates 192.0.2.1 as permitted sender)',
      ),
    ).toEqual([]);
    expect(
      methods(
        'Received: from 192.0.2.1 (EHLO out.a.example) by atlas1.gq1.yahoo.com with SMTPs',
        'Received-SPF: pass (domain of a.example designates 192.0.2.1 as permitted sender)',
      ),
    ).toEqual(['spf=pass null']);
  });

  it('is asked for Received-SPF where it says no SPF', () => {
    const spf =
      'Received-SPF: softfail (mx.example.net: domain of a@b.example does not) client-ip=192.0.2.1; envelope-from=a@b.example';
    expect(receiver(spf)).toMatchObject([
      { method: 'spf', result: 'softfail', domain: 'b.example', by: 'mx.example.net' },
    ]);
  });

  it('is read in time, whatever stands there', () => {
    const hostile = `a; ${'spf=pass '.repeat(4000)}${'a.b='.repeat(4000)}`;
    const start = performance.now();
    expect(parseAuthenticationResults(hostile).results.length).toBeLessThan(25);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
