import { type ImapFixtureOptions, startImapServer } from '../helpers/imap-fixture.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { closeAtEnd, envOf, RECIPIENT, startSmtp, USER } from './support.js';

const MAILBOX_USER = 'you@example.com';

const VERDICT = [
  'Authentication-Results: mx.example.com;',
  ' spf=pass smtp.mailfrom=example.com;',
  ' dkim=pass header.d=example.com; dmarc=pass header.from=example.com',
  '',
].join('\r\n');

interface MailSystemOptions extends ImapFixtureOptions {
  /** How long a mail is on its way. */
  afterMs?: number;
  /** What the receiver writes on top. */
  header?: string;
  /** What becomes of a mail on its way. */
  onItsWay?: (raw: Buffer) => Promise<string>;
}

/** An SMTP server whose mails arrive in a folder of an IMAP server, or nowhere. */
export async function mailSystem(
  folder: string | null,
  { afterMs = 0, header = VERDICT, onItsWay, ...options }: MailSystemOptions = {},
) {
  const password = plantPassword();
  const imapPassword = plantPassword();
  const imap = await startImapServer({ user: MAILBOX_USER, password: imapPassword, ...options });
  closeAtEnd(() => imap.close());
  const smtp = await startSmtp({
    users: { [USER]: password },
    onData: ({ raw }) => {
      const deliver = (mail: string) => {
        if (folder !== null) imap.deliver(folder, `${header}${mail}`);
      };
      const mail = raw.toString('latin1');
      if (onItsWay) void onItsWay(raw).then(deliver);
      else if (afterMs === 0) deliver(mail);
      else setTimeout(() => deliver(mail), afterMs).unref();
      return '250 2.0.0 Ok: queued';
    },
  });
  const scheme = options.security === undefined || options.security === 'tls' ? 'imaps' : 'imap';
  const login = `${encodeURIComponent(MAILBOX_USER)}:${encodeURIComponent(imapPassword)}`;
  const uri = `${scheme}://${login}@127.0.0.1:${imap.port}/`;
  const env = { ...envOf(smtp, { scheme: 'smtps', password }), SMTP_TEST_IMAP_URI: uri };
  const expectSafe = (result: { stdout: string; stderr: string }) => {
    expectNoSecret(result, password, USER);
    expectNoSecret(result, imapPassword, MAILBOX_USER);
  };
  return { env, uri, imap, smtp, expectSafe };
}

/** The words of a command that waits for its mail. */
export const awaiting = (seconds: number) => [
  'test',
  '--to',
  RECIPIENT,
  '--await',
  String(seconds),
];
