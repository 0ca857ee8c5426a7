import { expect, it } from 'vitest';
import { Recorder } from '../../../src/smtp/recorder.js';
import { warnOfSlowness } from '../../../src/smtp/warnings/slow-warning.js';

const uri = { host: 'smtp.x.org' } as Parameters<typeof warnOfSlowness>[0]['uri'];

/** The warnings about a conversation whose steps took so long, in milliseconds. */
function warningsOf(steps: Readonly<Record<string, number>>) {
  const recorder = new Recorder(() => {});
  for (const [name, ms] of Object.entries(steps)) {
    recorder.steps.push({ name: name as 'ehlo', status: 'ok', ms });
  }
  warnOfSlowness({ uri, recipients: [] }, recorder);
  return recorder.warnings;
}

it('a mail would take longer than the check without one', () => {
  const steps = { greeting: 1600, ehlo: 1600, auth: 1600, 'mail-from': 1600 };
  expect(warningsOf(steps)).toEqual([
    { code: 'slow-reply', host: 'smtp.x.org', seconds: 6.4, secondsOfMail: 11.2 },
  ]);
  // A mail that was sent took what it took.
  expect(warningsOf({ ...steps, 'rcpt-to': 100, data: 100 })).toEqual([]);
});

it('one slow reply says nothing about the others', () => {
  expect(warningsOf({ greeting: 5000, ehlo: 10, 'mail-from': 10 })).toEqual([]);
  expect(warningsOf({ greeting: 10, ehlo: 10, 'mail-from': 4000 })).toEqual([]);
  expect(warningsOf({ greeting: 8200, ehlo: 10, 'mail-from': 10 })).toEqual([
    { code: 'slow-reply', host: 'smtp.x.org', seconds: 8.2 },
  ]);
});
