import type { TlsOptions } from 'node:tls';
import { certificates } from '../helpers/certificates.js';
import type { Script, ScriptedReply } from '../helpers/scripted-server.js';

/** What a server of the table is: how it behaves, and how a URI must begin to fit it. */
export interface TableServer {
  name: string;
  /** A scheme that does not fit makes the server of old wait for half a minute: it is left out. */
  schemes: readonly ('smtp' | 'smtps')[];
  script: () => Script;
}

const EHLO = ['250-scripted.example', '250-SIZE 1000000'];
const ehlo = (...lines: string[]) =>
  [...EHLO, ...lines.map((line) => `250-${line}`), '250 ENHANCEDSTATUSCODES'].join('\r\n');

function plain(name: string, replies: Script['replies'] = {}, more: Script = {}): TableServer {
  return { name, schemes: ['smtp'], script: () => ({ ...more, replies }) };
}

function later(reply: string, ms: number): ScriptedReply {
  return {
    act: (socket) => {
      setTimeout(() => {
        if (!socket.destroyed) socket.write(`${reply}\r\n`);
      }, ms);
    },
  };
}

const offers = (...lines: string[]) => ({ EHLO: ehlo(...lines) });

/** Servers in plain text, as they are met with. */
const PLAIN: TableServer[] = [
  plain('an ordinary one'),
  plain('no login offered', offers()),
  plain('LOGIN alone', offers('AUTH LOGIN')),
  plain('CRAM-MD5 alone', {
    ...offers('AUTH CRAM-MD5'),
    AUTH: '334 PDEyMzRAc2NyaXB0ZWQ+',
    '*AUTH': '235 2.7.0 Welcome',
  }),
  plain('AUTH=PLAIN, in the old way', offers('AUTH=PLAIN LOGIN')),
  plain('a bare AUTH', offers('AUTH')),
  plain('auth in its name', { EHLO: '250-auth.scripted.example\r\n250 SIZE 1000000' }),
  plain('auth as a word of its name', { EHLO: '250-mail auth server\r\n250 SIZE 1000000' }),
  plain('XOAUTH2 alone', offers('AUTH XOAUTH2')),
  plain('GSSAPI alone', offers('AUTH GSSAPI')),
  plain('a refused login', { AUTH: '535 5.7.8 Authentication failed', '*AUTH': '535 5.7.8 No' }),
  plain('a login held back', {
    AUTH: '454 4.7.0 Temporary authentication failure',
    '*AUTH': '454 4.7.0 No',
  }),
  plain('a greeting in two lines', {}, { greeting: '220-scripted.example\r\n220 ESMTP' }),
  plain('a greeting of 554', {}, { greeting: '554 5.7.1 Blocked' }),
  plain('a greeting of 421', {}, { greeting: '421 4.7.0 Too many' }),
  plain('a greeting of IMAP', {}, { greeting: '* OK IMAP4rev1 ready' }),
  plain('a late greeting', {}, { greeting: later('220 scripted.example ESMTP', 2000) }),
  plain('HELO alone', { EHLO: '502 5.5.1 Not implemented' }),
  plain('a hang-up at EHLO', { EHLO: 'close' }),
  plain('EHLO answered with 421', { EHLO: '421 4.3.2 Shutting down' }),
  plain('STARTTLS offered and refused', { ...offers('STARTTLS'), STARTTLS: '454 4.7.0 Not now' }),
  plain('a refused sender', { MAIL: '553 5.7.1 Sender rejected' }),
  plain('no empty sender', {
    MAIL: (line) => (line.includes('<>') ? '501 5.1.7 Bad sender' : '250 2.1.0 Ok'),
  }),
  plain('a refused recipient', { RCPT: '550 5.1.1 No such user' }),
  plain('a greylisting one', { RCPT: '451 4.7.1 Greylisted' }),
  plain('251 for a recipient', { RCPT: '251 2.1.5 Will forward' }),
  plain('DATA refused', { DATA: '554 5.7.1 No mail today' }),
  plain('DATA taken with 250', { DATA: '250 2.0.0 Ok' }),
  plain('a refused mail', { '.': '554 5.7.1 Spam' }),
  plain('a mail put off', { '.': '451 4.3.0 Try later' }),
  plain('421 after the mail', { '.': '421 4.3.0 Leaving' }),
  plain('a hang-up after the mail', { '.': 'close' }),
  plain('a multi-line answer to MAIL', { MAIL: '250-2.1.0 Ok\r\n250 2.1.0 Really' }),
  plain('pipelining that is broken', {
    ...offers('PIPELINING', 'AUTH PLAIN LOGIN'),
    MAIL: {
      act: (socket) => {
        // Whatever comes with MAIL in one piece is lost: what is asked next is answered.
        socket.pause();
        setTimeout(() => {
          if (socket.readableLength > 0) socket.read();
          socket.resume();
          socket.write('250 2.1.0 Ok\r\n');
        }, 60);
      },
    },
  }),
  plain('a blank line in EHLO', { EHLO: '\r\n250-scripted.example\r\n250 AUTH PLAIN LOGIN' }),
  plain('replies without text', { MAIL: '250', RCPT: '250', DATA: '354', '.': '250' }),
  plain('a login in three steps', { AUTH: '334 ', '*AUTH': '235 2.7.0 Welcome' }),
  plain('530 for a sender without a login', {
    MAIL: '530 5.7.0 Authentication required',
  }),
];

/** Servers with TLS, from the first byte on or by STARTTLS. */
const WITH_TLS: TableServer[] = (
  [
    ['trusted', () => certificates.trusted],
    ['signed by itself', () => certificates.selfSigned],
    ['expired', () => certificates.expired],
    ['not yet valid', () => certificates.notYetValid],
    ['of another name', () => certificates.wrongName],
  ] as const
).flatMap(([name, certificate]): TableServer[] => [
  { name: `STARTTLS, ${name}`, schemes: ['smtp'], script: () => ({ tls: certificate() }) },
  {
    name: `TLS first, ${name}`,
    schemes: ['smtps'],
    script: () => ({ implicitTls: certificate() }),
  },
]);

/** All servers of the table. */
export const SERVERS: readonly TableServer[] = [...PLAIN, ...WITH_TLS];

/** Those that go with each of the further settings. */
export const ORDINARY: readonly TableServer[] = [
  ...PLAIN.slice(0, 1),
  ...WITH_TLS.filter(({ name }) => name.endsWith(', trusted')),
];

const tlsOnly = (name: string, options: () => TlsOptions): TableServer[] => [
  { name: `STARTTLS, ${name}`, schemes: ['smtp'], script: () => ({ tls: options() }) },
  { name: `TLS first, ${name}`, schemes: ['smtps'], script: () => ({ implicitTls: options() }) },
];

/** Another reply to the second EHLO of a connection, which is the one after STARTTLS. */
function afterStarttls(second: string): NonNullable<Script['replies']> {
  let count = 0;
  const reply = () => {
    count += 1;
    return count % 2 === 1 ? ehlo('STARTTLS') : second;
  };
  return { EHLO: reply };
}

/** More servers, each of which goes with the usual settings. */
export const MORE_SERVERS: readonly TableServer[] = [
  plain('a reply more than was asked for', { MAIL: '250 Ok\r\n250 Ok' }),
  plain('a good-bye in the same breath', { '.': '250 Ok\r\n421 Bye' }),
  plain('no space behind the code of a recipient', { RCPT: '250OK' }),
  plain('200 for a recipient', { RCPT: '200 Ok' }),
  plain('250 in place of 235', { AUTH: '250 Ok' }),
  plain('235 without text', { AUTH: '235' }),
  plain('lines that end in LF', { EHLO: '250-scripted.example\n250 AUTH PLAIN\n' }),
  plain('STARTTLS as a word of its name', { EHLO: '250-mail STARTTLS box\r\n250 AUTH PLAIN' }),
  plain('one line for EHLO', { EHLO: '250 AUTH PLAIN' }),
  plain('QUIT without an answer', { QUIT: 'silence' }),
  ...tlsOnly('TLS 1.3 alone', () => ({ ...certificates.trusted, minVersion: 'TLSv1.3' })),
  ...tlsOnly('TLS 1.1 alone', () => ({
    ...certificates.trusted,
    minVersion: 'TLSv1.1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  })),
  ...tlsOnly('a certificate of ours wanted', () => ({
    ...certificates.trusted,
    requestCert: true,
    rejectUnauthorized: true,
  })),
  {
    name: 'STARTTLS, and then no EHLO',
    schemes: ['smtp'],
    script: () => ({ tls: certificates.trusted, replies: afterStarttls('550 5.7.1 No') }),
  },
  {
    name: 'STARTTLS, and then no login on offer',
    schemes: ['smtp'],
    script: () => ({ tls: certificates.trusted, replies: afterStarttls(ehlo()) }),
  },
];
