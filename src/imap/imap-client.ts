import type net from 'node:net';
import { ImapError } from './imap-error.js';
import type { ImapUri } from './imap-uri.js';
import { openConnection, startTls } from './open-connection.js';
import { type ImapResponse, ResponseReader } from './response-reader.js';

/** How a command ended. */
export interface CommandResult {
  isOk: boolean;
  /** The server's words behind OK, NO or BAD. */
  words: string;
  untagged: ImapResponse[];
}

interface Pending {
  tag: string;
  untagged: ImapResponse[];
  /** The line to send, or the function to call, when the server asks for more. */
  more: string | (() => void) | undefined;
  /** Is called with each line before the command ends. */
  onUntagged: (text: string) => void;
  resolve: (result: CommandResult) => void;
  reject: (error: unknown) => void;
}

/** The greatest number of responses to one command: folders and search results are fewer, so more is a flood. */
const MOST_RESPONSES = 5000;

/** One connection to an IMAP server (RFC 3501, RFC 9051), one command at a time. */
export class ImapClient {
  #socket: net.Socket;
  readonly #host: string;
  readonly #signal: AbortSignal;
  readonly #capabilities = new Set<string>();
  #reader = new ResponseReader();
  #pending: Pending | undefined;
  #ended: unknown;
  #count = 0;
  #isGreeted = false;
  #heard = performance.now();

  private constructor(socket: net.Socket, host: string, signal: AbortSignal) {
    this.#socket = socket;
    this.#host = host;
    this.#signal = signal;
    signal.addEventListener('abort', this.#abort, { once: true });
  }

  /**
   * Connects, waits for the greeting, and makes TLS where it was not from the first byte.
   *
   * @param onConnected told when the connection has come about
   * @throws ImapError; the signal's reason when it is aborted
   */
  static async open(
    uri: ImapUri,
    signal: AbortSignal,
    onConnected: () => void,
  ): Promise<ImapClient> {
    const socket = await openConnection(uri, signal, onConnected);
    const client = new ImapClient(socket, uri.host, signal);
    try {
      const greeting = client.#expect('*');
      client.#listen();
      const { isOk, words } = await greeting;
      if (!isOk) throw new ImapError('protocol', words);
      if (uri.security === 'starttls') await client.#startTls();
      if (client.#capabilities.size === 0) await client.command('CAPABILITY');
      return client;
    } catch (error) {
      client.close();
      throw error;
    }
  }

  /** Whether the server has named a capability, such as `ID`. */
  can(capability: string): boolean {
    return this.#capabilities.has(capability);
  }

  /**
   * Sends a command and waits for its end.
   *
   * @param text without tag and line end, a character a byte
   * @param more a line to be sent when the server asks for it, or what is done then
   * @param onUntagged told of each line before the end
   * @throws ImapError where the connection ends or is no IMAP; the signal's reason when it is aborted
   */
  async command(
    text: string,
    more?: Pending['more'],
    onUntagged?: (text: string) => void,
  ): Promise<CommandResult> {
    this.#count += 1;
    this.#reader.startAnswer();
    const tag = `a${this.#count}`;
    const result = this.#expect(tag, more, onUntagged);
    if (this.#ended === undefined) this.#socket.write(`${tag} ${text}\r\n`, 'latin1');
    return await result;
  }

  /**
   * Waits until the server tells of a change in the folder that is open, or the time is up (RFC 2177).
   *
   * @returns false where the server refuses that
   * @throws ImapError where the connection ends or is no IMAP; the signal's reason when it is aborted
   */
  async idle(ms: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    let isOver = false;
    // The server goes on only after `DONE`, which may be sent only once.
    const done = () => {
      if (!isOver && this.#ended === undefined) this.#socket.write('DONE\r\n');
      isOver = true;
    };
    const begin = () => {
      timer = setTimeout(done, ms);
    };
    try {
      const onUntagged = (text: string) => {
        if (timer && /^\* \d+ (?:EXISTS|RECENT)\b/i.test(text)) done();
      };
      return (await this.command('IDLE', begin, onUntagged)).isOk;
    } finally {
      clearTimeout(timer);
    }
  }

  /** How long the server has been silent, in milliseconds. */
  get silentMs(): number {
    return performance.now() - this.#heard;
  }

  /** From now on, a server that is silent for so many milliseconds counts as gone. */
  endSilence(ms: number): void {
    this.#socket.setTimeout(ms);
  }

  /** Logs out, if the server is still there. */
  close(): void {
    this.#signal.removeEventListener('abort', this.#abort);
    if (this.#ended === undefined) this.#socket.write('z LOGOUT\r\n');
    this.#end(new ImapError('protocol'));
  }

  readonly #abort = () => this.#end(this.#signal.reason);

  /** What ends before it has spoken IMAP may be another server. */
  readonly #lose = () => this.#end(new ImapError(this.#isGreeted ? 'lost' : 'protocol'));

  #expect(
    tag: string,
    more?: Pending['more'],
    onUntagged: (text: string) => void = () => {},
  ): Promise<CommandResult> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) return reject(this.#ended);
      this.#pending = { tag, untagged: [], more, onUntagged, resolve, reject };
    });
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', this.#lose);
    socket.on('close', this.#lose);
    socket.on('timeout', this.#lose);
  }

  async #startTls(): Promise<void> {
    await this.command('CAPABILITY');
    if (!this.can('STARTTLS')) throw new ImapError('no-starttls');
    const { isOk, words } = await this.command('STARTTLS');
    if (!isOk) throw new ImapError('no-starttls', words);
    // Bytes that came in plain text behind the answer must not count as said inside of TLS.
    if (this.#reader.hasRest) throw new ImapError('tls');
    for (const event of ['data', 'error', 'close']) this.#socket.removeAllListeners(event);
    this.#socket.on('error', () => {});
    this.#capabilities.clear();
    this.#reader = new ResponseReader();
    this.#socket = await startTls(this.#socket, this.#host, this.#signal);
    this.#listen();
  }

  #take(chunk: Buffer): void {
    this.#heard = performance.now();
    try {
      for (const response of this.#reader.take(chunk)) this.#hear(response);
    } catch (error) {
      this.#end(error);
    }
  }

  #hear(response: ImapResponse): void {
    const pending = this.#pending;
    if (!pending) return;
    const { text } = response;
    this.#noteCapabilities(text);
    if (text.startsWith('+')) {
      const { more } = pending;
      if (more === undefined) throw new ImapError('protocol');
      pending.more = undefined;
      if (typeof more === 'function') more();
      else this.#socket.write(`${more}\r\n`);
      return;
    }
    const [, tag = '', status = '', words = ''] = /^(\S+) ([A-Z]+)(?: (.*))?$/i.exec(text) ?? [];
    const isGreeting = pending.tag === '*';
    if (isGreeting && !/^\* (?:OK|PREAUTH|BYE)\b/i.test(text))
      throw new ImapError('protocol', text);
    // A BYE before the first command means that the server has no room or no time (RFC 9051 section 7.1.5).
    if (tag === '*' && /^BYE$/i.test(status))
      throw new ImapError(isGreeting ? 'unavailable' : 'lost', words);
    if (tag === pending.tag && (isGreeting || tag !== '*')) {
      this.#pending = undefined;
      this.#isGreeted = true;
      const isOk = /^(?:OK|PREAUTH)$/i.test(status);
      pending.resolve({ isOk, words, untagged: pending.untagged });
      return;
    }
    if (pending.untagged.push(response) > MOST_RESPONSES) throw new ImapError('protocol');
    pending.onUntagged(text);
  }

  #noteCapabilities(text: string): void {
    const list =
      /^\* CAPABILITY (.*)$/i.exec(text)?.[1] ?? /\[CAPABILITY ([^\][]*)\]/i.exec(text)?.[1];
    for (const word of list?.split(' ') ?? []) this.#capabilities.add(word.toUpperCase());
  }

  #end(error: unknown): void {
    if (this.#ended !== undefined) return;
    this.#ended = error;
    this.#socket.on('error', () => {});
    this.#socket.destroySoon();
    // A server may leave its side of the connection open, which would keep the process alive.
    this.#socket.unref();
    this.#pending?.reject(error);
    this.#pending = undefined;
  }
}
