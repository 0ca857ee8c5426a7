import type { Settings } from '../../settings/settings.js';
import { shownHost } from '../../settings/uri/shown-host.js';
import type { Recorder } from '../recorder.js';

/** Moleculer's REQUEST_TIMEOUT, in milliseconds, less what a mail may take longer another time. */
const SLOW_MS = 8000;

/** Replies that a mail waits for behind the one about its sender: about a recipient, DATA, and the mail itself. */
const REPLIES_OF_MAIL = 3;

/** Warns of a conversation that takes about as long as Tailchat waits for a mail to go out, with the mail that was not sent. */
export function warnOfSlowness({ uri }: Settings, recorder: Recorder): void {
  const steps = recorder.steps.filter(({ name }) => name !== 'settings');
  const ms = steps.reduce((sum, step) => sum + step.ms, 0);
  const done = steps.filter(({ status }) => status === 'ok');
  const isSent = done.some(({ name }) => name === 'data');
  // A single slow reply may be about something else, such as a look at the sender.
  const replies = done.filter(({ name }) => name === 'ehlo' || name === 'mail-from');
  const usual = Math.min(...replies.map((step) => step.ms));
  const all = isSent || replies.length < 2 ? ms : ms + REPLIES_OF_MAIL * usual;
  if (all < SLOW_MS) return;
  const more = ms < SLOW_MS ? { secondsOfMail: inSeconds(all) } : {};
  recorder.warn({ code: 'slow-reply', host: shownHost(uri), seconds: inSeconds(ms), ...more });
}

function inSeconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
