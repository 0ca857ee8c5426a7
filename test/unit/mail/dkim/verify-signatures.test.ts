import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalBody, canonicalField } from '../../../../src/mail/dkim/canonicalise.js';
import { verifySignatures } from '../../../../src/mail/dkim/verify-signatures.js';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed25519 = generateKeyPairSync('ed25519');
const RSA_RECORD = `v=DKIM1; p=${rsa.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`;
const ED_RECORD = `v=DKIM1; k=ed25519; p=${ed25519.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')}`;
const BODY = 'Hi  there,\r\n\r\nbye \r\n\r\n\r\n';
const FIELDS = ['From: Me <me@example.com>', 'Subject: Hello\r\n  you', 'Received: one'];

interface Signing {
  key?: KeyObject;
  algorithm?: string;
  canonicalisation?: string;
  more?: string;
  body?: string;
  names?: string;
}

/** Signs as RFC 6376 section 5 says, by hand: what is tested has no signer. */
function signed({ key, algorithm, canonicalisation, more = '', body, names }: Signing = {}) {
  const [header = 'simple', how = 'simple'] = (canonicalisation ?? 'relaxed/relaxed').split('/');
  const isSimple = header === 'simple';
  const text = body ?? BODY;
  const length = /\bl=(\d+)/.exec(more)?.[1];
  const hashed = canonicalBody(text, how as 'simple').slice(0, length ? Number(length) : undefined);
  const bh = createHash('sha256').update(hashed, 'latin1').digest('base64');
  const list = names ?? 'from:subject:subject';
  const own = `DKIM-Signature: v=1; a=${algorithm ?? 'rsa-sha256'}; c=${canonicalisation ?? 'relaxed/relaxed'};\r\n d=example.com; s=sel; ${more}h=${list};\r\n bh=${bh}; b=`;
  const form = isSimple ? 'simple' : 'relaxed';
  const data = [
    canonicalField(FIELDS[0] ?? '', form),
    canonicalField(FIELDS[1] ?? '', form),
    canonicalField(own, form),
  ].join('\r\n');
  const bytes = Buffer.from(data, 'latin1');
  const isEd = algorithm === 'ed25519-sha256';
  const made = isEd
    ? sign(null, createHash('sha256').update(bytes).digest(), key ?? ed25519.privateKey)
    : sign('sha256', bytes, key ?? rsa.privateKey);
  const base64 = made.toString('base64').replace(/(.{60})/g, '$1\r\n ');
  return `${own}${base64}\r\n${FIELDS.join('\r\n')}\r\n\r\n${text}`;
}

const NOW = Date.UTC(2026, 0, 2);
const verify = async (mail: string, ...records: string[]) => {
  const found = records.length > 0 ? records : [RSA_RECORD];
  return await verifySignatures(Buffer.from(mail, 'latin1'), async () => found, NOW);
};
const results = async (mail: string, ...records: string[]) =>
  (await verify(mail, ...records)).map(({ result }) => result);

describe('a DKIM signature', () => {
  it.each(['simple/simple', 'simple/relaxed', 'relaxed/simple', 'relaxed/relaxed', 'relaxed'])(
    'passes in the form %s, and not when body or header were changed',
    async (canonicalisation) => {
      const mail = signed({ canonicalisation });
      expect(await verify(mail)).toEqual([
        { domain: 'example.com', selector: 'sel', isBodyIntact: true, result: 'pass' },
      ]);
      expect(await results(mail.replace('there', 'There'))).toEqual(['fail']);
      expect(await results(mail.replace('Subject: Hello', 'Subject: hello'))).toEqual(['fail']);
      expect(await results(mail.replace('Received: one', 'Received: two'))).toEqual(['pass']);
      expect(await results(mail.replace('From: ', 'Subject: more\r\nFrom: '))).toEqual(['fail']);
      expect(await results(mail.replaceAll('\r\n', '\n'))).toEqual(['pass']);
    },
  );

  it('takes white space for what each form says it is', async () => {
    const changed = (mail: string) => mail.replace('Hi  there', 'Hi there').replace('bye ', 'bye');
    expect(await results(changed(signed({ canonicalisation: 'relaxed/relaxed' })))).toEqual([
      'pass',
    ]);
    expect(await results(changed(signed({ canonicalisation: 'relaxed/simple' })))).toEqual([
      'fail',
    ]);
    const folded = (mail: string) => mail.replace('Hello\r\n  you', 'Hello you');
    expect(await results(folded(signed()))).toEqual(['pass']);
    expect(await results(folded(signed({ canonicalisation: 'simple/simple' })))).toEqual(['fail']);
  });

  it.each(['', '\r\n', '\r\n\r\n', ' \r\n', 'x', ' ', 'x \t'])(
    'covers the body %j',
    async (body) => {
      for (const canonicalisation of ['simple/simple', 'relaxed/relaxed'])
        expect(await results(signed({ body, canonicalisation }))).toEqual(['pass']);
    },
  );

  it('may be made with Ed25519 (RFC 8463), and is then no RSA key’s', async () => {
    const mail = signed({ algorithm: 'ed25519-sha256' });
    expect(await results(mail, ED_RECORD)).toEqual(['pass']);
    expect(await results(mail, RSA_RECORD)).toEqual(['permerror']);
    expect(await results(mail, RSA_RECORD, ED_RECORD)).toEqual(['pass']);
  });

  it('may cover the beginning of the body alone', async () => {
    const mail = signed({ more: 'l=5; ' });
    expect(await results(mail)).toEqual(['pass']);
    expect(await results(`${mail}a list’s footer\r\n`)).toEqual(['pass']);
    expect(await results(signed({ more: 'l=5000; ' }))).toEqual(['fail']);
  });

  it.each<[string, Signing, string]>([
    ['has expired', { more: `t=1; x=${NOW / 1000 - 1}; ` }, 'fail'],
    ['has not', { more: `t=1; x=${NOW / 1000 + 1}; ` }, 'pass'],
    ['expires before it begins', { more: 't=5; x=4; ' }, 'permerror'],
    ['does not cover From', { names: 'subject' }, 'permerror'],
    ['is of SHA-1', { algorithm: 'rsa-sha1' }, 'permerror'],
    ['is of somebody else', { more: 'i=@example.net; ' }, 'permerror'],
    ['is of a subdomain', { more: 'i=x@a.example.com; ' }, 'pass'],
    ['has a tag twice', { more: 'd=example.com; ' }, 'permerror'],
    ['has no number for a number', { more: 'l=-1; ' }, 'permerror'],
    ['wants its key elsewhere', { more: 'q=http; ' }, 'permerror'],
    ['has tags of its own', { more: 'zz=1; ' }, 'pass'],
    ['has another form', { canonicalisation: 'nofws/simple' }, 'permerror'],
  ])('%s', async (_, options, result) => {
    expect(await results(signed(options))).toEqual([result]);
  });

  it.each([
    ['no record', [], 'permerror'],
    ['another key', [RSA_RECORD.replace(/p=.*/, `p=${other()}`)], 'fail'],
    ['a key that was revoked', ['v=DKIM1; p='], 'permerror'],
    ['a key for another hash', [`h=sha1; ${RSA_RECORD.replace('v=DKIM1; ', '')}`], 'permerror'],
    ['two keys, one of them right', [`v=DKIM1; p=${other()}`, RSA_RECORD], 'pass'],
  ])('with %s', async (_, records, result) => {
    const found = await verifySignatures(Buffer.from(signed()), async () => records, NOW);
    expect(found.map((one) => one.result)).toEqual([result]);
  });

  it('of a subdomain is none where the key says so (t=s)', async () => {
    const strict = RSA_RECORD.replace('v=DKIM1;', 'v=DKIM1; t=s;');
    expect(await results(signed({ more: 'i=x@a.example.com; ' }), strict)).toEqual(['permerror']);
    expect(await results(signed(), strict)).toEqual(['pass']);
  });

  it('is not judged where DNS does not answer', async () => {
    const found = await verifySignatures(Buffer.from(signed()), async () => undefined, NOW);
    expect(found).toMatchObject([{ result: 'temperror', isBodyIntact: true }]);
  });

  it('tells without a key whether the body was changed, and no more', async () => {
    const tell = async (mail: string) => await verifySignatures(Buffer.from(mail, 'latin1'));
    const told = { domain: 'example.com', selector: 'sel', result: null };
    expect(await tell(signed())).toEqual([{ ...told, isBodyIntact: true }]);
    expect(await tell(`${signed()}--\r\nfooter\r\n`)).toEqual([{ ...told, isBodyIntact: false }]);
  });

  it('bounds what is hostile, and takes no time for it', async () => {
    const start = performance.now();
    const many = `${'DKIM-Signature: v=1; b=x\n'.repeat(1500)}From: a@b\n\nHi`;
    expect(await verify(many)).toHaveLength(10);
    expect(await verify(`${'X: y\n'.repeat(100_000)}${signed()}`)).toEqual([]);
    expect(await verify(`X: ${'y'.repeat(10_000_000)}\r\n${signed()}`)).toEqual([]);
    const spaces = signed({ body: `${' \t'.repeat(2_000_000)}x${'\r\n'.repeat(1_000_000)}` });
    expect(await results(spaces)).toEqual(['pass']);
    expect(await verify('DKIM-Signature:\u0000\u001b[31m;;;=;d=\r\n\r\n')).toMatchObject([
      { result: 'permerror' },
    ]);
    expect(await verify('')).toEqual([]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

function other(): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
}
