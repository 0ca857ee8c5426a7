import { setTimeout as sleep } from 'node:timers/promises';
import { startDeadline, throwIfInterrupted } from '../deadline.js';
import { errorCodeOf } from '../errors.js';
import { fieldOf, type HeaderFields, readFields } from '../mail/header-fields.js';
import { TOKEN_FIELD } from '../mail/token-field.js';
import { type Folder, listFolders } from './folders.js';
import { ImapClient } from './imap-client.js';
import { ImapError } from './imap-error.js';
import type { ImapUri } from './imap-uri.js';
import { logIn, refusalOf } from './log-in.js';
import { quoted } from './quoted.js';

/** What to look for, and where. */
export interface MailSearch {
  uri: ImapUri;
  /** The letters and digits in the mail's Message-ID and in `TOKEN_FIELD`. */
  token: string;
  /** The time for the search, in milliseconds, connections included. */
  timeoutMs: number;
  signal: AbortSignal;
}

/** A mail that was found. It stays unread. */
export interface FoundMail {
  /** The folder's name as a person knows it. The server chose it, so it is not cleaned yet. */
  folder: string;
  isSpam: boolean;
  headers: HeaderFields;
  /** The whole mail, if it is signed and no longer than a test mail. */
  raw: Buffer | undefined;
}

const INTERVAL_MS = 1500;
/** A longer silence means that the server gave no answer, not that the mail is missing. */
const LONGEST_SILENCE_MS = 3 * INTERVAL_MS;
/** The pause between two rounds, in milliseconds, for a server that reports changes without end. */
const SHORTEST_PAUSE_MS = 250;
/** The other folders are searched in every round of this number. */
const ROUNDS_TO_OTHERS = 3;
/** The server's search may miss a mail, so this many of the newest mails are read directly. */
const NEWEST = 5;
const LONGEST_HEADER = 128 * 1024;
/** The longest literal that `ResponseReader` takes. */
const LONGEST_MAIL = 256 * 1024;

/**
 * Looks for a mail until it is there or the time is up: with one login, reading only, so that it stays unread.
 *
 * @returns null where it was in no folder
 * @throws ImapError where the mailbox could not be read; the signal's reason when it is aborted
 */
export async function findMail({
  uri,
  token,
  timeoutMs,
  signal,
}: MailSearch): Promise<FoundMail | null> {
  const deadline = startDeadline(timeoutMs, signal);
  let isConnected = false;
  let hasLooked = false;
  let refused: string | undefined;
  let client: ImapClient | undefined;
  try {
    client = await ImapClient.open(uri, deadline.signal, () => {
      isConnected = true;
    });
    try {
      await logIn(client, uri);
      const { first, others } = await listFolders(client);
      const mailbox = new Mailbox(client, token);
      for (let round = 1; ; round += 1) {
        const isLast = deadline.remaining() < 2 * INTERVAL_MS;
        const isForAll = isLast || round % ROUNDS_TO_OTHERS === 0;
        for (const folder of isForAll ? [...first, ...others] : first) {
          const mail = await mailbox.search(folder);
          if (mail) return { folder: folder.shown, isSpam: folder.isSpam, ...mail };
          hasLooked ||= folder === first.at(-1);
        }
        refused = mailbox.refused;
        await mailbox.wait(INTERVAL_MS, deadline.signal);
      }
    } finally {
      client.close();
    }
  } catch (error) {
    throwIfInterrupted(signal);
    if (!deadline.signal.aborted) throw asImapError(error);
    // A spam folder that does not open may hold the mail.
    if (refused !== undefined) throw ofFolder(refused);
    if (hasLooked && (client?.silentMs ?? 0) < LONGEST_SILENCE_MS) return null;
    throw isConnected ? new ImapError('silent') : new ImapError('not-reached', 'ETIMEDOUT');
  } finally {
    deadline.clear();
  }
}

function asImapError(error: unknown): unknown {
  const code = errorCodeOf(error);
  return code === undefined ? error : new ImapError('not-reached', code);
}

/** A mailbox that is searched for one mail. */
class Mailbox {
  readonly #client: ImapClient;
  readonly #token: string;
  /** The state of each folder when it was last searched. */
  readonly #seen = new Map<string, string>();
  /** The server's words when it refused to open a folder or to show a mail, by folder. The next round may undo it. */
  readonly #withheld = new Map<string, string>();
  /** The server reports new mail by itself (IDLE). */
  #isTold: boolean;

  constructor(client: ImapClient, token: string) {
    this.#client = client;
    this.#token = token;
    this.#isTold = client.can('IDLE');
  }

  /** The server's words when it refused to show what may be the mail. */
  get refused(): string | undefined {
    return [...this.#withheld.values()][0];
  }

  /** Waits for the given time, or until the server reports a new mail in the inbox. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    const start = performance.now();
    if (this.#isTold) {
      const { isOk } = await this.#client.command('EXAMINE "INBOX"');
      this.#isTold = isOk && (await this.#client.idle(ms));
    }
    const pause = this.#isTold ? SHORTEST_PAUSE_MS : ms;
    await sleep(Math.max(pause - (performance.now() - start), 0), undefined, { signal });
  }

  /** The mail; undefined if the folder does not hold it. */
  async search({
    name,
    isSpam,
    isAll,
  }: Folder): Promise<Pick<FoundMail, 'headers' | 'raw'> | undefined> {
    // EXAMINE opens the folder for reading only: SELECT would clear the mark of every new mail.
    const { isOk, words, untagged } = await this.#client.command(`EXAMINE ${quoted(name)}`);
    const isInbox = name === 'INBOX';
    if (!isOk && isInbox && refusalOf(words) !== 'unavailable') throw ofFolder(words);
    if (isOk) this.#withheld.delete(name);
    else if (isSpam || isInbox) this.#withheld.set(name, words);
    const lines = untagged.map(({ text }) => text);
    const exists = Number(firstIn(lines, /^\* (\d{1,10}) EXISTS/i) ?? 0);
    const next = firstIn(lines, /\[UIDNEXT (\d{1,10})\]/i);
    const state = `${exists} ${next}`;
    const isUnchanged = next !== undefined && this.#seen.get(name) === state;
    if (!isOk || exists === 0 || isUnchanged) return undefined;
    const onWithheld = (said: string) => this.#withheld.set(name, said);
    const found =
      (await this.#match(await this.#search(), onWithheld)) ??
      (await this.#match(newest(exists), onWithheld));
    if (!this.#withheld.has(name)) this.#seen.set(name, state);
    if (found === undefined) return undefined;
    const [header] = await this.#fetch(found, `BODY.PEEK[HEADER]<0.${LONGEST_HEADER}>`, (said) => {
      throw ofFolder(said);
    });
    const text = header?.toString('utf8').replace(/\r?\n\r?\n[\s\S]*$/, '') ?? '';
    const headers = readFields(text);
    // The mailbox's own copy of a mail that it sent has not arrived.
    if (isAll && fieldOf(headers, 'delivered-to') === undefined) return undefined;
    const isSigned = headers.some((field) => field.name === 'dkim-signature');
    const [raw] = isSigned ? await this.#fetch(found, `BODY.PEEK[]<0.${LONGEST_MAIL}>`) : [];
    return { headers, raw: raw && raw.length < LONGEST_MAIL ? raw : undefined };
  }

  async #search(): Promise<number[]> {
    const { isOk, untagged } = await this.#client.command(
      `SEARCH OR HEADER Message-ID ${quoted(this.#token)} HEADER ${TOKEN_FIELD} ${quoted(this.#token)}`,
    );
    const lines = untagged.map(({ text }) => text);
    const numbers = (firstIn(lines, /^\* SEARCH ([\d ]+)/i) ?? '').split(' ').filter(Boolean);
    return isOk ? numbers.map(Number).slice(-NEWEST) : [];
  }

  /** The number of the mail that holds the token. A server's search may be inexact, so each header is compared. */
  async #match(
    numbers: readonly number[],
    onWithheld: (words: string) => void,
  ): Promise<number | undefined> {
    for (const number of [...numbers].reverse()) {
      const item = `BODY.PEEK[HEADER.FIELDS (MESSAGE-ID ${TOKEN_FIELD.toUpperCase()})]`;
      const texts = await this.#fetch(number, item, onWithheld);
      if (texts.some((text) => text.includes(this.#token))) return number;
    }
    return undefined;
  }

  async #fetch(
    number: number,
    item: string,
    onWithheld?: (words: string) => void,
  ): Promise<Buffer[]> {
    const { isOk, words, untagged } = await this.#client.command(`FETCH ${number} (${item})`);
    if (!isOk) onWithheld?.(words);
    return untagged
      .filter(({ text }) => /^\* \d+ FETCH\b/i.test(text))
      .flatMap(({ literals, text }) =>
        literals.length > 0 ? literals : [Buffer.from(text, 'latin1')],
      );
  }
}

/** A folder that does not open, or shows not every mail: for good, or just now. */
function ofFolder(words: string): ImapError {
  const isForNow = refusalOf(words) === 'unavailable';
  return new ImapError(isForNow ? 'folder-unavailable' : 'folder', words);
}

function newest(exists: number): number[] {
  const count = Math.min(NEWEST, exists);
  return Array.from({ length: count }, (_, at) => exists - count + 1 + at);
}

function firstIn(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}
