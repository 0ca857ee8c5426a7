import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerAuthentication, type SMTPServerOptions } from 'smtp-server';
import type { Certificate } from '../../src/sandbox/certificate.js';
import type { ReceivedMail } from '../../src/sandbox/received-mail.js';
import { certificates } from './certificates.js';

/** A reply in the form `550 5.1.1 No such user`. */
export interface FixtureReply {
  code: number;
  text: string;
}

export interface SmtpFixtureOptions {
  /** `starttls` offers it and demands it before a login; `plain` does not know it. */
  security: 'tls' | 'starttls' | 'plain';
  /** By default `certificates.trusted`. */
  certificate?: Certificate;
  /** Passwords by user name; none by default. */
  users?: Record<string, string>;
  /** By default PLAIN and LOGIN; CRAM-MD5 and XOAUTH2 (the password being the token) work too. */
  authMethods?: string[];
  /** Offers no AUTH at all, and asks for no login. */
  hideAuth?: boolean;
  /** Answers 530 to MAIL before a login; true by default. */
  requireAuth?: boolean;
  /** The whole reply to MAIL, such as `553 5.7.1 Not yours`, or undefined to take the sender. */
  rejectSender?: (address: string, user: string | undefined) => string | undefined;
  rejectRecipient?: (address: string) => FixtureReply | undefined;
  /** The whole reply after the mail, such as `554 5.7.1 Spam`; 250 by default. */
  onData?: (mail: ReceivedMail) => string | undefined;
  /** The size limit that EHLO announces and that is enforced, in bytes. */
  size?: number;
}

export interface SmtpFixture {
  host: '127.0.0.1';
  port: number;
  /** The mails taken. */
  mails: ReceivedMail[];
  logins: { method: string; user: string; ok: boolean }[];
  /** The commands as they came, the secrets of AUTH cut out by smtp-server. */
  commands: string[];
  /** How many TCP connections there were so far. */
  readonly connections: number;
  close(): Promise<void>;
}

/** Starts an ordinary SMTP server (smtp-server) on a free port of 127.0.0.1. */
export async function startSmtpServer(options: SmtpFixtureOptions): Promise<SmtpFixture> {
  const { users = {}, rejectSender, rejectRecipient, onData } = options;
  const mails: ReceivedMail[] = [];
  const logins: SmtpFixture['logins'] = [];
  const commands: string[] = [];
  let connections = 0;

  const server = new SMTPServer({
    ...protocolOptions(options),
    // The log is the only place where smtp-server tells the commands.
    logger: {
      debug: (entry: { tnx?: string }, _format: string, line: string) => {
        if (entry.tnx === 'command') commands.push(line);
      },
    },
    onAuth(auth, _session, callback) {
      const user = auth.username ?? '';
      const ok = isRightLogin(auth, users[user]);
      logins.push({ method: auth.method, user, ok });
      if (ok) callback(null, { user });
      // Without an error, smtp-server ends a failed XOAUTH2 in the way of its specification.
      else callback(null, { message: '5.7.8 Authentication credentials invalid' });
    },
    onMailFrom({ address }, session, callback) {
      const reply = rejectSender?.(address, session.user);
      callback(reply === undefined ? null : refusal(parseReply(reply)));
    },
    onRcptTo({ address }, _session, callback) {
      const reply = rejectRecipient?.(address);
      callback(reply === undefined ? null : refusal(reply));
    },
    onData(stream, session, callback) {
      const { mailFrom, rcptTo } = session.envelope;
      const answer = async () => {
        const raw = await buffer(stream);
        const from = mailFrom === false ? '' : mailFrom.address;
        const mail = { from, to: rcptTo.map(({ address }) => address), raw };
        const reply = parseReply(onData?.(mail) ?? `250 2.0.0 Ok: queued as ${mails.length + 1}`);
        if (reply.code >= 300) throw refusal(reply);
        if (!stream.sizeExceeded) mails.push(mail);
        return reply.text;
      };
      answer().then((text) => callback(null, text), callback);
    },
  });
  // Failed handshakes and connections cut short are what many tests are about.
  server.on('error', () => {});
  server.server.on('connection', () => {
    connections += 1;
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');

  return {
    host: '127.0.0.1',
    port: (listener.address() as AddressInfo).port,
    mails,
    logins,
    commands,
    get connections() {
      return connections;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function protocolOptions(options: SmtpFixtureOptions): SMTPServerOptions {
  const { security, certificate, authMethods, hideAuth = false, requireAuth = true } = options;
  const disabledCommands: string[] = [];
  if (security === 'plain') disabledCommands.push('STARTTLS');
  if (hideAuth) disabledCommands.push('AUTH');
  const usesTls = security !== 'plain';
  return {
    name: 'fixture.example',
    secure: security === 'tls',
    ...(usesTls && (certificate ?? certificates.trusted)),
    authMethods: authMethods ?? ['PLAIN', 'LOGIN'],
    authOptional: !requireAuth,
    disabledCommands,
    size: options.size,
    rejectOversized: true,
    disableReverseLookup: true,
    maxAllowedUnauthenticatedCommands: false,
    closeTimeout: 1,
  };
}

function isRightLogin(auth: SMTPServerAuthentication, password: string | undefined): boolean {
  if (password === undefined) return false;
  if (auth.method === 'CRAM-MD5') return auth.validatePassword(password);
  if (auth.method === 'XOAUTH2') return auth.accessToken === password;
  return auth.password === password;
}

function parseReply(reply: string): FixtureReply {
  const match = /^(\d{3}) (.*)$/s.exec(reply);
  if (match === null) throw new Error(`not a reply of the form "550 text": ${reply}`);
  return { code: Number(match[1]), text: match[2] ?? '' };
}

function refusal({ code, text }: FixtureReply): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
