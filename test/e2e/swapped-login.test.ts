import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { run } from './support.js';

describe.concurrent('a password in the place of the user', () => {
  it.each([
    ['beside a short user', 'me'],
    ['beside an address', 'me%40mail.example'],
    ['beside another word that looks random', 'Ab1Cd2Ef3'],
  ])('is shown nowhere, %s', async (_, user) => {
    const password = plantPassword();
    const env = {
      SMTP_URI: `smtps://${encodeURIComponent(password)}:${user}@mail.example:465`,
      SMTP_SENDER: 'me@mail.example',
    };
    for (const more of [[], ['--json'], ['--lang', 'zh-CN'], ['--verbose']]) {
      const result = await run(['verify', '--offline', ...more], { env });
      expectNoSecret(result, password);
      expect(result.stdout + result.stderr).toContain('***:***@mail.example');
    }
  });
});
