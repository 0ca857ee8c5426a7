import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { certificates } from './certificates.js';

/** A folder by the name that the server sends, with its flags. */
export interface ImapFolder {
  name: string;
  flags?: string;
}

export interface ImapFixtureOptions {
  security?: 'tls' | 'starttls' | 'plain';
  certificate?: tls.TlsOptions;
  user?: string;
  password?: string;
  capabilities?: string;
  folders?: ImapFolder[];
  /** Answers in place of the usual: whole lines without the tag, `TAG` standing for it; undefined leaves it. */
  script?: (command: string) => string | undefined;
  /** Answers by itself, with whatever bytes it wants; false leaves it. The greeting comes as the command `GREETING`. */
  takeOver?: (command: string, tag: string, socket: net.Socket) => boolean;
}

export interface ImapFixture {
  port: number;
  /** Every line that came, without its tag. */
  commands: string[];
  clearCommands: string[];
  /** Raw mails by folder, the oldest first. */
  mails: Map<string, string[]>;
  deliver(folder: string, raw: string): void;
  close(): Promise<void>;
}

/** An IMAP server of a few commands, on a loopback port. */
export async function startImapServer(options: ImapFixtureOptions = {}): Promise<ImapFixture> {
  const { security = 'tls', certificate = certificates.trusted } = options;
  const commands: string[] = [];
  const clearCommands: string[] = [];
  const mails = new Map<string, string[]>();
  const sockets = new Set<net.Socket>();
  const idling = new Map<net.Socket, string>();
  const serve = (socket: net.Socket, isGreeted = false) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const isTaken = !isGreeted && options.takeOver?.('GREETING', '*', socket);
    if (!isGreeted && !isTaken) socket.write('* OK ready\r\n');
    let pending = '';
    let folder = '';
    let waiting = '';
    let idleTag = '';
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        hear(line);
      }
    });
    function hear(line: string) {
      if (idleTag !== '' && line === 'DONE') {
        commands.push(line);
        socket.write(`${idleTag} OK done\r\n`);
        idling.delete(socket);
        idleTag = '';
        return;
      }
      const [, tag = '', command = ''] = waiting
        ? ['', waiting, `*AUTH ${line}`]
        : (/^(\S+) (.*)$/.exec(line) ?? []);
      waiting = '';
      commands.push(command);
      if (!(socket instanceof tls.TLSSocket)) clearCommands.push(command);
      if (options.takeOver?.(command, tag, socket)) return;
      const scripted = options.script?.(command);
      const said = scripted ?? answer(command, tag);
      socket.write(`${said.replaceAll('TAG', tag)}\r\n`, 'latin1');
      if (/^STARTTLS/.test(command) && said.startsWith('TAG OK')) {
        socket.removeAllListeners('data');
        const secureContext = tls.createSecureContext(certificate);
        serve(new tls.TLSSocket(socket, { isServer: true, secureContext }), true);
      }
    }
    function answer(command: string, tag: string): string {
      const [verb = ''] = command.toUpperCase().split(' ');
      const isSecured = socket instanceof tls.TLSSocket;
      switch (verb) {
        case 'CAPABILITY': {
          const more = security === 'starttls' && !isSecured ? ' STARTTLS' : '';
          const list = options.capabilities ?? 'IMAP4rev1 ID SPECIAL-USE';
          return `* CAPABILITY ${list}${more}\r\nTAG OK done`;
        }
        case 'LOGIN': {
          const words = [options.user ?? '', options.password ?? ''].map(
            (word) => `"${word.replace(/["\\]/g, '\\$&')}"`,
          );
          const isRight = command === `LOGIN ${words.join(' ')}`;
          return isRight ? 'TAG OK in' : 'TAG NO [AUTHENTICATIONFAILED] Login failed';
        }
        case 'AUTHENTICATE': {
          const given = command.split(' ')[2];
          if (given === undefined) {
            waiting = tag;
            return '+ ';
          }
          return authenticated(given);
        }
        case '*AUTH':
          return authenticated(command.slice(6));
        case 'STARTTLS':
          return security === 'starttls' ? 'TAG OK go on' : 'TAG BAD no';
        case 'LIST':
          return [
            ...(options.folders ?? [{ name: 'INBOX' }]).map(
              ({ name, flags = '' }) => `* LIST (${flags}) "/" "${name}"`,
            ),
            'TAG OK done',
          ].join('\r\n');
        case 'EXAMINE': {
          folder = command.slice(9, -1);
          const count = mails.get(folder)?.length ?? 0;
          return `* ${count} EXISTS\r\n* OK [UIDNEXT ${count + 1}] next\r\nTAG OK [READ-ONLY] done`;
        }
        case 'SEARCH': {
          const token = /"([^"]*)"/.exec(command)?.[1] ?? '';
          const found = (mails.get(folder) ?? []).flatMap((mail, at) =>
            mail.includes(token) ? [at + 1] : [],
          );
          return `* SEARCH ${found.join(' ')}\r\nTAG OK done`;
        }
        case 'FETCH': {
          const number = Number(command.split(' ')[1]);
          const mail = mails.get(folder)?.[number - 1] ?? '';
          const isWhole = command.includes('BODY.PEEK[]');
          const text = isWhole ? mail : `${mail.split('\r\n\r\n')[0]}\r\n\r\n`;
          const bytes = Buffer.byteLength(text, 'latin1');
          return `* ${number} FETCH (BODY[] {${bytes}}\r\n${text})\r\nTAG OK done`;
        }
        case 'IDLE':
          if (!options.capabilities?.includes('IDLE')) return 'TAG BAD unknown';
          idleTag = tag;
          idling.set(socket, folder);
          return '+ idling';
        default:
          return verb === 'ID' || verb === 'LOGOUT' ? 'TAG OK done' : 'TAG BAD unknown';
      }
    }
  };
  function authenticated(base64: string): string {
    const expected = `\0${options.user}\0${options.password}`;
    const isRight = Buffer.from(base64, 'base64').toString('utf8') === expected;
    return isRight ? 'TAG OK in' : 'TAG NO [AUTHENTICATIONFAILED] Login failed';
  }
  const server =
    security === 'tls' ? tls.createServer(certificate, serve) : net.createServer(serve);
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as net.AddressInfo).port,
    commands,
    clearCommands,
    mails,
    deliver: (folder, raw) => {
      mails.set(folder, [...(mails.get(folder) ?? []), raw]);
      for (const [socket, open] of idling)
        if (open === folder) socket.write(`* ${mails.get(folder)?.length} EXISTS\r\n`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
