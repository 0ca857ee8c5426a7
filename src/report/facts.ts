import type { WarningCode } from './report.js';
import type { MissingValue, SettingProblem } from './setting-problem.js';

/** What is known about a failure, for the texts: every fact may be missing. */
export interface Facts {
  host?: string | undefined;
  port?: number | undefined;
  user?: string | undefined;
  senderAddress?: string | undefined;
  /** The recipients at fault, or the value that was given for them. */
  recipients?: string[] | undefined;
  /** The env file and the line that the setting stands in. */
  file?: string | undefined;
  line?: number | undefined;
  /** The operating system's or the TLS library's own code, such as `ECONNREFUSED`. */
  errorCode?: string | undefined;
  /** What exactly is wrong with a setting. */
  detail?: SettingProblem | undefined;
  /** Everything that is missing, when values are missing. */
  missing?: MissingValue[] | undefined;
  /** The certificate's names, issuer and end, as shown by the server. */
  certificate?: { names: string[]; issuer: string; validTo: string } | undefined;
  /** Seconds that the check was allowed to take. */
  timeoutSeconds?: number | undefined;
  /** SASL mechanisms that the server offers. */
  mechanisms?: string[] | undefined;
  /** The connection was encrypted at that moment. */
  encrypted?: boolean | undefined;
  /** The addresses that were tried. */
  addresses?: string[] | undefined;
  /** The codes of the warnings that `--strict` turned into a failure. */
  strictWarnings?: WarningCode[] | undefined;
  /** A login took place before the failure. */
  authenticated?: boolean | undefined;
}

/** What is known about a warning, for the texts. */
export interface WarningFacts {
  host?: string | undefined;
  user?: string | undefined;
  /** The certificate's end, an ISO 8601 date. */
  validTo?: string | undefined;
  /** Whole days until then. */
  days?: number | undefined;
  variable?: string | undefined;
  file?: string | undefined;
  line?: number | undefined;
}
