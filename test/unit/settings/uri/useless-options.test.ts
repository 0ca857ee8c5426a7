import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parseSmtpUri } from '../../../../src/settings/uri/smtp-uri.js';
import { findUncheckedOptions } from '../../../../src/settings/uri/unchecked-options.js';
import { findOddOptions } from '../../../../src/settings/uri/uri-options.js';
import { startScriptedServer } from '../../../helpers/scripted-server.js';
import { serverOptionsOf } from '../../../helpers/server-nodemailer.js';

const nodemailer = createRequire(import.meta.url)('nodemailer-of-the-server') as {
  createTransport: (options: unknown) => {
    verify: () => Promise<unknown>;
    sendMail: (mail: object) => Promise<unknown>;
  };
};

/** Names that people put behind the question mark, and options of mails and of other transports. */
const USELESS = [
  'secure ssl useSSL tls useTLS starttls encryption security user username login account email pass password secret token',
  'auth auth.user auth.pass auth.type auth.method envelope envelope.from envelope.to from to cc bcc sender replyTo reply-to',
  'inReplyTo headers headers.X-A headers.from subject priority references text html encoding textEncoding messageId date list',
  'attachments alternatives raw normalizeHeaderKey dsn dsn.notify dkim.domainName dkim.privateKey direct servername dnsTtl',
  'newline path args buffer skipEncoding rejectUnauthorized minVersion verify verify_peer insecure timeout hostname domain',
  'charset keepalive family protocol mailer transport encryption_mode auth_mode authmethod requiretls RequireTLS ignoretls',
  'pool.max helo ehlo ehloName retries limit region lang format allowSelfSigned defaults options constructor hasOwnProperty',
].flatMap((line) => line.split(' '));

/** All that a server hears of one check and one mail, but for what differs from mail to mail. */
async function heard(query: string): Promise<string> {
  const server = await startScriptedServer({});
  try {
    const options = serverOptionsOf(`smtp://me:s3cret@127.0.0.1:${server.port}/?${query}`);
    const mail = { from: 'a@x.org', to: 'b@x.org', subject: 'x', html: '<p>x</p>' };
    await nodemailer.createTransport(options).verify();
    await nodemailer.createTransport(options).sendMail(mail);
    return server.commands.filter((line) => !/^(?:Date|Message-ID):|^QUIT/i.test(line)).join('\n');
  } finally {
    server.close();
  }
}

describe('an option that is said to do nothing', () => {
  it('does nothing in nodemailer 6.7.8', async () => {
    const usual = await heard('');
    expect(usual).toContain('MAIL FROM:<a@x.org>');
    for (const value of ['true', '1', 'x', 'a@b.co']) {
      expect(await heard(USELESS.map((name) => `${name}=${value}`).join('&')), value).toBe(usual);
    }
    // The comparison tells of an option that does something.
    expect(await heard('name=x')).not.toBe(usual);
  });

  it.each(USELESS)('is named, and none like it is advised: %s', (name) => {
    for (const value of ['x', 'a@b.co']) {
      const uri = `smtp://me:s3cret@mail.example.org:2500/?${name}=${value}`;
      const [odd, ...more] = findOddOptions(uri);
      expect(odd).toMatchObject({ option: name });
      expect(more).toEqual([]);
      if (odd?.meant) expect(USELESS).not.toContain(odd.meant);
      expect(parseSmtpUri(uri).ok).toBe(true);
    }
  });

  it('is no proxy where it is no text', () => {
    for (const value of ['true', '1', '0']) {
      expect(findUncheckedOptions(`proxy=${value}`)).toEqual([]);
    }
    expect(findUncheckedOptions('proxy=http://x.org')).toEqual(['proxy']);
  });
});
