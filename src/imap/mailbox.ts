import { setTimeout as sleep } from 'node:timers/promises';
import { hasDeliveryTraces } from '../mail/delivery-traces.js';
import { fieldOf, type HeaderFields, readFields } from '../mail/header-fields.js';
import { TOKEN_FIELD } from '../mail/token-field.js';
import type { SortedOut } from '../report/arrival.js';
import { type Folder, isOfFilter } from './folders.js';
import type { ImapClient } from './imap-client.js';
import { ImapError } from './imap-error.js';
import { refusalOf } from './log-in.js';
import { quoted } from './quoted.js';

/** A mail that was found. It stays unread. */
export interface FoundMail {
  /** The folder's name as a person knows it. The server chose it, so it is not cleaned yet. */
  folder: string;
  /** What the folder is for, where its mails are sorted out. */
  place: SortedOut | undefined;
  headers: HeaderFields;
  /** The whole mail, if it is signed and no longer than a test mail. */
  raw: Buffer | undefined;
}

/** The pause between two rounds, in milliseconds, for a server that reports changes without end. */
const SHORTEST_PAUSE_MS = 250;
/** The server's search may miss a mail, so this many of the newest mails are read directly. */
const NEWEST = 5;
const LONGEST_HEADER = 128 * 1024;
/** The longest literal that `ResponseReader` takes. */
const LONGEST_MAIL = 256 * 1024;

/** A mailbox that is searched for one mail. */
export class Mailbox {
  readonly #client: ImapClient;
  readonly #token: string;
  /** The state of each folder when it was last searched. */
  readonly #seen = new Map<string, string>();
  /** The server's words when it refused to open a folder or to show a mail, by folder. The next round may undo it. */
  readonly #withheld = new Map<string, string>();
  /** The folder with a copy of which nobody can say whether it was delivered or is the sender's own. */
  #doubtful: string | undefined;
  /** The server reports new mail by itself (IDLE). */
  #isTold: boolean;

  constructor(client: ImapClient, token: string) {
    this.#client = client;
    this.#token = token;
    this.#isTold = client.can('IDLE');
  }

  /** Why it cannot be said that the mail is in none of the folders that were searched. */
  get doubt(): ImapError | undefined {
    const [refused] = this.#withheld.values();
    // A spam folder that does not open may hold the mail.
    if (refused !== undefined) return ofFolder(refused);
    return this.#doubtful === undefined ? undefined : new ImapError('copy', this.#doubtful);
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
  async search(folder: Folder): Promise<FoundMail | undefined> {
    const { name, shown, place } = folder;
    // EXAMINE opens the folder for reading only: SELECT would clear the mark of every new mail.
    const { isOk, words, untagged } = await this.#client.command(`EXAMINE ${quoted(name)}`);
    const isInbox = name === 'INBOX';
    if (!isOk && isInbox && refusalOf(words) !== 'unavailable') throw ofFolder(words);
    if (isOk) this.#withheld.delete(name);
    else if (isOfFilter(folder) || isInbox) this.#withheld.set(name, words);
    const lines = untagged.map(({ text }) => text);
    const exists = Number(firstIn(lines, /^\* (\d{1,10}) EXISTS/i) ?? 0);
    const next = firstIn(lines, /\[UIDNEXT (\d{1,10})\]/i);
    const state = `${exists} ${next}`;
    const isUnchanged = next !== undefined && this.#seen.get(name) === state;
    if (!isOk || exists === 0 || isUnchanged) return undefined;
    const onWithheld = (said: string) => this.#withheld.set(name, said);
    const matching = await this.#match(await this.#search(), onWithheld);
    const found = matching.length > 0 ? matching : await this.#match(newest(exists), onWithheld);
    if (!this.#withheld.has(name)) this.#seen.set(name, state);
    for (const number of found) {
      const item = `BODY.PEEK[HEADER]<0.${LONGEST_HEADER}>`;
      const [header] = await this.#fetch(number, item, (said) => {
        throw ofFolder(said);
      });
      const headers = readFields(header?.toString('utf8').replace(/\r?\n\r?\n[\s\S]*$/, '') ?? '');
      if (!(await this.#hasArrived(folder, headers))) continue;
      const isSigned = headers.some((field) => field.name === 'dkim-signature');
      const [raw] = isSigned ? await this.#fetch(number, `BODY.PEEK[]<0.${LONGEST_MAIL}>`) : [];
      const whole = raw && raw.length < LONGEST_MAIL ? raw : undefined;
      return { folder: shown, place, headers, raw: whole };
    }
    return undefined;
  }

  /** Whether a mail in a folder was delivered there, and is not the sender's own copy. */
  async #hasArrived(folder: Folder, headers: HeaderFields): Promise<boolean> {
    const { name, shown, isAll, isOwn } = folder;
    if (name === 'INBOX' || isOfFilter(folder)) return true;
    if (isAll) return fieldOf(headers, 'delivered-to') !== undefined;
    const hasTraces = await hasDeliveryTraces(headers);
    if (hasTraces === isOwn) this.#doubtful = shown;
    return hasTraces && !isOwn;
  }

  async #search(): Promise<number[]> {
    const { isOk, untagged } = await this.#client.command(
      `SEARCH OR HEADER Message-ID ${quoted(this.#token)} HEADER ${TOKEN_FIELD} ${quoted(this.#token)}`,
    );
    const lines = untagged.map(({ text }) => text);
    const numbers = (firstIn(lines, /^\* SEARCH ([\d ]+)/i) ?? '').split(' ').filter(Boolean);
    return isOk ? numbers.map(Number).slice(-NEWEST) : [];
  }

  /** The numbers of the mails that hold the token, the newest first. A server's search may be inexact, so each header is compared. */
  async #match(numbers: readonly number[], onWithheld: (words: string) => void): Promise<number[]> {
    const found: number[] = [];
    for (const number of [...numbers].reverse()) {
      const item = `BODY.PEEK[HEADER.FIELDS (MESSAGE-ID ${TOKEN_FIELD.toUpperCase()})]`;
      const texts = await this.#fetch(number, item, onWithheld);
      if (texts.some((text) => text.includes(this.#token))) found.push(number);
    }
    return found;
  }

  async #fetch(
    number: number,
    item: string,
    onWithheld?: (words: string) => void,
  ): Promise<Buffer[]> {
    const { isOk, words, untagged } = await this.#client.command(`FETCH ${number} (${item})`);
    if (!isOk) onWithheld?.(words);
    // A server tells of flags whenever it wants to (RFC 9051 section 7.5.2).
    return untagged
      .filter(({ text }) => /^\* \d+ FETCH\b.*\bBODY\[/i.test(text))
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
