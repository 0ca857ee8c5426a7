import { expect, it } from 'vitest';
import type { AttemptOptions } from '../../../src/smtp/attempt-options.js';
import { Recorder } from '../../../src/smtp/recorder.js';
import { logIn } from '../../../src/smtp/steps/log-in.js';

/** The warnings of a login in plain text, by what the URI asks for and what the server offers. */
async function warningsOf(security: 'none' | 'starttls-if-offered', extensions: string[]) {
  const recorder = new Recorder(() => {});
  recorder.start('ehlo');
  recorder.ok('ehlo', {});
  const session = { allowsAuth: true, isEncrypted: false, login: async () => {} };
  const password = { reveal: () => 'of nobody' };
  const uri = { host: 'mail.x.org', port: 587, user: 'me', password, security };
  await logIn(
    session as unknown as Parameters<typeof logIn>[0],
    { extensions } as Parameters<typeof logIn>[1],
    { recorder, settings: { uri } as unknown as AttemptOptions['settings'] },
  );
  return recorder.warnings;
}

it('the way to encryption is the one that the server has shown', async () => {
  const code = 'plaintext-credentials';
  const host = 'mail.x.org';
  const auth = 'AUTH PLAIN';
  expect(await warningsOf('none', ['STARTTLS', auth])).toEqual([
    { code, host, ignoresStarttls: true },
  ]);
  for (const security of ['none', 'starttls-if-offered'] as const) {
    expect(await warningsOf(security, [auth])).toEqual([{ code, host, ignoresStarttls: false }]);
  }
});
