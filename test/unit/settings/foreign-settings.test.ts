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
    [{ MAIL_URL: 'smtps://u:p#q@h.cn' }, ['smtps://u:p%23q@h.cn', undefined]],
    [{ EMAIL_URL: 'smtp+ssl://u:p@h.cn:465' }, ['smtps://u:p@h.cn:465', undefined]],
    [{ EMAIL_URL: 'smtp+tls://u:p@h.cn:587' }, ['smtp://u:p@h.cn:587', undefined]],
    [{ MAILER_DSN: 'smtp://u:p@h.cn:25' }, ['smtp://u:p@h.cn:25', undefined]],
    [{ SMTP_HOST: 'ssl://h.cn:465' }, ['smtps://h.cn:465/', undefined]],
    [{ SMTP_HOST: 'ssl://h.cn' }, ['smtps://h.cn:465/', undefined]],
    [{ EMAIL_HOST: 'h.cn', EMAIL_USE_TLS: 'True' }, ['smtp://h.cn:587/', undefined]],
    [{ EMAIL_HOST: 'h.cn', EMAIL_USE_SSL: 'True' }, ['smtps://h.cn:465/', undefined]],
    [
      {
        mail__options__host: 'h.cn',
        mail__options__auth__user: 'u',
        mail__options__auth__pass: 'p',
      },
      ['smtp://u:p@h.cn:587/', undefined],
    ],
    [
      { GF_SMTP_HOST: 'h.cn:465', GF_SMTP_USER: 'u', GF_SMTP_PASSWORD: 'p' },
      ['smtps://u:p@h.cn:465/', undefined],
    ],
    [
      { GITEA__mailer__SMTP_ADDR: 'h.cn', GITEA__mailer__USER: 'u', GITEA__mailer__PASSWD: 'p' },
      ['smtp://u:p@h.cn:587/', undefined],
    ],
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
