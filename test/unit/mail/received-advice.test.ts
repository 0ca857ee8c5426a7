import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../../src/language/index.js';
import { readFields } from '../../../src/mail/header-fields.js';
import { readReceived } from '../../../src/mail/received-mail.js';
import { domainFor } from '../../../src/words/advised-domain.js';

const FROM = 'From: Tailchat <me@x.com>';
const read = (results: string, ...more: string[]) =>
  readReceived(
    readFields([`Authentication-Results: mx.y.com; ${results}`, ...more, FROM].join('\r\n')),
    (text) => text.trim(),
  );

const SPF = ['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror', 'policy'];
const DKIM = ['pass', 'fail', 'neutral', 'none', 'temperror', 'permerror', 'policy'];
const DMARC = ['', 'pass', 'fail', 'none', 'temperror', 'permerror'];
const NOTES = ['', ' (body hash did not verify)', ' (no key for signature)'];
const DOMAINS = { own: 'x.com', below: 'mail.x.com', other: 'relay.net', unnamed: '' };

interface Row {
  spf: string;
  ofSpf: keyof typeof DOMAINS;
  dkim: string;
  ofDkim: keyof typeof DOMAINS;
  dmarc: string;
  note: string;
  advice: string[];
}

/** Every mixture of results, of whose they are, and of why. */
async function table(): Promise<Row[]> {
  const rows: Row[] = [];
  const names = Object.keys(DOMAINS) as (keyof typeof DOMAINS)[];
  for (const spf of SPF)
    for (const ofSpf of names)
      for (const dkim of DKIM)
        for (const ofDkim of names)
          for (const dmarc of DMARC)
            for (const note of dkim === 'pass' || dkim === 'none' ? [''] : NOTES) {
              const named = (key: string, domain: string) => (domain ? ` ${key}=${domain}` : '');
              const { advice } = await read(
                [
                  `spf=${spf}${named('smtp.mailfrom', DOMAINS[ofSpf])}`,
                  `dkim=${dkim}${note}${dkim === 'none' ? '' : named('header.d', DOMAINS[ofDkim])}`,
                  ...(dmarc ? [`dmarc=${dmarc} header.from=x.com`] : []),
                ].join('; '),
              );
              rows.push({ spf, ofSpf, dkim, ofDkim, dmarc, note, advice });
            }
  return rows;
}

const isOwn = (domain: string) => domain !== 'other';

describe('the advice for every mixture of results', async () => {
  const rows = await table();
  const having = (code: string) => rows.filter(({ advice }) => advice.includes(code));
  /** Rows where advice of the code stands, and what it says is not so. */
  const untrue = (code: string, isTrue: (row: Row) => boolean) =>
    having(code).filter((row) => !isTrue(row));

  it('is a large table', () => {
    expect(rows.length).toBeGreaterThan(10_000);
  });

  it('says of SPF what its result means, once at most', () => {
    expect(untrue('spf-missing', ({ spf }) => spf === 'none')).toEqual([]);
    expect(untrue('spf-failed', ({ spf }) => /fail|neutral/.test(spf))).toEqual([]);
    expect(untrue('spf-broken', ({ spf }) => spf === 'permerror')).toEqual([]);
    const wanted = { none: 'spf-missing', neutral: 'spf-failed', permerror: 'spf-broken' };
    for (const [result, code] of Object.entries(wanted)) {
      const own = rows.filter(({ spf, ofSpf }) => spf === result && isOwn(ofSpf));
      expect(own.filter(({ advice }) => !advice.includes(code))).toEqual([]);
    }
  });

  it('asks for a signature only where the domain has none', () => {
    const isUnsigned = ({ dkim, ofDkim }: Row) => dkim === 'none' || ofDkim === 'other';
    expect(untrue('dkim-missing', isUnsigned)).toEqual([]);
    expect(untrue('not-aligned', isUnsigned)).toEqual([]);
  });

  it('speaks of a signature only where the domain has one that did not pass', () => {
    const isSigned = ({ dkim, ofDkim }: Row) => !/none|pass/.test(dkim) && isOwn(ofDkim);
    for (const code of ['dkim-failed', 'dkim-body-changed', 'dkim-key-missing']) {
      expect(having(code)).not.toEqual([]);
      expect(untrue(code, isSigned)).toEqual([]);
    }
    expect(untrue('dkim-failed', ({ note }) => note === '')).toEqual([]);
  });

  it('says that another domain was confirmed only where that is so, and the receiver does not say the contrary', () => {
    expect(
      untrue(
        'not-aligned',
        ({ spf, ofSpf, dkim, ofDkim, dmarc }) =>
          dmarc !== 'pass' &&
          ((spf === 'pass' && ofSpf === 'other') || (dkim === 'pass' && ofDkim === 'other')) &&
          !(spf === 'pass' && isOwn(ofSpf)) &&
          !(dkim === 'pass' && isOwn(ofDkim)),
      ),
    ).toEqual([]);
  });

  it('of DMARC fits its result', () => {
    expect(having('dmarc-missing')).toHaveLength(rows.filter((row) => row.dmarc === 'none').length);
    expect(having('dmarc-broken')).toHaveLength(
      rows.filter((row) => row.dmarc === 'permerror').length,
    );
    expect(
      untrue('dmarc-failed', (row) => row.dmarc === 'fail' && row.advice.length === 1),
    ).toEqual([]);
    expect(rows.filter((row) => row.dmarc === 'fail' && row.advice.length === 0)).toEqual([]);
  });

  it('says what to do about an error of DNS, and about a rule of the receiver', () => {
    const ofDns = (row: Row) => [row.spf, row.dkim, row.dmarc].includes('temperror');
    expect(untrue('unanswered', ofDns)).toEqual([]);
    expect(untrue('policy', ({ spf, dkim }) => [spf, dkim].includes('policy'))).toEqual([]);
    const alone = rows.filter(
      ({ spf, ofSpf, dkim, dmarc }) =>
        spf === 'temperror' && isOwn(ofSpf) && dkim === 'none' && dmarc === '',
    );
    expect(alone.filter(({ advice }) => !advice.includes('unanswered'))).toEqual([]);
  });

  it('is never empty where nothing proves the sender', () => {
    const isProven = ({ spf, ofSpf, dkim, ofDkim, dmarc }: Row) =>
      dmarc === 'pass' || (spf === 'pass' && isOwn(ofSpf)) || (dkim === 'pass' && isOwn(ofDkim));
    expect(rows.filter((row) => !isProven(row) && row.advice.length === 0)).toEqual([]);
  });

  it('has no step twice', () => {
    expect(rows.filter(({ advice }) => new Set(advice).size < advice.length)).toEqual([]);
  });
});

describe('a signature of the domain that fails beside an SPF that passes for another', () => {
  it.each([
    'dkim=fail (body hash did not verify) header.i=@x.com header.s=s1 header.b=abc; spf=pass (google.com: domain of bounce@relay.net designates 192.0.2.1 as permitted sender) smtp.mailfrom=bounce@relay.net; dmarc=fail (p=NONE sp=NONE dis=NONE) header.from=x.com',
    'dkim=fail (body hash did not verify) header.i=@x.com; spf=pass; dmarc=fail header.from=x.com',
  ])('is not asked for again: %s', async (results) => {
    expect((await read(results)).advice).toEqual(['dkim-body-changed']);
  });

  it.each(['neutral (no sig)', 'none (message not signed)'])(
    'is asked for where there is none: dkim=%s',
    async (result) => {
      expect((await read(`spf=pass smtp.mailfrom=x.com; dkim=${result}`)).advice).toEqual([
        'dkim-missing',
      ]);
    },
  );

  it('is known by DKIM-Signature, where the result names no domain', async () => {
    const results = 'spf=pass smtp.mailfrom=relay.net; dkim=fail';
    const signed = (domain: string) => `DKIM-Signature: v=1; d=${domain}; s=s1; b=AA`;
    expect((await read(results, signed('x.com'))).advice).toEqual(['dkim-failed']);
    expect((await read(results, signed('relay.net'))).advice).toEqual([
      'dkim-missing',
      'not-aligned',
    ]);
  });

  it('that passes for a domain below one that wants its own name is no sound header', async () => {
    const results =
      'spf=pass smtp.mailfrom=mail.x.com; dkim=pass header.d=mail.x.com; dmarc=fail header.from=x.com';
    expect((await read(results, 'X-Spam-Flag: YES')).advice).toEqual(['dmarc-failed']);
  });
});

describe('a permanent error of SPF', () => {
  it.each(['en', 'zh-CN'] as const)('is mended in the record, not added to: %s', async (lang) => {
    const { received } = (await loadTexts(lang)).interface;
    for (const results of [
      'spf=permerror (too many DNS lookups) smtp.mailfrom=me@x.com; dkim=none',
      'spf=permerror (sender IP is 192.0.2.1) smtp.mailfrom=x.com; dkim=none; dmarc=fail header.from=x.com',
    ]) {
      const found = await read(results);
      expect(found.advice[0]).toBe('spf-broken');
      const said = received.advice['spf-broken'](domainFor('spf-broken', found));
      expect(said).toContain('tailchat smtp domain x.com');
      expect(said).toContain('permerror');
    }
  });
});

describe('SPF of the name in EHLO', () => {
  const [OF_NAME, OF_SENDER] = ['spf=none smtp.helo=mail.x.com', 'spf=pass smtp.mailfrom=x.com'];
  it('decides nothing where the sender was checked as well', async () => {
    for (const found of [
      await read(`${OF_NAME}; ${OF_SENDER}; dkim=pass header.d=x.com`),
      await read(
        OF_NAME,
        `Authentication-Results: mx.y.com; ${OF_SENDER}; dkim=pass header.d=x.com`,
      ),
      await readReceived(
        readFields(
          [
            'Received-SPF: None (mx.y.com) identity=helo; helo=mail.x.com; receiver=mx.y.com',
            'Received-SPF: Pass (mx.y.com) identity=mailfrom; envelope-from=me@x.com; receiver=mx.y.com',
            FROM,
          ].join('\r\n'),
        ),
        (text) => text.trim(),
      ),
    ]) {
      expect(found.advice).toEqual([]);
      expect(found.alignment.spf).toBe('pass');
      for (const result of found.authentication) {
        expect(Object.keys(result).sort()).toEqual(['by', 'domain', 'method', 'result']);
      }
    }
  });

  it('is told where nothing else was checked', async () => {
    expect((await read(`${OF_NAME}; dkim=pass header.d=x.com`)).advice).toEqual(['spf-missing']);
  });
});

describe('a filter that took the mail for spam', () => {
  const PASSED = 'spf=pass smtp.mailfrom=x.com; dkim=pass header.d=x.com; dmarc=pass';
  const spamAssassin = (tests: string) =>
    `X-Spam-Status: Yes, score=7.2 required=5.0 tests=${tests}`;
  const rspamd = (symbols: string) =>
    `X-Rspamd-Action: add header\r\nX-Spamd-Result: default: False [8.10 / 15.00]; ${symbols}`;

  it.each([
    spamAssassin('RDNS_NONE,HTML_MESSAGE'),
    spamAssassin('RCVD_IN_XBL,SPF_PASS'),
    spamAssassin('HELO_NO_DOMAIN'),
    spamAssassin('SPF_FAIL'),
    spamAssassin('DKIM_INVALID,DKIM_SIGNED'),
    rspamd('RBL_SPAMHAUS_PBL(2.0)[192.0.2.5:from]; MIME_HTML_ONLY(0.20)[]'),
    rspamd('R_SPF_FAIL(1.00)[-all]'),
  ])('is told to blame the sender where it does: %s', async (field) => {
    for (const results of [PASSED, 'none']) {
      expect((await read(results, field)).advice).toEqual(['sender-blamed']);
    }
  });

  it.each([
    spamAssassin('HTML_MESSAGE,URIBL_BLACK,SPF_PASS,SPF_HELO_NONE,DKIM_VALID'),
    spamAssassin('BAYES_99,RCVD_IN_DNSWL_NONE,RCVD_IN_MSPIKE_H2,RCVD_IN_ZEN_BLOCKED_OPENDNS'),
    rspamd('BAYES_SPAM(5.10)[99.9%]; URIBL_BLACK(7.50)[x.net:url]'),
  ])('is told of its text where it blames that: %s', async (field) => {
    expect((await read(PASSED, field)).advice).toEqual(['content']);
  });

  it('blames nothing where it let the mail pass', async () => {
    const passed = 'X-Spam-Status: No, score=1.2 required=5.0 tests=RDNS_NONE';
    expect((await read(PASSED, passed)).advice).toEqual([]);
  });
});

describe('the domain of a step', () => {
  it('is the envelope’s where the mail names no sender', async () => {
    expect(domainFor('dkim-failed', { from: null, envelope: 'x.com' })).toBe('x.com');
  });
});
