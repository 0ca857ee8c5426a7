import type { Cause } from '../smtp/causes.js';
import type { StepName, WarningCode } from '../smtp/report.js';
import type { InterfaceTexts } from './interface-texts.js';

/** The languages that messages are written in. */
export const LANGUAGES = ['en', 'zh-CN'] as const;

/** A language that messages are written in. */
export type Language = (typeof LANGUAGES)[number];

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
  step?: StepName | undefined;
}

/** What exactly is wrong with a setting: the texts say it in the person's language. */
export type SettingProblem =
  // SMTP_URI
  | 'no-scheme'
  | 'wrong-scheme'
  | 'no-host'
  | 'bad-host'
  | 'bad-port'
  | 'not-a-uri'
  | 'quotes-kept'
  | 'white-space-kept'
  | 'control-character'
  | 'cut-short'
  | 'bare-percent'
  | 'trailing-punctuation'
  | 'user-without-password'
  | 'password-without-user'
  // SMTP_SENDER, --to
  | 'no-address'
  | 'several-addresses'
  | 'bad-address'
  // env files
  | 'not-found'
  | 'no-permission'
  | 'is-a-folder'
  | 'too-large'
  | 'binary'
  | 'unreadable';

/** A value that was needed and not given. */
export type MissingValue = 'uri' | 'sender' | 'recipient';

/** The words for one cause. */
export interface CauseText {
  /** One line: what happened, without a full stop. */
  title: string;
  /** What it means, for a person who knows nothing of SMTP. */
  explanation: string;
  /** What to do, the likeliest first; each begins with a verb. */
  nextSteps: string[];
}

/** A text for each cause: a cause without words fails the type check. */
export type CauseTexts = Record<Cause, (facts: Facts) => CauseText>;

/** A text for each warning. */
export type WarningTexts = Record<WarningCode, (facts: WarningFacts) => string>;

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

/** Everything that is said in one language. */
export interface Texts {
  causes: CauseTexts;
  warnings: WarningTexts;
  /** What the command line, the questions and the output say. */
  interface: InterfaceTexts;
}
