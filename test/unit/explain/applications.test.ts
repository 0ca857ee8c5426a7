import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

async function found(text: string) {
  return (await explain([text])).findings.map(({ cause, step }) => `${cause} at ${step}`);
}

describe("an application's own sentence", () => {
  it.each([
    ['Gitea', 'Failed to send test email: gomail: could not send email 1: exit status 78'],
    ['Ghost', 'ghost_app | Error sending email: Failed to send email. Reason: Sending failed.'],
    ['Keycloak', 'ERROR [org.keycloak.services] (executor-thread-5) Failed to send email'],
    ['Home Assistant', 'WARNING [homeassistant.components.smtp.notify] SMTPException sending mail'],
    ['Rocket.Chat', 'rocketchat  | Could not send the invitation e-mail'],
  ])('says no reason, and where %s has it is said', async (name, line) => {
    const [finding, ...others] = (await explain([line])).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ cause: 'unknown' });
    expect(finding?.nextSteps[0]).toContain(name);
  });

  it('counts for nothing beside a reason', async () => {
    const text = 'Error: Failed to send email\nError: connect ECONNREFUSED 192.0.2.1:587';
    expect(await found(text)).toEqual(['connection-refused at connect']);
  });

  it('is no failure in a long log', async () => {
    const lines = Array.from({ length: 80 }, (_, index) => `line ${index}`);
    expect(await found([...lines, 'Failed to send email'].join('\n'))).toEqual([]);
  });

  it('is told of nothing recognised, too', async () => {
    const explained = await explain(['[vaultwarden][INFO] POST /admin/test/smtp => 404 Not Found']);
    expect(explained).toMatchObject({ ok: false, application: { name: 'Vaultwarden' } });
  });

  it.each([
    ['German', 'Das Senden der Test-E-Mail ist fehlgeschlagen'],
    ['French', "Échec de l'envoi de l'e-mail"],
    ['Chinese', '发送测试邮件失败'],
    ['Russian', 'Не удалось отправить письмо'],
  ])('is known in %s', async (_, line) => {
    expect(await found(line)).toEqual(['unknown at data']);
  });
});

describe('what the system says', () => {
  it.each([
    ['[WinError 10061] 由于目标计算机积极拒绝，无法连接。', 'connection-refused at connect'],
    ['[Errno 110] Expiró el tiempo de conexión', 'connection-timeout at connect'],
    ['getaddrinfo: Name oder Dienst nicht bekannt', 'host-not-found at dns'],
    ['code: "ESOCKET"\nerrno: -4039\nsyscall: "connect"', 'connection-timeout at connect'],
    ['SocketException (10060)', 'connection-timeout at connect'],
    ['The service refused the connection - perhaps it is offline', 'connection-refused at connect'],
  ])('%s', async (text, expected) => {
    expect(await found(text)).toEqual([expected]);
  });
});

describe('a trace', () => {
  it.each([
    [
      'Ruby, of RCPT TO',
      "Net::SMTPSyntaxError: 501 Bad address\n  net/smtp.rb:969:in `check_response'\n    raise res\n  net/smtp.rb:865:in `rcptto'",
      'recipient-syntax at rcpt-to',
    ],
    [
      'Python, before anything was said',
      'File "/usr/lib/python3.11/smtplib.py", line 341, in connect\nFile "/usr/lib/python3.11/smtplib.py", line 398, in getreply\nTimeoutError: timed out',
      'server-silent at greeting',
    ],
    [
      'Java, of the sender',
      'javax.mail.internet.AddressException: Missing local name\n\tat javax.mail.internet.InternetAddress.parse(InternetAddress.java:1)\n\tat org.example.MimeMessageHelper.setFrom(MimeMessageHelper.java:2)',
      'sender-syntax at mail-from',
    ],
    [
      'Java, of the greeting',
      'java.net.SocketTimeoutException: Read timed out\n\tat com.sun.mail.smtp.SMTPTransport.readServerResponse(SMTPTransport.java:1)\n\tat com.sun.mail.smtp.SMTPTransport.openServer(SMTPTransport.java:2)',
      'server-silent at greeting',
    ],
  ])('tells the step: %s', async (_, text, expected) => {
    expect(await found(text)).toEqual([expected]);
  });
});

describe('lines that a terminal has broken', () => {
  it('are put together', async () => {
    const width = 60;
    const text =
      'app.ERROR: could not flush the mail queue: Connection could not be established with host localhost: unable to connect to localhost:25 (Connection refused) []';
    const broken = text.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n') ?? '';
    expect(await found(broken)).toEqual(['connection-refused at connect']);
  });
});
