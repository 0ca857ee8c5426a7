import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

async function found(text: string) {
  return (await explain([text])).findings.map(({ cause, line }) => `${cause} in ${line}`);
}

describe('settings of other applications, where port and beginning cannot go together', () => {
  it.each([
    [
      'nodemailer',
      "host: 'smtp.example.com',\nport: 465,\nsecure: false,",
      'plain-on-tls-port in 3',
    ],
    [
      'nodemailer in one line',
      '{ host: "mx.example.com", port: 587, secure: true }',
      'tls-on-plain-port in 1',
    ],
    ['an env file', 'SMTP_PORT=465\nSMTP_SECURE=false', 'plain-on-tls-port in 2'],
    ['Laravel', 'MAIL_PORT=587\nMAIL_ENCRYPTION=ssl', 'tls-on-plain-port in 2'],
    ['Vaultwarden', 'SMTP_PORT: 587\nSMTP_SECURITY: force_tls', 'tls-on-plain-port in 2'],
    ['Gitea', 'SMTP_PORT = 465\nPROTOCOL = smtp+starttls', 'plain-on-tls-port in 2'],
    [
      'PHP',
      "$config['smtp_port'] = 587;\n$config['smtp_secure'] = 'ssl';",
      'tls-on-plain-port in 2',
    ],
    ['Django', 'EMAIL_PORT = 587\nEMAIL_USE_SSL = True', 'tls-on-plain-port in 2'],
    ['a URI', 'SMTP_URI=smtps://me:pw@smtp.example.com:587/', 'tls-on-plain-port in 1'],
  ])('%s', async (_, text, expected) => {
    expect(await found(text)).toEqual([expected]);
  });

  it.each([
    ['they agree', 'SMTP_PORT=465\nSMTP_SECURE=true'],
    ['programs differ in what the word means', 'MAIL_PORT=465\nMAIL_ENCRYPTION=tls'],
    ['several ports were tried', 'SMTP_PORT=465\nSMTP_PORT=587\nSMTP_SECURE=false'],
    ['one is switched off', '#SMTP_PORT=465\nSMTP_SECURE=false'],
    ['the port is no one of mail', 'PORT=3000\nSMTP_SECURE=false'],
    ['a server may have either', 'SMTP_PORT=2525\nSMTP_SECURE=true'],
    ['Symfony takes TLS there', 'MAILER_DSN=smtp://u:p@mail.example.com:465'],
  ])('say nothing where %s', async (_, text) => {
    expect(await found(text)).toEqual([]);
  });

  it('explain what the error beside them leaves open', async () => {
    const settings = 'EMAIL_PORT=465\nEMAIL_SECURE=false\n';
    expect(await found(`${settings}Error: Greeting never received`)).toEqual([
      'plain-on-tls-port in 2',
    ]);
    expect(await found(`${settings}Error: Invalid login: 535 5.7.8 Wrong password`)).toEqual([
      'auth-failed in 3',
    ]);
  });

  it('are not looked for in a long log', async () => {
    const lines = Array.from({ length: 80 }, (_, index) => `line ${index}`);
    expect(await found(['SMTP_PORT=465', 'SMTP_SECURE=false', ...lines].join('\n'))).toEqual([]);
  });

  it('never show a password', async () => {
    const text = 'smtps://zebra:zebra-secret-1@mail.example.com:587 MAIL_PASSWORD=zebra-secret-1';
    expect(JSON.stringify(await explain([text]))).not.toContain('zebra-secret-1');
  });
});
