import type { Deadline } from '../deadline.js';
import type { Redact } from '../safety/redactor.js';
import type { Settings } from '../settings/settings.js';
import type { EarlyLook } from './cure.js';
import type { FoundListener } from './found-report.js';
import type { TestMessage } from './message.js';
import type { Recorder } from './recorder.js';

/** Everything that one attempt works with. */
export interface AttemptOptions {
  settings: Settings;
  /** The mail to send; without it only the sender is asked about. */
  message?: TestMessage | undefined;
  /** An authority to trust in place of the usual ones (the sandbox's). */
  ca?: string | undefined;
  deadline: Deadline;
  /** The addresses of the host, if somebody has asked for them before. */
  addresses?: readonly string[];
  /** Further connections may be opened to learn more of a failure (`--no-suggest` forbids it). */
  mayConnectAgain: boolean;
  /** Several addresses of the host may be tried side by side. */
  mayRaceAddresses: boolean;
  /** Begins the look at the other ports of these addresses; absent where no further connection is allowed. */
  lookEarly?: ((addresses: readonly string[]) => Promise<EarlyLook>) | undefined;
  /** If the sender is refused, the server may be asked about the login's address. */
  mayAskAboutLogin: boolean;
  /** Without a sender, the server is asked about the empty one that Tailchat would send with. */
  asksAboutEmptySender?: boolean;
  recorder: Recorder;
  redact: Redact;
  listener: FoundListener;
}
