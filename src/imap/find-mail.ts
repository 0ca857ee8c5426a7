import { setTimeout as sleep } from 'node:timers/promises';
import { startDeadline, throwIfInterrupted } from '../deadline.js';
import { errorCodeOf } from '../errors.js';
import { type HeaderFields, readFields } from '../mail/header-fields.js';
import { TOKEN_FIELD } from '../mail/token-field.js';
import { type Folder, listFolders } from './folders.js';
import { ImapClient } from './imap-client.js';
import { ImapError } from './imap-error.js';
import type { ImapUri } from './imap-uri.js';
import { logIn } from './log-in.js';
import { quoted } from './quoted.js';

/** What to look for, and where. */
export interface MailSearch {
  uri: ImapUri;
  /** Letters and digits that stand in the mail's Message-ID and in `TOKEN_FIELD`. */
  token: string;
  /** How long to look, in milliseconds, all connections included. */
  timeoutMs: number;
  signal: AbortSignal;
}

/** A mail that was found, unread as it was. */
export interface FoundMail {
  /** The name as a person knows it; from outside, not yet cleaned. */
  folder: string;
  isSpam: boolean;
  headers: HeaderFields;
}

const INTERVAL_MS = 1500;
/** Each so many rounds, the other folders are looked into as well. */
const ROUNDS_TO_OTHERS = 3;
/** Where a server's search finds nothing, the newest mails are looked at themselves. */
const NEWEST = 5;
const LONGEST_HEADER = 128 * 1024;

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
  let hasLooked = false;
  let refused: string | undefined;
  try {
    const client = await ImapClient.open(uri, deadline.signal);
    try {
      await logIn(client, uri);
      const { first, others } = await listFolders(client);
      const mailbox = new Mailbox(client, token);
      for (let round = 1; ; round += 1) {
        const isLast = deadline.remaining() < 2 * INTERVAL_MS;
        const isForAll = isLast || round % ROUNDS_TO_OTHERS === 0;
        for (const folder of isForAll ? [...first, ...others] : first) {
          const headers = await mailbox.search(folder);
          if (headers) return { folder: folder.shown, isSpam: folder.isSpam, headers };
          hasLooked ||= folder === first.at(-1);
        }
        refused = mailbox.refused;
        await sleep(INTERVAL_MS, undefined, { signal: deadline.signal });
      }
    } finally {
      client.close();
    }
  } catch (error) {
    throwIfInterrupted(signal);
    if (!deadline.signal.aborted) throw asImapError(error);
    // In a spam folder that does not open it may be all the same.
    if (refused !== undefined) throw new ImapError('folder', refused);
    if (hasLooked) return null;
    throw new ImapError('not-reached', 'ETIMEDOUT');
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
  /** How each folder stood when it was looked into. */
  readonly #seen = new Map<string, string>();
  /** What the server said when a spam folder was not opened. */
  refused: string | undefined;

  constructor(client: ImapClient, token: string) {
    this.#client = client;
    this.#token = token;
  }

  /** The header of the mail, undefined where it is not in the folder. */
  async search({ name, isSpam }: Folder): Promise<HeaderFields | undefined> {
    // SELECT would take the mark of being new away from every mail.
    const { isOk, words, untagged } = await this.#client.command(`EXAMINE ${quoted(name)}`);
    if (!isOk && name === 'INBOX') throw new ImapError('folder', words);
    if (isSpam && !isOk) this.refused = words;
    const lines = untagged.map(({ text }) => text);
    const exists = Number(firstIn(lines, /^\* (\d{1,10}) EXISTS/i) ?? 0);
    const next = firstIn(lines, /\[UIDNEXT (\d{1,10})\]/i);
    const state = `${exists} ${next}`;
    const isUnchanged = next !== undefined && this.#seen.get(name) === state;
    if (!isOk || exists === 0 || isUnchanged) return undefined;
    const found = (await this.#match(await this.#search())) ?? (await this.#match(newest(exists)));
    this.#seen.set(name, state);
    if (found === undefined) return undefined;
    const [header = ''] = await this.#fetch(found, `BODY.PEEK[HEADER]<0.${LONGEST_HEADER}>`);
    return readFields(header.replace(/\r?\n\r?\n[\s\S]*$/, ''));
  }

  async #search(): Promise<number[]> {
    const { isOk, untagged } = await this.#client.command(
      `SEARCH OR HEADER Message-ID ${quoted(this.#token)} HEADER ${TOKEN_FIELD} ${quoted(this.#token)}`,
    );
    const lines = untagged.map(({ text }) => text);
    const numbers = (firstIn(lines, /^\* SEARCH ([\d ]+)/i) ?? '').split(' ').filter(Boolean);
    return isOk ? numbers.map(Number).slice(-NEWEST) : [];
  }

  /** Which of some mails is the one; a server's search may be a guess. */
  async #match(numbers: readonly number[]): Promise<number | undefined> {
    for (const number of [...numbers].reverse()) {
      const item = `BODY.PEEK[HEADER.FIELDS (MESSAGE-ID ${TOKEN_FIELD.toUpperCase()})]`;
      const texts = await this.#fetch(number, item);
      if (texts.some((text) => text.includes(this.#token))) return number;
    }
    return undefined;
  }

  async #fetch(number: number, item: string): Promise<string[]> {
    const { untagged } = await this.#client.command(`FETCH ${number} (${item})`);
    return untagged
      .filter(({ text }) => /^\* \d+ FETCH\b/i.test(text))
      .flatMap(({ literals, text }) =>
        literals.length > 0 ? literals.map((literal) => literal.toString('utf8')) : [text],
      );
  }
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
