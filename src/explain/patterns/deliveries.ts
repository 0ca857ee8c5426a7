import { diagnoseReport } from '../../diagnosis/diagnose-report.js';
import type { Cause } from '../../report/causes.js';
import type { StepName } from '../../report/report.js';
import { parseLoggedReply } from '../logged-reply.js';
import { QMAIL_DELIVERY, qmailStatus, qmailWords } from '../qmail-log.js';
import type { KnownError } from './pattern.js';

/**
 * How servers that pass mail on log a delivery that failed, with a reason of their own: Postfix 3.9 (src/global/log_adhoc.c),
 * Sendmail 8.18 (sendmail/deliver.c), Exim 4.98 (src/deliver.c), OpenSMTPD 7 (smtpd/mta.c; up to 5.4 `relay: TempFail for`),
 * Haraka 3 (outbound/hmail.js). Groups: the status (RFC 3463), where there is one, and the reason.
 */
export const DELIVERIES: readonly RegExp[] = [
  /\b(?:dsn=([45]\.\d{1,3}\.\d{1,3}), )?status=(?:deferred|bounced|undeliverable|expired) \((.{3,1500})\)$/,
  /\bdsn=([45]\.\d{1,3}\.\d{1,3}), stat=(\S.{2,1500})$/,
  /(?:^|\s)== [^\s@]{1,64}@\S{1,255} (?:<[^>]{1,320}> )?(?:[RT]=\S{1,60} ){0,2}()defer \(-?\d{1,4}\)(?: H=\S{1,300} \[[^\]]{1,45}\])?: (\S.{2,1500})$/,
  /\*\* [^\s@]{1,64}@[\w.-]{1,255}()(?: [^:]{1,300})?: (.{0,300}?(?:unrouteable|timeout|records?\b|exceeded|unknown|quota|mailbox|failing|message is too|permitted|not found|lookup|rejected).{0,900})$/i,
  /\b(?:result="?|relay: |delivery: |status=)(?:TempFail|PermFail)\b.{0,900}?()\bstat="?(.{3,1500}?)"?$/,
  /\[outbound\] (?:bounced|deferred) file=.{0,600}()\b(?:reason|err)="(.{3,1500}?)"/,
  QMAIL_DELIVERY,
];

const STEPS: readonly (readonly [RegExp, StepName])[] = [
  [/^(?:dns|host)-/, 'dns'],
  [/^(?:connection-(?:refused|timeout)|network-)/, 'connect'],
  [/^(?:connection-closed|server-silent|timeout)/, 'greeting'],
  [/^(?:certificate|tls|starttls)-/, 'starttls'],
  [/^auth-/, 'auth'],
];

/** The error that such a line states, where its reason is known. */
export function findDelivery(text: string): KnownError | undefined {
  for (const words of DELIVERIES) {
    const [, logged, report] = words.exec(text) ?? [];
    if (report === undefined) continue;
    const isQmail = words === QMAIL_DELIVERY;
    const reason = isQmail ? qmailWords(report) : report;
    const status = isQmail ? qmailStatus(reason) : logged;
    const cause = causeOfReason(status ? `${status} ${reason}` : reason);
    return cause && { step: stepOf(cause), cause, weight: 'sure' };
  }
  return undefined;
}

/** The reason in a server's own words for a mail that it could not pass on, with or without a status in front. */
export function causeOfReason(text: string): Cause | undefined {
  const { diagnosis, weight } = diagnoseReport({ step: 'rcpt-to', reply: parseLoggedReply(text) });
  return weight === 'none' ? undefined : diagnosis.cause;
}

function stepOf(cause: Cause): StepName {
  return STEPS.find(([names]) => names.test(cause))?.[1] ?? 'rcpt-to';
}
