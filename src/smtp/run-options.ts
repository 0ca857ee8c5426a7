import type { CheckCommand } from '../report/check-command.js';
import type { FoundValues } from '../settings/found-values.js';
import type { Awaiting } from './awaiting.js';
import type { FindCure, LookEarly } from './cure.js';
import type { FoundListener } from './found-report.js';
import type { MailWords } from './message.js';
import type { MessageOptions } from './message-options.js';

/** How to run a check. */
export interface RunOptions {
  command: CheckCommand;
  values: FoundValues;
  message?: MessageOptions | undefined;
  /** Where the mail is looked for after it was sent. */
  awaiting?: Awaiting | undefined;
  /** Bound on one attempt, in milliseconds. */
  timeoutMs: number;
  /** How long to try again while the failure is retryable, in milliseconds. */
  waitMs: number;
  /** Values of kind `flag` come from a command line, which other users can see. */
  isCommandLine: boolean;
  isStrict: boolean;
  isOffline: boolean;
  /** Further connections may be opened to learn more of a failure (`--no-suggest` forbids it). */
  mayConnectAgain: boolean;
  showSecrets: boolean;
  /** The words of the test mail. */
  mailWords: MailWords;
  /** Looks for settings that work. Without it, nothing is searched. */
  findCure?: FindCure | undefined;
  /** Begins that search while a server is silent. Without it, silence takes the whole time. */
  lookEarly?: LookEarly | undefined;
  /** A host to compare with, where none of the server's ports answers. */
  controlHost?: string | undefined;
  /** The name of the machine, for the test mail. */
  machine: string;
  /** An authority to trust in place of the usual ones (the sandbox's). */
  ca?: string | undefined;
  signal: AbortSignal;
  listener: FoundListener;
}
