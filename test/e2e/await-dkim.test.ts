import { generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type DnsRecord, startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD } from '../helpers/run-bin.js';
import { awaiting, mailSystem } from './await-support.js';
import { closeAtEnd, run, runJson } from './support.js';

/** The signer of Tailchat's own nodemailer. */
const DKIM = createRequire(import.meta.url)('nodemailer-of-the-server/lib/dkim') as new (options: {
  domainName: string;
  keySelector: string;
  privateKey: string;
}) => { sign(mail: Buffer): Readable };

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const RECORD = `v=DKIM1; p=${publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`;
const NAME = 'sel._domainkey.example.com';
const NO_DKIM = 'Authentication-Results: mx.example.com; spf=pass smtp.mailfrom=example.com\r\n';

async function signed(raw: Buffer): Promise<string> {
  const key = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  const dkim = new DKIM({ domainName: 'example.com', keySelector: 'sel', privateKey: key });
  const parts: Buffer[] = [];
  for await (const part of dkim.sign(raw)) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('latin1');
}

/** A mail that is signed on its way, and perhaps changed then. */
async function arrive(
  record: DnsRecord,
  { header = NO_DKIM, change = (mail: string) => mail, folder = 'INBOX' } = {},
) {
  const dns = await startDnsServer({ [NAME]: record });
  closeAtEnd(() => dns.close());
  const folders = [{ name: 'INBOX' }, { name: 'Junk', flags: '\\Junk' }];
  const onItsWay = async (raw: Buffer) => change(await signed(raw));
  const { env, expectSafe } = await mailSystem(folder, { header, folders, onItsWay });
  const options = {
    env: { ...env, TEST_DNS_SERVER: dns.address },
    preload: [DNS_PRELOAD],
  };
  const dkim = async (...more: string[]) => {
    const result = await runJson([...awaiting(10), ...more], options);
    expectSafe(result);
    const { arrival, failure } = result.report;
    const told = arrival?.authentication.filter(({ method }) => method === 'dkim');
    return { told, failure, isSubjectChanged: arrival?.isSubjectChanged };
  };
  return { dns, options, dkim };
}

const own = (result: string) => [
  { method: 'dkim', result, domain: 'example.com', by: 'tailchat smtp' },
];

describe.concurrent('test --await, where the receiver wrote nothing of DKIM', () => {
  it.each<[string, DnsRecord, (mail: string) => string, string]>([
    ['passes', { txt: [RECORD] }, (mail) => mail, 'pass'],
    ['fails where the body was changed', { txt: [RECORD] }, (mail) => `${mail}footer\r\n`, 'fail'],
    ['has no key', 'nxdomain', (mail) => mail, 'permerror'],
    ['is not known where DNS fails', 'servfail', (mail) => mail, 'temperror'],
  ])('a signature %s', async (_, record, change, result) => {
    const { dkim } = await arrive(record, { change });
    expect((await dkim()).told).toEqual(own(result));
  });

  it('tells in words who has verified it', async () => {
    const { options } = await arrive({ txt: [RECORD] });
    const { stdout } = await run([...awaiting(10), '--lang', 'en'], options);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Judged by tailchat smtp: dkim=pass (example.com)',
    );
  });

  const marked = (mail: string) => mail.replace(/^Subject: /m, 'Subject: [SPAM] ');

  it.each([[], ['--subject', '测试邮件 '.repeat(9)]])(
    'does not blame the key where the receiver has marked the subject %#',
    async (...more) => {
      const { dkim } = await arrive({ txt: [RECORD] }, { change: marked, folder: 'Junk' });
      const { told, failure, isSubjectChanged } = await dkim(...more);
      expect(told).toEqual(own('pass'));
      expect(isSubjectChanged).toBe(true);
      expect(failure?.nextSteps.join(' ')).not.toContain('DKIM key in DNS');
    },
  );

  it('says in words that the subject was changed', async () => {
    const { options } = await arrive({ txt: [RECORD] }, { change: marked });
    const { stdout } = await run([...awaiting(10), '--lang', 'en'], options);
    expect(stdout.replace(/\s+/g, ' ')).toContain('The subject was changed on the way');
  });

  it('fails where more than the subject was changed', async () => {
    const change = (mail: string) => marked(mail).replace(/^From: /m, 'From: x ');
    const { dkim } = await arrive({ txt: [RECORD] }, { change });
    expect(await dkim()).toMatchObject({ told: own('fail'), isSubjectChanged: undefined });
  });

  it('says in spam what helps', async () => {
    const change = (mail: string) => `${mail}footer\r\n`;
    const { dkim } = await arrive({ txt: [RECORD] }, { change, folder: 'Junk' });
    const { failure } = await dkim();
    expect(failure?.cause).toBe('arrived-in-spam');
    expect(failure?.nextSteps.join(' ')).toContain('changes the mail after it was signed');
  });

  it('asks DNS for nothing where the receiver has said it', async () => {
    const header = 'Authentication-Results: mx.example.com; dkim=fail header.d=example.com\r\n';
    const { dns, dkim } = await arrive({ txt: [RECORD] }, { header });
    expect((await dkim()).told).toMatchObject([{ result: 'fail', by: 'mx.example.com' }]);
    expect(dns.queries.filter((query) => query.includes('_domainkey'))).toEqual([]);
  });
});
