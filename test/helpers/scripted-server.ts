import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';

// The prompts of AUTH LOGIN: "Username:" and "Password:" in base64.
const ASK_USER = '334 VXNlcm5hbWU6';
const ASK_PASSWORD = '334 UGFzc3dvcmQ6';
const WELCOME = '235 2.7.0 Welcome';

/**
 * What the server says: a string gets a CRLF where it has no line end, a Buffer goes as it is.
 * `close` hangs up without a word, `silence` says nothing; `thenClose` says something and then hangs
 * up; `act` does whatever it likes with the connection.
 */
export type ScriptedReply =
  | string
  | Buffer
  | 'close'
  | 'silence'
  | { reply: string | Buffer; thenClose: true }
  | { act: (socket: net.Socket) => void };

export interface Script {
  /** null for silence; `220 scripted.example ESMTP` by default. */
  greeting?: ScriptedReply | null;
  /**
   * Replies by verb (upper case), `.` being the end of a mail and `*AUTH` a line after a 334. A
   * reply to AUTH that begins with 334 and one to DATA that begins with 354 change the state, as
   * does one to STARTTLS that begins with 220 where `tls` is given.
   */
  replies?: Record<string, ScriptedReply | ((line: string) => ScriptedReply)>;
  /** What STARTTLS upgrades with; the default reply to EHLO then offers it. */
  tls?: tls.TlsOptions;
  /** Speaks TLS from the first byte. */
  implicitTls?: tls.TlsOptions;
}

export interface ScriptedServer {
  host: string;
  port: number;
  /** Every line that came, those of mails left out but for the `.` at the end. */
  commands: string[];
  /** Those of them that came in plain text. */
  clearCommands: string[];
  /** How many TCP connections there were so far. */
  readonly connections: number;
  /** Ends the server and tears down its connections. */
  close(): Promise<void>;
}

/** Starts a server on a loopback address that says exactly what its script tells it. */
export async function startScriptedServer(
  script: Script = {},
  { host = '127.0.0.1', port = 0 } = {},
): Promise<ScriptedServer> {
  const commands: string[] = [];
  const clearCommands: string[] = [];
  const sockets = new Set<net.Socket>();
  const track = (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };
  let connections = 0;
  const note = (line: string, isClear: boolean) => {
    commands.push(line);
    if (isClear) clearCommands.push(line);
  };
  const serve = (socket: net.Socket) => new Conversation(socket, script, note, track).start();
  const server = script.implicitTls
    ? tls.createServer(script.implicitTls, serve)
    : net.createServer(serve);
  server.on('connection', (socket: net.Socket) => {
    connections += 1;
    track(socket);
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    host,
    port: (server.address() as net.AddressInfo).port,
    commands,
    clearCommands,
    get connections() {
      return connections;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // The topmost first: Node does not like a TLS socket to lose its ground.
        for (const socket of [...sockets].reverse()) socket.destroy();
      }),
  };
}

/** One connection: cuts what comes into lines and answers each by the script. */
class Conversation {
  #socket: net.Socket;
  readonly #script: Script;
  readonly #note: (line: string, isClear: boolean) => void;
  readonly #track: (socket: net.Socket) => void;
  /** One character per byte, so that a character cut in two by a chunk is not lost. */
  #pending = '';
  #state: 'command' | 'auth' | 'data' | 'closed' = 'command';
  #lastReply = '';

  constructor(
    socket: net.Socket,
    script: Script,
    note: (line: string, isClear: boolean) => void,
    track: (socket: net.Socket) => void,
  ) {
    this.#socket = socket;
    this.#script = script;
    this.#note = note;
    this.#track = track;
  }

  start(): void {
    this.#listen();
    const { greeting = '220 scripted.example ESMTP' } = this.#script;
    if (greeting !== null) this.#say(greeting);
  }

  #listen(): void {
    this.#track(this.#socket);
    this.#socket.on('data', (chunk: Buffer) => this.#onChunk(chunk));
  }

  #onChunk(chunk: Buffer): void {
    this.#pending += chunk.toString('latin1');
    for (;;) {
      const end = this.#pending.indexOf('\n');
      if (end === -1 || this.#state === 'closed') return;
      const line = this.#pending.slice(0, end).replace(/\r$/, '');
      this.#pending = this.#pending.slice(end + 1);
      this.#onLine(Buffer.from(line, 'latin1').toString('utf8'));
    }
  }

  #onLine(line: string): void {
    if (this.#state === 'data' && line !== '.') return;
    this.#note(line, !(this.#socket instanceof tls.TLSSocket));
    const verb = this.#state === 'auth' ? '*AUTH' : (line.split(' ')[0] ?? '').toUpperCase();
    const scripted = this.#script.replies?.[verb];
    const reply =
      typeof scripted === 'function' ? scripted(line) : (scripted ?? this.#default(verb, line));
    this.#say(reply);
    this.#changeState(verb, textOf(reply).toString('latin1'));
  }

  #say(reply: ScriptedReply): void {
    if (reply === 'silence') return;
    if (isAct(reply)) {
      reply.act(this.#socket);
      return;
    }
    const isLast = reply === 'close' || isFarewell(reply);
    if (reply !== 'close') this.#socket.write(textOf(reply));
    if (isLast) {
      this.#state = 'closed';
      this.#socket.end();
    }
  }

  #changeState(verb: string, reply: string): void {
    if (this.#state === 'closed') return;
    const isAuth = verb === 'AUTH' || verb === '*AUTH';
    this.#lastReply = reply;
    if (isAuth && reply.startsWith('334')) this.#state = 'auth';
    else this.#state = verb === 'DATA' && reply.startsWith('354') ? 'data' : 'command';
    if (verb === 'STARTTLS' && reply.startsWith('220') && this.#script.tls) {
      this.#upgrade(this.#script.tls);
    }
  }

  #upgrade(options: tls.TlsOptions): void {
    // What came in plain after STARTTLS must not count as said inside of TLS (RFC 3207 section 6).
    this.#pending = '';
    this.#socket.removeAllListeners('data');
    const secureContext = tls.createSecureContext(options);
    this.#socket = new tls.TLSSocket(this.#socket, { ...options, isServer: true, secureContext });
    this.#listen();
  }

  #default(verb: string, line: string): ScriptedReply {
    switch (verb) {
      case 'EHLO':
        return this.#defaultEhlo();
      case 'HELO':
      case 'RSET':
      case 'NOOP':
      case 'MAIL':
      case 'RCPT':
        return '250 2.0.0 Ok';
      case 'STARTTLS':
        return this.#script.tls ? '220 2.0.0 Go ahead' : '502 5.5.1 Not implemented';
      case 'AUTH':
        return defaultAuth(line);
      case '*AUTH':
        return this.#lastReply.startsWith(ASK_USER) ? ASK_PASSWORD : WELCOME;
      case 'DATA':
        return '354 Go ahead';
      case '.':
        return '250 2.0.0 queued as TEST';
      case 'QUIT':
        return { reply: '221 2.0.0 Bye', thenClose: true };
      default:
        return '502 5.5.1 Not implemented';
    }
  }

  #defaultEhlo(): string {
    const offersTls = this.#script.tls && !(this.#socket instanceof tls.TLSSocket);
    return [
      '250-scripted.example',
      '250-SIZE 1000000',
      ...(offersTls ? ['250-STARTTLS'] : []),
      '250-AUTH PLAIN LOGIN',
      '250 ENHANCEDSTATUSCODES',
    ].join('\r\n');
  }
}

function defaultAuth(line: string): string {
  if (/^AUTH LOGIN$/i.test(line)) return ASK_USER;
  if (/^AUTH LOGIN /i.test(line)) return ASK_PASSWORD;
  return /^AUTH PLAIN$/i.test(line) ? '334 ' : WELCOME;
}

function isFarewell(reply: ScriptedReply): reply is { reply: string | Buffer; thenClose: true } {
  return typeof reply === 'object' && 'thenClose' in reply;
}

function isAct(reply: ScriptedReply): reply is { act: (socket: net.Socket) => void } {
  return typeof reply === 'object' && 'act' in reply;
}

function textOf(reply: ScriptedReply): Buffer {
  if (isAct(reply)) return Buffer.alloc(0);
  if (isFarewell(reply)) return textOf(reply.reply);
  if (typeof reply !== 'string') return reply;
  return Buffer.from(reply.endsWith('\n') ? reply : `${reply}\r\n`, 'utf8');
}
