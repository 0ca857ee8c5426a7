import { setTimeout as sleep } from 'node:timers/promises';
import { type Deadline, startDeadline, throwIfInterrupted } from '../deadline.js';
import { errorCodeOf } from '../errors.js';
import type { MailboxProblem } from '../report/arrival.js';
import { type Folder, listFolders } from './folders.js';
import { ImapClient } from './imap-client.js';
import { ImapError } from './imap-error.js';
import type { ImapUri } from './imap-uri.js';
import { logIn } from './log-in.js';
import { type FoundMail, Mailbox } from './mailbox.js';

/** What to look for, and where. */
export interface MailSearch {
  uri: ImapUri;
  /** The letters and digits in the mail's Message-ID and in `TOKEN_FIELD`. */
  token: string;
  /** The time for the search, in milliseconds, connections included. */
  timeoutMs: number;
  signal: AbortSignal;
}

const INTERVAL_MS = 1500;
/** A longer silence means that the server gave no answer, not that the mail is missing. */
const LONGEST_SILENCE_MS = 3 * INTERVAL_MS;
/** A connection that is silent for so long is dead, and another one is made. */
const DEAD_MS = 30_000;
/** The other folders are searched in every round of this number. */
const ROUNDS_TO_OTHERS = 3;
/** The pause before another connection doubles each time: servers count logins. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/** Problems of a connection that may be gone a while later, where one like it has served before. */
const PASSING: readonly MailboxProblem[] = [
  ...(['lost', 'not-reached', 'host-not-found', 'tls', 'unavailable'] as const),
];

/**
 * Looks for a mail until it is there or the time is up: with one login, reading only, so that it stays unread. Where the server
 * drops the connection after it has served, another one is made.
 *
 * @returns null where it was in no folder
 * @throws ImapError where the mailbox could not be read, or not every folder; the signal's reason when it is aborted
 */
export async function findMail(search: MailSearch): Promise<FoundMail | null> {
  const { timeoutMs, signal } = search;
  const deadline = startDeadline(timeoutMs, signal);
  const watch = new Watch(search, deadline);
  try {
    return await watch.run();
  } catch (error) {
    throwIfInterrupted(signal);
    if (!deadline.signal.aborted) throw asImapError(error);
    const problem = watch.problem;
    if (problem) throw problem;
    return null;
  } finally {
    deadline.clear();
  }
}

function asImapError(error: unknown): unknown {
  const code = errorCodeOf(error);
  return code === undefined ? error : new ImapError('not-reached', code);
}

/** The search over one connection after another, and how far it has come. */
class Watch {
  readonly #search: MailSearch;
  readonly #deadline: Deadline;
  #client: ImapClient | undefined;
  #mailbox: Mailbox | undefined;
  #isConnected = false;
  /** Inbox and spam folders were searched. */
  #hasLooked = false;
  /** Why the last connection ended, until another one has served. */
  #lost: ImapError | undefined;
  readonly #opened = new Set<string>();
  #folders: readonly Folder[] = [];
  /** How long it took to search all folders. */
  #passMs = 0;

  constructor(search: MailSearch, deadline: Deadline) {
    this.#search = search;
    this.#deadline = deadline;
  }

  /** Searches until the mail is found. Rejects when the time is up. */
  async run(): Promise<FoundMail> {
    const { signal } = this.#deadline;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        return await this.#connect();
      } catch (thrown) {
        const error = asImapError(thrown);
        signal.throwIfAborted();
        // The same password was right before.
        const isOfLogin = error instanceof ImapError && error.kind === 'login';
        if (isOfLogin && this.#hasLooked) throw new ImapError('unavailable', error.words);
        const isPassing = error instanceof ImapError && PASSING.includes(error.kind);
        if (!isPassing || !this.#hasLooked) throw error;
        this.#lost ??= error;
      }
      await sleep(pause, undefined, { signal });
    }
  }

  /** Why it cannot be said that the mail is nowhere; undefined where it can. */
  get problem(): ImapError | undefined {
    const doubt = this.#mailbox?.doubt;
    if (doubt) return doubt;
    if (this.#lost)
      return new ImapError('lost', this.#lost.kind === 'lost' ? this.#lost.words : null);
    if (!this.#hasLooked || (this.#client?.silentMs ?? 0) >= LONGEST_SILENCE_MS)
      return this.#isConnected
        ? new ImapError('silent')
        : new ImapError('not-reached', 'ETIMEDOUT');
    const all = this.#folders.length;
    const count = this.#folders.filter(({ name }) => this.#opened.has(name)).length;
    return count < all ? new ImapError('folders', `${count}/${all}`) : undefined;
  }

  async #connect(): Promise<FoundMail> {
    const { uri, token } = this.#search;
    const client = await ImapClient.open(uri, this.#deadline.signal, () => {
      this.#isConnected = true;
    });
    this.#client = client;
    try {
      await logIn(client, uri);
      let { first, others } = await listFolders(client);
      const mailbox = new Mailbox(client, token);
      this.#mailbox = mailbox;
      for (let round = 1; ; round += 1) {
        const isLast = this.#deadline.remaining() < 2 * INTERVAL_MS + this.#passMs;
        const isForAll = isLast || round % ROUNDS_TO_OTHERS === 0;
        const start = performance.now();
        // A rule may make a folder for the mail.
        if (isForAll) ({ first, others } = await listFolders(client));
        this.#folders = [...first, ...others];
        const found = isForAll
          ? await this.#lookInto(mailbox, first, others)
          : await this.#lookInto(mailbox, first, []);
        if (found) return found;
        if (isForAll) this.#passMs = performance.now() - start;
        await mailbox.wait(INTERVAL_MS, this.#deadline.signal);
      }
    } finally {
      client.close();
    }
  }

  /** Looks into the first folders, and into the others. While these take long, a mail may come into the first. */
  async #lookInto(
    mailbox: Mailbox,
    first: readonly Folder[],
    others: readonly Folder[],
  ): Promise<FoundMail | undefined> {
    let looked = Number.NEGATIVE_INFINITY;
    for (const folder of [undefined, ...others]) {
      const isDue = performance.now() - looked > ROUNDS_TO_OTHERS * INTERVAL_MS;
      for (const one of [...(isDue ? first : []), ...(folder ? [folder] : [])]) {
        const mail = await mailbox.search(one);
        if (mail) return mail;
        this.#opened.add(one.name);
      }
      if (!isDue) continue;
      looked = performance.now();
      this.#hasLooked = true;
      this.#lost = undefined;
      this.#client?.endSilence(DEAD_MS);
    }
    return undefined;
  }
}
