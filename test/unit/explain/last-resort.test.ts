import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

/** What each text is taken for, in words that no program has. */
const TOLD: readonly (readonly [cause: string, text: string])[] = [
  ['credentials-missing', 'Mail error: the SMTP username must be configured'],
  ['credentials-missing', 'Cannot send mail. Reason: SMTP password is not set'],
  ['uri-missing', 'Mails are off: the SMTP server has not been configured'],
  ['connection-timeout', 'Our mailer complains: unable to reach the smtp host on port 587'],
  ['connection-timeout', '测试邮件发不出去，25端口被云服务商封了'],
  ['connection-timeout', 'Письма не уходят: сервер smtp не отвечает'],
  [
    'connection-refused',
    'Der Mailserver hat die Verbindung abgelehnt, sagt das Log unseres Druckers.',
  ],
  ['connection-closed', 'SMTP test: server dropped the connection'],
  ['host-not-found', 'Mail alert: could not look up the SMTP server name'],
  ['certificate-untrusted', 'Mail notification: "the certificate is not trusted"'],
  ['certificate-expired', '邮件服务器的证书已过期，发送时报错'],
  ['tls-failed', 'Mail: SSL handshake with the server ended in failure'],
  ['protocol-error', 'Mail login: the SCRAM message does not start with r='],
  ['connection-refused', 'Mail job ended with error 111'],
  ['connection-closed', 'SMTP error: the server breaks the connection'],
  ['uri-invalid', 'SMTP settings: invalid port number'],
  ['content-rejected', '用自己的服务器发邮件，被退信了，说是垃圾邮件'],
];

/** Texts about mail in which nothing has failed, or nothing of mail's. */
const NOTHING: readonly string[] = [
  'Nov 27 10:00:00 mx postfix/smtpd[12]: lost connection after AUTH from unknown[203.0.113.9]',
  'Nov 27 10:00:00 mx postfix/smtpd[12]: timeout after END-OF-MESSAGE from x.org[203.0.113.9]',
  'SMTP_HOST=smtp.example.com\nSMTP_PORT=587\nsecure: false\nconnection_timeout: 30',
  'How do I avoid that mails get rejected as spam?',
  'I checked that port 587 is not blocked, and the password for smtp is correct.',
  'If the SMTP server refuses the connection, check the firewall.',
  'The mail service works. Only the database at 10.0.0.5:3306 refused the connection.',
  'Mail is fine, but Redis: connection lost, redis server did not answer.',
  'We sent 550 mails with SMTP today, none of them was rejected.',
  'We use a relay without a login, so the SMTP password is not set there.',
  'Postfix supports TLS: with "may" an untrusted certificate is accepted.',
];

/** Texts about mail that was not sent, and that do not say why. */
const UNSAID: readonly string[] = [
  'When I send the confirmation mail again, I get the error 401: You are not authorized to do this',
  'Email delivery error: uninitialized constant OpenSSL::SSL::VERIFY_FALSE',
  "Nest can't resolve dependencies of the MailerService. Please make sure that the argument MAILER_OPTIONS is available",
  'Error: the email is not valid recipient type',
  'SMTP works with Thunderbird, so the port is not blocked. The mail never arrives.',
  'Unexpected problem communicating with SMTP: SMTP Server did not respond with anything I recognized',
];

describe('words that no program has', () => {
  it.each(TOLD)('are %s: %s', async (cause, text) => {
    const { findings } = await explain([text]);
    expect(findings.map((finding) => finding.cause)).toEqual([cause]);
    expect(findings[0]?.explanation).toContain('conclusion rests on the wording alone');
  });

  it.each(NOTHING)('are no failure: %s', async (text) => {
    const { findings } = await explain([text]);
    expect(findings.map(({ cause }) => cause).filter((cause) => cause !== 'unknown')).toEqual([]);
  });

  it.each(UNSAID)('are no reason: %s', async (text) => {
    const { findings } = await explain([text]);
    expect(['unknown']).toEqual(expect.arrayContaining(findings.map(({ cause }) => cause)));
  });

  it('do not tell refused from silent where only the connection is named', async () => {
    const { findings } = await explain([
      '邮件提示: Could not connect to smtp host: mail.example.com, port: 25',
    ]);
    expect(findings[0]?.title).toMatch(/cannot be reached$/);
    expect(findings[0]?.explanation).toContain('does not say which');
  });

  it('are supposed only in a paste, not in a long log', async () => {
    const line = 'Mail alert: could not look up the SMTP server name';
    const { findings } = await explain([[line, ...Array(60).fill('all is well')].join('\n')]);
    expect(findings).toEqual([]);
  });
});
