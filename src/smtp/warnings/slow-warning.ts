import type { Settings } from '../../settings/settings.js';
import type { Recorder } from '../recorder.js';

/** Moleculer's REQUEST_TIMEOUT, in milliseconds, less what a mail may take longer another time. */
const SLOW_MS = 8000;

/** Warns of a conversation that takes about as long as Tailchat waits for a mail to go out. */
export function warnOfSlowness({ uri }: Settings, recorder: Recorder): void {
  const steps = recorder.steps.filter(({ name }) => name !== 'settings');
  const ms = steps.reduce((sum, step) => sum + step.ms, 0);
  if (ms < SLOW_MS) return;
  recorder.warn({ code: 'slow-reply', host: uri.host, seconds: Math.round(ms / 100) / 10 });
}
