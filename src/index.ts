import { processContext } from './context.js';
import { createHostedCommand } from './hosted-command.js';

const context = processContext();

/**
 * What yargs takes for a command, 17 and 18 alike. Its own type would make every consumer install
 * types that yargs does not bring with it.
 */
export interface SmtpCommandModule {
  command: string;
  describe: string;
  // biome-ignore lint/suspicious/noExplicitAny: the type of the host's yargs, whichever version it has
  builder: (yargs: any) => any;
  // biome-ignore lint/suspicious/noExplicitAny: what the host's yargs makes of the command line
  handler: (args: any) => Promise<void>;
}

/**
 * The commands below `smtp` for a yargs program: `yargs.command(smtpCommand)`. They
 * write to the process's streams and set `process.exitCode`; help, errors and exit codes are those of our own
 * command, whatever the host's yargs is set to.
 */
export const smtpCommand: SmtpCommandModule = createHostedCommand(context, context.setExitCode);

export { type CheckDomainOptions, checkDomain } from './library/check-domain.js';
export { type ExplainOptions, explain } from './library/explain.js';
export { type SendTestOptions, sendTest } from './library/send-test.js';
export type { SettledReport as Report } from './library/settled-report.js';
export { verify } from './library/verify.js';
export type { VerifyOptions } from './library/verify-options.js';
export type { Cause } from './report/causes.js';
export type {
  DnsRecordToWrite,
  DomainAlignment,
  DomainCheck,
  DomainCode,
  DomainFailure,
  DomainReport,
} from './report/domain-report.js';
export type { Explanation, Finding } from './report/explanation.js';
export type {
  CertificateInfo,
  CheckEvent,
  CheckListener,
  Failure,
  RejectedRecipient,
  Reply,
  ReportSettings,
  Security,
  SentMessage,
  Step,
  StepName,
  Suggestion,
  ValueSource,
  Warning,
} from './report/report.js';
export type { WarningCode } from './report/warnings.js';
