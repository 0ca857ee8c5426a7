import { describe, expect, it } from 'vitest';
import { foreignSettings } from '../../../src/settings/foreign-settings.js';

function made(variables: Record<string, string>) {
  const found = foreignSettings(Object.entries(variables));
  return found && [found.uri.reveal(), found.sender?.reveal()];
}

describe('another application’s settings', () => {
  it.each([
    [
      { SMTP_HOST: 'h.cn', SMTP_PORT: '465', SMTP_USER: 'me@h.cn', SMTP_PASS: 'p#/ %' },
      ['smtps://me%40h.cn:p%23%2F%20%25@h.cn:465/', undefined],
    ],
    [
      {
        EMAIL_HOST: 'h.cn',
        EMAIL_HOST_USER: 'u',
        EMAIL_HOST_PASSWORD: 'p',
        DEFAULT_FROM_EMAIL: 'a@h.cn',
      },
      ['smtp://u:p@h.cn:587/', 'a@h.cn'],
    ],
    [{ MAIL_HOST: 'h.cn', MAIL_ENCRYPTION: 'ssl' }, ['smtps://h.cn:465/', undefined]],
    [{ MAIL_URL: 'smtps://u:p@h.cn' }, ['smtps://u:p@h.cn', undefined]],
  ])('are made into the two that Tailchat reads: %j', (variables, expected) => {
    expect(made(variables)).toEqual(expected);
  });

  it.each([
    {},
    { SMTP_USER: 'u', SMTP_PASS: 'p' },
    { MAIL_URL: 'https://h.cn' },
    { SMTP_HOST: '' },
  ])('are none without a host: %j', (variables) => {
    expect(made(variables)).toBeUndefined();
  });
});
