import type { Language } from '../language-codes.js';
import type { CheckListener } from '../report/report.js';
import type { EnvFormat } from '../settings/env-files/env-format.js';

/** What `verify` and `sendTest` take. Everything may be left out. */
export interface VerifyOptions {
  /** Instead of `SMTP_URI`. */
  uri?: string | undefined;
  /** Instead of `SMTP_SENDER`. */
  sender?: string | undefined;
  /** Where else to look for the two variables, such as `process.env`. Default: nowhere. */
  env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Env files to look into. The first that has a variable wins. Default: none. */
  envFiles?: readonly string[] | undefined;
  /** Whose rules to read the files by. Default: `auto`, by the file's name and the compose file beside it. */
  envFormat?: EnvFormat | undefined;
  /** The folder that relative names of files start from. Default: `.` */
  cwd?: string | undefined;
  /** Bound on the whole check, in seconds. Default: 30. */
  timeout?: number | undefined;
  /** Try again while the failure is retryable, until this many seconds have passed. Default: 0. */
  wait?: number | undefined;
  /** Open further connections to learn more of a failure. Default: true. */
  suggest?: boolean | undefined;
  /** A host to compare with, where none of the server's ports answers; one of another company, such as `smtp.gmail.com`. */
  controlHost?: string | undefined;
  /** A warning counts as a failure. */
  strict?: boolean | undefined;
  /** Show the URI with its password in the report. */
  showSecrets?: boolean | undefined;
  /** Language of the report's texts. Default: `en`. */
  lang?: Language | undefined;
  /** Ends the check: the promise is then rejected with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Told of everything that happens while the check runs. */
  onEvent?: CheckListener | undefined;
}
