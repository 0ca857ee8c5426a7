import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DnsAnswer, DnsResolver } from '../../../src/dns/resolver.js';
import { readFields } from '../../../src/mail/header-fields.js';
import { readReceived } from '../../../src/mail/received-mail.js';
import { verifyArrived } from '../../../src/smtp/verify-arrived.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
const RECORD = `p=${publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`;
const SUBJECT = 'Subject: Hi';
const FROM = 'From: a@example.com';
const bodyHash = createHash('sha256').update('Hi\r\n').digest('base64');
const OWN = `DKIM-Signature: v=1; a=rsa-sha256; c=simple/simple; d=example.com; s=sel; h=from; bh=${bodyHash}; b=`;
const MAIL = `${OWN}${sign('sha256', Buffer.from(`${FROM}\r\n${OWN}`), privateKey).toString('base64')}\r\n${FROM}\r\n\r\nHi\r\n`;

const dns = (answer: DnsAnswer<string>) => {
  const names: string[] = [];
  const ask = async (_: string, name: string) => {
    names.push(name);
    return answer as never;
  };
  return { names, resolver: { asked: 0, ask } satisfies DnsResolver };
};
const signal = new AbortController().signal;
const FOUND: DnsAnswer<string> = { status: 'found', records: [RECORD] };

describe('a mail that arrived, and that its receiver did not verify', () => {
  it.each<[string, DnsAnswer<string>, string, string]>([
    ['its key fits', FOUND, MAIL, 'pass'],
    [
      'its body was changed',
      FOUND,
      MAIL.replace('\r\nHi\r', '\r\nHo\r'),
      'fail body hash did not verify',
    ],
    ['its From was changed', FOUND, MAIL.replace('a@', 'b@'), 'fail'],
    ['there is no key', { status: 'no-name' }, MAIL, 'permerror no key for signature'],
    ['there is no such record', { status: 'no-data' }, MAIL, 'permerror no key for signature'],
    ['DNS does not answer', { status: 'error', code: 'ETIMEOUT' }, MAIL, 'temperror'],
    ['the signature is none', FOUND, MAIL.replace('v=1', 'v=7'), 'permerror'],
  ])('is verified here: %s', async (_, answer, mail, wanted) => {
    const { resolver } = dns(answer);
    const { results } = await verifyArrived(Buffer.from(mail), SUBJECT, signal, resolver);
    expect(results.map(({ result, note }) => `${result} ${note}`.trim())).toEqual([wanted]);
    expect(results[0]?.by).toBe('tailchat smtp');
  });

  it('counts for what helps, where the receiver has said nothing of DKIM and only there', async () => {
    const { resolver, names } = dns(FOUND);
    const verify = async (bytes: Buffer) =>
      (await verifyArrived(bytes, SUBJECT, signal, resolver)).results;
    const read = async (...lines: string[]) =>
      await readReceived(
        readFields([...lines, MAIL.split('\r\n\r\n')[0] ?? ''].join('\r\n')),
        (text) => text,
        { bytes: Buffer.from(MAIL), verify },
      );
    const own = await read('Authentication-Results: mx.x.org; spf=fail smtp.mailfrom=x.org');
    expect(own.authentication.map(({ method, result, by }) => [method, result, by])).toEqual([
      ['spf', 'fail', 'mx.x.org'],
      ['dkim', 'pass', 'tailchat smtp'],
    ]);
    expect(own.alignment).toEqual({ spf: 'fail', dkim: 'pass' });
    expect(names).toEqual(['sel._domainkey.example.com']);
    const told = await read('Authentication-Results: mx.x.org; dkim=fail header.d=example.com');
    expect(told.authentication).toHaveLength(1);
    expect(names).toHaveLength(1);
  });

  it('is given up with the run', async () => {
    const controller = new AbortController();
    controller.abort(new Error('interrupted'));
    await expect(verifyArrived(Buffer.from(MAIL), SUBJECT, controller.signal)).rejects.toThrow(
      'interrupted',
    );
  });
});
