import { chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closedPort } from '../e2e/support.js';
import { certificates } from '../helpers/certificates.js';
import { filter, openFolder, startProgram } from './programs.js';

/** The owner of the mailboxes: a number does, it needs no entry in /etc/passwd. */
const OWNER = 5000;

/** A mailbox that a real Dovecot keeps. */
export interface Mailbox {
  /** Its IMAP server, TLS from the first byte. */
  port: number;
  /** What clients have sent, after their login. */
  heard(): Promise<string>;
  /** Puts a mail into a folder, as a mail server does after its filters. */
  deliver(raw: string, folder: string): Promise<void>;
  /** Puts a copy into a folder, as a mail program does with what it has sent. */
  save(raw: string, folder: string): Promise<void>;
}

/** Starts Dovecot 2.3 with one mailbox, in a folder of its own and on loopback alone. */
export async function startMailbox(user: string, password: string): Promise<Mailbox> {
  const folder = await openFolder();
  const { port } = await closedPort();
  const at = (name: string) => join(folder, name);
  for (const name of ['run', 'state', 'mail', 'heard']) await mkdir(at(name));
  for (const name of ['mail', 'heard']) await chown(at(name), OWNER, OWNER);
  // Hashed, because a password may hold the colon that separates the fields of this file.
  const hash = await filter('openssl', ['passwd', '-6', '-stdin'], password);
  await writeFile(at('users'), `${user}:{SHA512-CRYPT}${hash}`);
  await writeFile(at('server.pem'), certificates.trusted.cert);
  await writeFile(at('server.key'), certificates.trusted.key);
  const conf = at('dovecot.conf');
  await writeFile(
    conf,
    `base_dir = ${at('run')}
state_dir = ${at('state')}
log_path = ${at('log')}
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${at('server.pem')}
ssl_key = <${at('server.key')}
auth_mechanisms = plain login
mail_location = maildir:${at('mail')}/%n
postmaster_address = postmaster@example.com
hostname = mail.example.com
lda_mailbox_autocreate = yes
rawlog_dir = ${at('heard')}
passdb {
  driver = passwd-file
  args = username_format=%u ${at('users')}
}
userdb {
  driver = static
  args = uid=${OWNER} gid=${OWNER} home=${at('mail')}/%n
}
namespace inbox {
  inbox = yes
  mailbox Junk {
    special_use = \\Junk
    auto = create
  }
}
service imap-login {
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = ${port}
    ssl = yes
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`,
  );
  await startProgram('dovecot', ['-F', '-c', conf], port);
  const deliver = async (raw: string, box: string) => {
    const lda = ['-c', conf, '-d', user, '-m', box];
    await filter('/usr/lib/dovecot/dovecot-lda', lda, raw).catch(async (error: Error) => {
      throw new Error(`${error.message}${await readFile(at('log'), 'utf8')}`);
    });
  };
  const save = async (raw: string, box: string) => {
    await filter('doveadm', ['-c', conf, 'mailbox', 'create', '-u', user, box], '');
    await filter('doveadm', ['-c', conf, 'save', '-u', user, '-m', box], raw);
  };
  const heard = async () => {
    const names = (await readdir(at('heard'))).filter((name) => name.endsWith('.in'));
    const texts = await Promise.all(names.map((name) => readFile(join(at('heard'), name), 'utf8')));
    return texts.join('\n');
  };
  return { port, deliver, save, heard };
}
