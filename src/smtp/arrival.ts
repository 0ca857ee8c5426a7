import { type FoundFacts, foundFailure } from '../diagnosis/found-failure.js';
import { findMail } from '../imap/find-mail.js';
import { isOfFilter } from '../imap/folders.js';
import { ImapError } from '../imap/imap-error.js';
import { readReceived } from '../mail/received-mail.js';
import type { Arrival, AuthenticationResult, MailboxProblem } from '../report/arrival.js';
import { type Cause, diagnosisOf } from '../report/causes.js';
import { stripToLine } from '../safety/control-characters.js';
import { createRedactor, type Redact } from '../safety/redactor.js';
import type { Awaiting } from './awaiting.js';
import type { Checked } from './check-once.js';
import { othersThan } from './mailbox-owner.js';
import { subjectField } from './message.js';
import type { RunOptions } from './run-options.js';
import { verifyArrived } from './verify-arrived.js';

/** Causes for a mailbox that cannot be read. They are about another server than the one that sends. */
const CAUSES: Record<MailboxProblem, Cause> = {
  'host-not-found': 'host-not-found',
  'not-reached': 'connection-timeout',
  silent: 'server-silent',
  certificate: 'certificate-untrusted',
  'certificate-expired': 'certificate-expired',
  tls: 'tls-failed',
  'tls-version': 'tls-version',
  'no-starttls': 'starttls-unavailable',
  login: 'auth-failed',
  oauth: 'oauth-required',
  unavailable: 'server-error',
  'contact-admin': 'account-suspended',
  'needs-tls': 'auth-needs-tls',
  expired: 'auth-failed',
  'folder-unavailable': 'server-error',
  folder: 'auth-disabled',
  lost: 'connection-closed',
  folders: 'timeout',
  copy: 'unknown',
  protocol: 'protocol-error',
};

/** Problems with words of the server's own. The others come with the system's code. */
const IS_SAID: readonly MailboxProblem[] = [
  ...(['login', 'unavailable', 'contact-admin', 'needs-tls', 'expired'] as const),
  ...(['folder', 'folder-unavailable', 'lost', 'protocol', 'no-starttls'] as const),
];

const LONGEST_WORDS = 500;

/**
 * Looks for the mail that was sent, and reports what became of it.
 *
 * @throws the signal's reason when the run is interrupted
 */
export async function watchArrival(
  { signal, listener, message, mailWords }: RunOptions,
  awaiting: Awaiting,
  checked: Checked,
): Promise<{ checked: Checked; arrival: Arrival }> {
  listener({ type: 'await' });
  const start = performance.now();
  const { uri } = awaiting;
  const own = createRedactor(uri);
  const smtp = createRedactor(checked.failed?.settings.uri ?? {});
  const redact: Redact = (text) => stripToLine(smtp(own(text))).slice(0, LONGEST_WORDS);
  const nowhere = { found: false, folder: null, isSpam: null, authentication: [] };
  const recipients = checked.message?.accepted ?? [];
  const unseen = othersThan(uri.user, recipients);
  const others = unseen.length > 0 ? { others: unseen } : {};
  const failing = (cause: Cause, more: FoundFacts = {}) => {
    const facts = { recipients: recipients.filter((one) => !unseen.includes(one)), ...more };
    return withFailure(checked, foundFailure(diagnosisOf(cause), { step: 'data' }, facts));
  };
  try {
    const mail = await findMail({ ...awaiting, signal });
    const ms = Math.round(performance.now() - start);
    if (!mail) return { checked: failing('not-arrived'), arrival: { ...nowhere, ms, ...others } };
    const { folder, place, headers, raw } = mail;
    if (unseen.length === 0) checked.recorder.retract('accepted-not-delivered');
    let change: Pick<Arrival, 'isSubjectChanged'> = {};
    const verify = async (bytes: Buffer) => {
      const sent = subjectField(message?.subject ?? mailWords.subject);
      const { results, isSubjectChanged } = await verifyArrived(bytes, sent, signal);
      if (isSubjectChanged) change = { isSubjectChanged };
      return results;
    };
    const source = raw && { bytes: raw, verify };
    const received = await readReceived(headers, redact, source);
    const { authentication, from, envelope, filters, advice } = received;
    const isDoubted = received.isSpam || authentication.some(isFailedDmarc);
    const judged = { isSpam: isOfFilter(mail), ms, authentication, ...change, ...others };
    const arrival = { found: true, folder: redact(folder), ...judged };
    if (!place) {
      return { checked, arrival: isDoubted ? { ...arrival, isDoubted } : arrival };
    }
    // Nothing says that a filter has put the mail into the trash.
    const ofText = place === 'trash' ? [] : (['content'] as const);
    const helpful = advice.length > 0 ? advice : ofText;
    const inSpam = { place, from, envelope, filters, advice: helpful };
    return { checked: failing('arrived-in-spam', { inSpam }), arrival };
  } catch (error) {
    if (!(error instanceof ImapError)) throw error;
    const words = error.words && redact(error.words);
    const problem = { kind: error.kind, host: uri.shownHost, words: words || null };
    const ms = Math.round(performance.now() - start);
    return { checked: unread(checked, problem), arrival: { ...nowhere, ms, problem } };
  }
}

function isFailedDmarc({ method, result }: AuthenticationResult): boolean {
  return method === 'dmarc' && result === 'fail';
}

function unread(checked: Checked, mailbox: NonNullable<Arrival['problem']>): Checked {
  const { kind, words } = mailbox;
  const isSaid = words !== null && IS_SAID.includes(kind);
  const reply = isSaid ? { reply: { code: null, enhanced: null, text: words } } : {};
  const isRefused = kind === 'not-reached' && words === 'ECONNREFUSED';
  const diagnosis = diagnosisOf(
    isRefused ? 'connection-refused' : CAUSES[kind],
    kind === 'unavailable' || kind === 'folder-unavailable',
  );
  return withFailure(checked, foundFailure(diagnosis, { step: 'data', ...reply }, { mailbox }));
}

/** The result with a failure. A refusal by the server that sends comes first. */
function withFailure(checked: Checked, failure: NonNullable<Checked['failure']>): Checked {
  return checked.failure ? checked : { ...checked, failure };
}
