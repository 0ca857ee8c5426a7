import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { createCertificate } from './certificate.js';
import type { ReceivedMail } from './received-mail.js';

const HOST = '127.0.0.1';
const USER = 'you@sandbox.example';
const SENDER = '"Tailchat" <tailchat@sandbox.example>';
// Recipients with this local part are refused, so that a failure can be seen without breaking
// anything.
const UNKNOWN_LOCAL_PART = 'nobody';
const MAX_MAIL_BYTES = 10 * 1024 * 1024;
// How long smtp-server waits at its end for open connections. A client that is still there has nothing more to say, and nobody
// should wait for it.
const CLOSE_TIMEOUT_MS = 1;

/** A running throw-away server. */
export interface Sandbox {
  /** The settings that work with it, with the password in plain. */
  uri: string;
  /** The certificate as PEM. A client has to trust it, and only for this server. */
  ca: string;
  /** A value for SMTP_SENDER that it takes. */
  sender: string;
  /** The mails taken so far; grows while the server runs. */
  messages: ReceivedMail[];
  /** Ends the server and its connections; may be called again. */
  close(): Promise<void>;
}

/**
 * Starts an SMTP server in this process that nobody else can reach: on loopback only, with TLS
 * from the first byte (RFC 8314), a new certificate and a new password each time. It keeps the
 * mails that it takes in memory and passes none on. Recipients `nobody@…` are refused with 550
 * (RFC 5321), a wrong login with 535 (RFC 4954).
 */
export async function startSandbox(): Promise<Sandbox> {
  const { key, cert } = createCertificate({
    commonName: 'localhost',
    names: ['localhost', HOST],
  });
  const password = randomBytes(18).toString('base64url');
  const messages: ReceivedMail[] = [];
  const server = new SMTPServer({
    name: 'sandbox.example',
    banner: 'throw-away server of tailchat smtp',
    secure: true,
    key,
    cert,
    minVersion: 'TLSv1.2',
    authMethods: ['PLAIN', 'LOGIN'],
    size: MAX_MAIL_BYTES,
    rejectOversized: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: CLOSE_TIMEOUT_MS,
    onAuth(auth, _session, callback) {
      const isKnown = auth.username === USER && auth.password === password;
      if (isKnown) callback(null, { user: USER });
      else callback(refusal(535, '5.7.8 Wrong user name or password'));
    },
    onRcptTo({ address }, _session, callback) {
      const [localPart = ''] = address.split('@');
      const isUnknown = localPart.toLowerCase() === UNKNOWN_LOCAL_PART;
      callback(isUnknown ? refusal(550, '5.1.1 No such user here') : null);
    },
    onData(stream, session, callback) {
      receive(stream, session).then(
        (mail) => {
          // smtp-server itself refuses a mail that was too large, whatever this answers.
          if (!stream.sizeExceeded) messages.push(mail);
          callback(null, `2.0.0 Ok: kept in the sandbox as mail ${messages.length}`);
        },
        (error: Error) => callback(error),
      );
    },
  });
  // A client may distrust the certificate or hang up. Without a listener the event would end the whole program.
  server.on('error', () => {});
  const { port } = await listen(server);
  return {
    uri: `smtps://${encodeURIComponent(USER)}:${encodeURIComponent(password)}@${HOST}:${port}/`,
    ca: cert,
    sender: SENDER,
    messages,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Listens on a free port of the loopback interface; rejects when there is none to be had. */
async function listen(server: SMTPServer): Promise<AddressInfo> {
  const listener = server.listen(0, HOST);
  await once(listener, 'listening');
  return listener.address() as AddressInfo;
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<ReceivedMail> {
  const { mailFrom, rcptTo } = session.envelope;
  const from = mailFrom === false ? '' : mailFrom.address;
  const to = rcptTo.map(({ address }) => address);
  const chunks: Buffer[] = [];
  for await (const chunk of stream as Readable & AsyncIterable<Buffer>) {
    if (!stream.sizeExceeded) chunks.push(chunk);
  }
  return { from, to, raw: Buffer.concat(chunks) };
}

/** An error that smtp-server answers with this reply. */
function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
