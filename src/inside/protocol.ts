import type { CheckCommand } from '../report/check-command.js';
import type { FoundEvent, FoundReport } from '../smtp/found-report.js';
import type { MailWords } from '../smtp/message.js';
import type { Observations } from './observe.js';

/** What a check inside a container is to do. The values are those of the container's environment. */
export interface InsideRequest {
  command: CheckCommand;
  sender?: string | undefined;
  recipients: readonly string[];
  subject?: string | undefined;
  text?: string | undefined;
  html?: string | undefined;
  /** The words of the test mail, with `\0sender\0` and the like for what is known there alone. */
  mail: { subject: string; paragraphs: readonly string[] };
  timeoutMs: number;
  waitMs: number;
  isStrict: boolean;
  isOffline: boolean;
  mayConnectAgain: boolean;
  controlHost?: string | undefined;
  showSecrets: boolean;
  /** Also look at what surrounds the check there; what may hold a secret is told by a hash with this. */
  salt?: string | undefined;
}

/** What comes back, one line each. */
export type InsideMessage =
  | { event: FoundEvent }
  | { report: FoundReport; observations: Observations | null }
  | { tooOld: string }
  | { bug: string };

/** What a line of ours begins with: other programs may write on the same stream. */
export const MARK = 'tailchat-smtp:';

/** The place of a fact in the words of the mail. */
export const PLACE = /\0(\w+)\0/g;

/** The words of the mail with places in them for what is known inside alone. */
export function wordsWithPlaces(words: MailWords): InsideRequest['mail'] {
  const place = (name: string) => `\0${name}\0`;
  const paragraphs = words.body({
    ...{ sender: place('sender'), machine: place('machine') },
    ...{ date: place('date'), server: place('server') },
  });
  return { subject: words.subject, paragraphs };
}
