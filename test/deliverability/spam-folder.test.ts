import { generateKeyPairSync } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeAtEnd, closedPort, envOf, runJson, startSmtp, USER } from '../e2e/support.js';
import { DNS_PRELOAD, expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { startBind } from './bind.js';
import { startMailbox } from './dovecot.js';
import { type Filter, type Mail, throughMilter } from './milters.js';
import { filter, openFolder, startProgram } from './programs.js';

const RECIPIENT = 'you@example.com';
/** What every filter of this kind takes for spam: it is made for such tests. */
const GTUBE = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X';

/** A mail as SpamAssassin hands it on: alone, without asking anybody. */
async function judged(raw: string): Promise<string> {
  const home = await openFolder();
  const args = [
    '--local',
    '--prefspath',
    join(home, 'prefs'),
    '--siteconfigpath',
    '/etc/spamassassin',
  ];
  return await filter('env', [`HOME=${home}`, 'spamassassin', ...args], raw);
}

/** A mail server whose mails SpamAssassin judges, and Dovecot keeps; `onItsWay` comes before both. */
async function mailSystem(
  onItsWay = async (raw: string) => raw,
  /** Where a mail that is no spam is put, and how. */
  into: { folder: string; isSaved?: boolean } = { folder: 'INBOX' },
) {
  const [password, imapPassword] = [plantPassword(), plantPassword()];
  const mailbox = await startMailbox(RECIPIENT, imapPassword);
  const arrived: Promise<string>[] = [];
  const store = async (raw: string) => {
    const mail = await judged(await onItsWay(raw));
    if (into.isSaved) await mailbox.save(mail, into.folder);
    else await mailbox.deliver(mail, /^X-Spam-Flag: YES/m.test(mail) ? 'Junk' : into.folder);
    return mail;
  };
  const smtp = await startSmtp({
    users: { [USER]: password },
    onData: ({ raw }) => {
      arrived.push(store(raw.toString('latin1')));
      return '250 2.0.0 Ok: queued';
    },
  });
  closeAtEnd(() => Promise.allSettled(arrived));
  const login = `${encodeURIComponent(RECIPIENT)}:${encodeURIComponent(imapPassword)}`;
  const env = {
    ...envOf(smtp, { scheme: 'smtps', password }),
    SMTP_TEST_IMAP_URI: `imaps://${login}@127.0.0.1:${mailbox.port}/`,
  };
  const expectSafe = (result: { stdout: string; stderr: string }) => {
    expectNoSecret(result, password, USER);
    expectNoSecret(result, imapPassword, RECIPIENT);
  };
  return { env, arrived, expectSafe, heard: mailbox.heard };
}

const test = ['test', '--to', RECIPIENT, '--await', '30'];

describe('a mail, through SpamAssassin into Dovecot', () => {
  it('is found in the inbox', async () => {
    const { env, expectSafe, heard } = await mailSystem();
    const result = await runJson(test, { env });
    expectSafe(result);
    expect(result.code).toBe(0);
    expect(result.report.arrival).toMatchObject({ found: true, folder: 'INBOX', isSpam: false });
    // SpamAssassin takes its time: meanwhile Dovecot is asked to tell of new mail.
    expect(await heard()).toMatch(/\ba\d+ IDLE\r?\n[\s\S]*\bDONE\r?\n/);
    expect(await heard()).not.toMatch(/\b(?:SELECT|STORE|COPY|MOVE|EXPUNGE)\b/);
  });

  const trace =
    'Received: from a.example.com by mx.example.com with ESMTPS id 1; Sat, 28 Nov 2026 09:00:00 +0000\r\n';

  it('is found where a rule has put it', async () => {
    const onItsWay = async (raw: string) => `Return-Path: <${USER}>\r\n${trace}${raw}`;
    const { env } = await mailSystem(onItsWay, { folder: 'Projects' });
    const { report } = await runJson(test, { env });
    expect(report.arrival).toMatchObject({ found: true, folder: 'Projects', isSpam: false });
  });

  it("is not found where it is the sender's own copy", async () => {
    const into = { folder: 'Gesendete Objekte', isSaved: true };
    const { env } = await mailSystem(undefined, into);
    const { report } = await runJson(['test', '--to', RECIPIENT, '--await', '8'], { env });
    expect(report.failure?.cause).toBe('not-arrived');
  });

  it('is found in the spam folder, and its header says why', async () => {
    const { env, arrived, expectSafe } = await mailSystem();
    const result = await runJson([...test, '--text', GTUBE], { env });
    expectSafe(result);
    expect(result.code).toBe(77);
    expect(result.report.failure?.cause).toBe('arrived-in-spam');
    expect(result.report.arrival).toMatchObject({ found: true, folder: 'Junk', isSpam: true });
    expect(JSON.stringify(result.report.failure)).toContain('GTUBE');

    // The same mail, saved and given to explain.
    const [mail = ''] = await Promise.all(arrived);
    const explained = await runBin(['smtp', 'explain', '--lang', 'en'], { stdin: mail });
    expect(explained.code).toBe(1);
    expect(explained.stdout).toContain('GTUBE');
    expect(explained.stdout).toMatch(/1000(\.0)?/);
  });
});

/** Signs as example.com with the selector `sel`. */
async function startSigner(privateKey: string): Promise<Filter> {
  const folder = await openFolder();
  const { port } = await closedPort();
  const key = join(folder, 'key.pem');
  await writeFile(key, privateKey);
  await chmod(key, 0o600);
  const conf = join(folder, 'opendkim.conf');
  const lines = [
    ...[`Socket inet:${port}@127.0.0.1`, 'Mode s', 'Syslog no', 'RequireSafeKeys no'],
    ...['Canonicalization relaxed/simple', 'Domain example.com', 'Selector sel'],
    ...[`KeyFile ${key}`, 'InternalHosts 192.0.2.25'],
  ];
  await writeFile(conf, `${lines.join('\n')}\n`);
  await startProgram('opendkim', ['-f', '-x', conf], port);
  return { port, wants: 'body' };
}

/** A mail in the pieces that a milter takes. */
function piecesOf(raw: string): Mail {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n(?=[ \t])/g, '\n')
    .split('\r\n');
  const fields = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return { fields, body: raw.slice(end + 4) };
}

describe('a mail that OpenDKIM has signed, and whose receiver says nothing of it', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const parts = (`v=DKIM1; k=rsa; p=${key}`.match(/.{1,255}/g) ?? []).map((one) => `"${one}"`);

  it.each([
    ['as it was', (body: string) => body, 'pass'],
    ['with a footer', (body: string) => `${body}--\r\nfooter\r\n`, 'fail'],
  ])('is verified in Dovecot with the key that BIND has: %s', async (_, change, result) => {
    const bind = await startBind([`sel._domainkey.example.com. TXT ${parts.join(' ')}`]);
    const signer = await startSigner(privateKey.export({ format: 'pem', type: 'pkcs8' }) as string);
    const onItsWay = async (raw: string) => {
      const { fields, body } = await throughMilter(signer, piecesOf(raw));
      const header = fields.map(([name, value]) => `${name}: ${value.replace(/\r?\n/g, '\r\n')}`);
      return `${header.join('\r\n')}\r\n\r\n${change(body)}`;
    };
    const { env, expectSafe } = await mailSystem(onItsWay);
    const options = { env: { ...env, TEST_DNS_SERVER: bind }, preload: [DNS_PRELOAD] };
    const run = await runJson(test, options);
    expectSafe(run);
    expect(run.report.arrival).toMatchObject({ found: true, folder: 'INBOX' });
    const dkim = run.report.arrival?.authentication.filter(({ method }) => method === 'dkim');
    expect(dkim).toEqual([{ method: 'dkim', result, domain: 'example.com', by: 'tailchat smtp' }]);
  });
});
