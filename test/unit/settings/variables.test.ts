import { describe, expect, it } from 'vitest';
import { misspeltVariable, variableOfOthers } from '../../../src/settings/variables.js';

describe('a name that was surely meant to be ours', () => {
  it.each([
    ['SMTP_URL', 'SMTP_URI'],
    ['smtp_uri', 'SMTP_URI'],
    ['Smtp_Uri', 'SMTP_URI'],
    ['SMPT_URI', 'SMTP_URI'],
    ['SMTP_UIR', 'SMTP_URI'],
    ['SMTPURI', 'SMTP_URI'],
    ['SMTP-URI', 'SMTP_URI'],
    ['SMTP_URIS', 'SMTP_URI'],
    ['SMTP_SENDOR', 'SMTP_SENDER'],
    ['SMTP_SENDERS', 'SMTP_SENDER'],
    ['SMTP_SENDE', 'SMTP_SENDER'],
    ['STMP_SENDER', 'SMTP_SENDER'],
    ['smtp_sender', 'SMTP_SENDER'],
  ])('%s is %s', (name, variable) => {
    expect(misspeltVariable(name)).toBe(variable);
  });

  it.each([
    ...['SMTP_URI', 'SMTP_SENDER', 'SMTP_USER', 'SMTP_PORT', 'SMTP_HOST', 'SMTP_PASS', 'SMTP_TLS'],
    ...['HTTP_URI', 'MONGO_URL', 'REDIS_URL', 'API_URL', 'FILE_LIMIT', 'SENDER', 'URI', 'SMTP_API'],
    ...['SMTP_SENDER_NAME', 'SMTP_SECURE', ''],
  ])('%s is not', (name) => {
    expect(misspeltVariable(name)).toBeUndefined();
  });
});

describe('a name that others read for the same', () => {
  it.each([
    ['SMTP_FROM', 'SMTP_SENDER'],
    ['MAIL_FROM', 'SMTP_SENDER'],
    ['SMTP_FROM_ADDRESS', 'SMTP_SENDER'],
    ['EMAIL_FROM', 'SMTP_SENDER'],
    ['MAIL_URL', 'SMTP_URI'],
    ['MAILER_DSN', 'SMTP_URI'],
    ['SMTP_CONNECTION_URI', 'SMTP_URI'],
  ])('%s stands for %s', (name, variable) => {
    expect(variableOfOthers(name)).toBe(variable);
  });

  it.each(['SMTP_URI', 'SMTP_SENDER', 'SMTP_HOST', 'MONGO_URL', 'SMTP_USER', 'FROM'])(
    '%s does not',
    (name) => {
      expect(variableOfOthers(name)).toBeUndefined();
    },
  );
});
