import type { CheckCommand } from '../report/check-command.js';
import type { VariableName } from '../settings/variables.js';
import type { FoundEvent, FoundReport } from '../smtp/found-report.js';
import type { MailWords } from '../smtp/message.js';
import type { Observations } from './observe.js';

/** The task of a check inside a container. The values come from the container's environment. */
export interface InsideRequest {
  command: CheckCommand;
  sender?: string | undefined;
  recipients: readonly string[];
  subject?: string | undefined;
  text?: string | undefined;
  html?: string | undefined;
  /** The words of the test mail, with `\0sender\0` and the like for facts that are known only there. */
  mail: { subject: string; paragraphs: readonly string[] };
  timeoutMs: number;
  waitMs: number;
  isStrict: boolean;
  isOffline: boolean;
  mayConnectAgain: boolean;
  controlHost?: string | undefined;
  showSecrets: boolean;
  /** Also observe the surroundings. */
  isComparing: boolean;
  /** This key hashes values that may contain a secret. */
  salt: string;
  /** The container has the network of its machine. */
  usesHostNetwork: boolean;
  /** What the files of its project would give to the container, were it made now. */
  inFiles: readonly ValueInFile[];
}

/** A value of which only a hash is told. */
export interface ValueInFile {
  variable: VariableName;
  file: string;
  line: number | undefined;
  fingerprint: string;
}

/** A message from inside, one a line. */
export type InsideMessage =
  | { event: FoundEvent }
  | { report: FoundReport; observations: Observations | null }
  | { tooOld: string }
  | { bug: string };

/** The beginning of our lines. Other programs may write on the same stream. */
export const MARK = 'tailchat-smtp:';

/** The place of a fact in the words of the mail. */
export const PLACE = /\0(\w+)\0/g;

/** The words of the mail, with places for facts that are known only inside. */
export function wordsWithPlaces(words: MailWords): InsideRequest['mail'] {
  const place = (name: string) => `\0${name}\0`;
  const paragraphs = words.body({
    ...{ sender: place('sender'), machine: place('machine') },
    ...{ date: place('date'), server: place('server') },
  });
  return { subject: words.subject, paragraphs };
}
