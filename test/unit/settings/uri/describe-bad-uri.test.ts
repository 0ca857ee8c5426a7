import { describe, expect, it } from 'vitest';
import { Secret } from '../../../../src/safety/secret.js';
import { describeBadUri } from '../../../../src/settings/uri/describe-bad-uri.js';

describe('what Tailchat’s server would do with a URI that cannot be used', () => {
  it.each([
    // What follows the port is a path to it: it connects, and nothing of the password goes to DNS.
    ['smtps://me%40mail.example:PW9@smtp.mail.example:465 # two', 'reads-it'],
    // The password itself is cut: a part of it is taken for the host.
    ['smtps://me%40mail.example:P@W9#x@smtp.mail.example:465/', 'asks-for-password'],
    // Neither host is in the password.
    ['smtps://me:PW9@smtp.mail.example:465 SMTP_SENDER=me@mail.example', 'asks-for-host'],
    ['smtp.mail.example:465:me@other.example:PW9', 'asks-for-host'],
    ['smtps://me:PW9@https://smtp.mail.example:465', 'asks-for-host'],
    ['smtps://me:PW9@smtp://localhost:2525', 'asks-for-host'],
    ['smtps://me:x@https://y@smtp.mail.example:465', 'asks-for-password'],
    // A port that `url.parse` cannot read is none: nodemailer takes the usual one.
    ...[',', '。', '．', '／', '\u200b', '\u3000', 'a', '.0', '？pool=true'].map((end) => [
      `smtp://me:PW9@mail.example:2525${end}`,
      'takes-usual-port',
    ]),
    ['smtp://me:PW9@mail.example: 2525', 'takes-usual-port'],
    ['smtp://me:PW9@mail.example:２５２５', 'takes-usual-port'],
    // Where it is the usual one, nothing changes.
    ['smtp://me:PW9@mail.example:587,', 'reads-it'],
    ['smtps://me:PW9@mail.example:465。', 'reads-it'],
    ['smtp://me:PW9@mail.example:99999', 'refuses-port'],
    ['smtps://me@mail.example:123456', 'refuses-port'],
    // A character before the scheme makes it another one, and the rest is read as meant.
    ...['-', '1.', '.', '+'].map((mark) => [`${mark}smtp://me:PW9@localhost:2525`, 'reads-it']),
    // Port 465 begins with TLS whatever the scheme; without a port, 587 is used.
    ['-smtps://me:PW9@mail.example:465', 'reads-it'],
    ['smpts://me:PW9@mail.example', 'asks-for-host'],
    ['smpts://me:PW9@mail.example:994', 'asks-for-host'],
    ['- smtp://me:PW9@localhost:2525', 'takes-localhost'],
    ['smtp://me:PW9@mail.example：465', 'refuses'],
    ['smtp://me:PW9@mail.example\u00a0:465', 'refuses'],
    ['smtps://me：PW9@mail.example:465/', 'damages-login'],
    ['smtps://me:PW\u200b9@mail.example:465/', 'damages-login'],
    ['smtps://me:PW\n9@mail.example:465/', 'reads-it'],
    // Two lines in one value: everything before the last @ is the login.
    ['smtp://me:PW9@localhost:2525\nSMTP_SENDER=me@x.example', 'asks-for-host'],
  ])('%s: %s', (value, serverDoes) => {
    expect(describeBadUri(new Secret(value), { showSecrets: false })).toMatchObject({ serverDoes });
  });

  it.each([
    ['smtp://me:PW9@mail.example:2525。', 'smtp://me:***@mail.example:2525'],
    ['smtp://me:PW9@mail.example: 2525', 'smtp://me:***@mail.example:2525'],
    ['smtp://me:PW9@mail.example:２５２５/', 'smtp://me:***@mail.example:2525/'],
    ['smtp://me:PW9@mail.example:2525？name=a.b', 'smtp://me:***@mail.example:2525?name=a.b'],
    ['smtps://me：PW9@mail.example:465/', 'smtps://me:***@mail.example:465/'],
    ['ｓｍｔｐｓ：//me:PW9@mail.example:465/', 'smtps://me:***@mail.example:465/'],
    ['smtps:\\\\me:PW9@mail.example:465/', 'smtps://me:***@mail.example:465/'],
    // Marks of direction, as some windows put them around what is copied.
    ['\u202asmtps://me:PW9@mail.example:465/\u202c', 'smtps://me:***@mail.example:465/'],
    ['smtps://me:PW\u200e9@mail.example:465/', 'smtps://me:***@mail.example:465/'],
    ...['-', '- ', '1. ', '1、', '> ', '* '].map((mark) => [
      `${mark}smtp://me:PW9@mail.example:2525/`,
      'smtp://me:***@mail.example:2525/',
    ]),
    ['smtp://me:PW9@localhost:2525\nSMTP_SENDER=me@x.org', 'smtp://me:***@localhost:2525'],
    ['smtp://me:PW9@localhost:2525/\r\nme@x.org', 'smtp://me:***@localhost:2525/'],
    ['smtp://me:PW9@mail:25\nSMTP_SENDER: me@x.org', 'smtp://me:***@mail:25'],
  ])('%j: the line that was meant is %s', (value, line) => {
    const facts = describeBadUri(new Secret(value), { showSecrets: false });
    expect(facts.envLine).toBe(`SMTP_URI=${line}`);
  });
});
