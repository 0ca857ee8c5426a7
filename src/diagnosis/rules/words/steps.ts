import type { StepName } from '../../../report/report.js';

/** The mail: its sender, its recipients, the message. */
export const ENVELOPE = ['mail-from', 'rcpt-to', 'data'] as const satisfies readonly StepName[];

/** Steps after the sender was accepted. */
export const AFTER_SENDER = ['rcpt-to', 'data'] as const satisfies readonly StepName[];
