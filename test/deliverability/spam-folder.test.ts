import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeAtEnd, envOf, runJson, startSmtp, USER } from '../e2e/support.js';
import { expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { startMailbox } from './dovecot.js';
import { filter, openFolder } from './programs.js';

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

/** A mail server whose mails SpamAssassin judges, and Dovecot keeps. */
async function mailSystem() {
  const [password, imapPassword] = [plantPassword(), plantPassword()];
  const mailbox = await startMailbox(RECIPIENT, imapPassword);
  const arrived: Promise<string>[] = [];
  const store = async (raw: string) => {
    const mail = await judged(raw);
    await mailbox.deliver(mail, /^X-Spam-Flag: YES/m.test(mail) ? 'Junk' : 'INBOX');
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
  return { env, arrived, expectSafe };
}

const test = ['test', '--to', RECIPIENT, '--await', '30'];

describe('a mail, through SpamAssassin into Dovecot', () => {
  it('is found in the inbox', async () => {
    const { env, expectSafe } = await mailSystem();
    const result = await runJson(test, { env });
    expectSafe(result);
    expect(result.code).toBe(0);
    expect(result.report.arrival).toMatchObject({ found: true, folder: 'INBOX', isSpam: false });
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
