import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseDkimKey } from '../../../../src/mail/dkim/parse-dkim-key.js';

function rsaKey(modulusLength: number, type: 'spki' | 'pkcs1' = 'spki'): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength });
  return publicKey.export({ format: 'der', type }).toString('base64');
}

const KEY = rsaKey(1024);

describe('a DKIM key record', () => {
  it('is read with the length of its key', () => {
    expect(parseDkimKey(`v=DKIM1; k=rsa; p=${KEY}`)).toMatchObject({
      key: { type: 'rsa', bits: 1024, isTesting: false, isStrict: false, hashes: null },
    });
    expect(parseDkimKey(`p=${KEY};`)).toMatchObject({ key: { bits: 1024 } });
    expect(parseDkimKey(`v=DKIM1; t=y:s; p=${rsaKey(2048, 'pkcs1')}`)).toMatchObject({
      key: { bits: 2048, isTesting: true, isStrict: true },
    });
  });

  it('may hold an Ed25519 key (RFC 8463)', () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
    expect(parseDkimKey(`v=DKIM1; k=ed25519; p=${raw}`)).toMatchObject({
      key: { type: 'ed25519' },
    });
    expect(parseDkimKey(`v=DKIM1; k=ed25519; p=${KEY}`)).toEqual({ problem: 'not-a-key' });
  });

  it.each([
    ['v=DKIM1; p=', 'revoked'],
    [`v=DKIM2; p=${KEY}`, 'wrong-version'],
    [`k=rsa; v=DKIM1; p=${KEY}`, 'wrong-version'],
    [`v=DKIM1; h=sha1; p=${KEY}`, 'no-sha256'],
    [`v=DKIM1; k=dsa; p=${KEY}`, 'unknown-key-type'],
    ['v=DKIM1; k=rsa', 'no-key'],
    [`v=DKIM1; p=${KEY.slice(0, 100)}`, 'not-a-key'],
    [`v=DKIM1; p="${KEY}"`, 'not-base64'],
    [`v=DKIM1; s=tlsrpt; p=${KEY}`, 'not-for-mail'],
    [`v=DKIM1; p=${rsaKey(512)}`, 'too-short'],
    ['google-site-verification: x', 'no-tags'],
    [`p=${KEY}; p=${KEY}`, 'no-tags'],
  ])('%s: %s', (text, problem) => {
    expect(parseDkimKey(text)).toEqual({ problem });
  });
});
