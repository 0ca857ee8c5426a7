import { createSmtpCommand } from './commands/smtp/index.js';
import { processContext } from './context.js';

const context = processContext();

/**
 * The commands `smtp verify` and `smtp test` for a yargs program: `yargs.command(smtpCommand)`. They
 * write to the process's streams and set `process.exitCode`.
 */
export const smtpCommand = createSmtpCommand(context, context.setExitCode);

export { type SendTestOptions, sendTest, type VerifyOptions, verify } from './library.js';
export type { Cause } from './smtp/causes.js';
export type {
  CertificateInfo,
  CheckEvent,
  CheckListener,
  Failure,
  RejectedRecipient,
  Reply,
  Report,
  ReportSettings,
  Security,
  SentMessage,
  Step,
  StepName,
  Suggestion,
  ValueSource,
  Warning,
  WarningCode,
} from './smtp/report.js';
