import { describe, expect, it } from 'vitest';
import { readPasted } from '../../../src/settings/pasted-settings.js';

function made(text: string) {
  const found = readPasted(text);
  return found && [found.form, found.uri.reveal(), found.sender?.reveal()];
}

const URI = 'smtps://me%40mail.example:a&b@mail.example:465/?pool=true';
const SENDER = 'a@mail.example';

describe('settings that were pasted with what stood around them', () => {
  it.each([
    [`export SMTP_URI=${URI}`, 'shell', undefined],
    [`export SMTP_URI="${URI}" SMTP_SENDER='${SENDER}'`, 'shell', SENDER],
    [`set SMTP_URI=${URI}`, 'shell', undefined],
    [`setx SMTP_URI "${URI}"`, 'shell', undefined],
    [`$env:SMTP_URI = '${URI}'`, 'shell', undefined],
    [`$env:SMTP_URI='${URI}'; $env:SMTP_SENDER='${SENDER}'`, 'shell', SENDER],
    [`ENV SMTP_URI=${URI}`, 'shell', undefined],
    [`-e SMTP_URI=${URI}`, 'docker-flags', undefined],
    [
      `-e "SMTP_URI=${URI}" -e "SMTP_SENDER=Tailchat <${SENDER}>"`,
      'docker-flags',
      `Tailchat <${SENDER}>`,
    ],
    [`--env=SMTP_URI=${URI} --env SMTP_SENDER=${SENDER}`, 'docker-flags', SENDER],
    [
      `sudo docker run -d --name tailchat \\\n  -e SMTP_URI='${URI}' \\\n  -eSMTP_SENDER=${SENDER} \\\n  moonrailgun/tailchat`,
      'docker-flags',
      SENDER,
    ],
    [`SMTP_URI=${URI}\nSMTP_SENDER=Tailchat <${SENDER}>`, 'assignment', `Tailchat <${SENDER}>`],
    [`SMTP_URI: ${URI}`, 'assignment', undefined],
    [`- SMTP_URI=${URI}`, 'assignment', undefined],
    [`      SMTP_URI: "${URI}"\n      SMTP_SENDER: ${SENDER}`, 'assignment', SENDER],
    [`MAIL_URL=${URI}`, 'assignment', undefined],
  ])('are taken out: %s', (text, form, sender) => {
    expect(made(text)).toEqual([form, URI, sender]);
  });

  it.each([
    'SMTP_URI=smtps://me:first@second third#@mail.example:465/',
    'export SMTP_URI=smtps://me:first@second third@mail.example',
  ])('makes no URI of a part of a password: %s', (text) => {
    expect(readPasted(text)).toBeUndefined();
  });

  it.each([
    ['docker run -e SMTP_HOST=mail.example -e SMTP_USER=u -e "SMTP_PASS=p #/%" x', 'docker-flags'],
    ['export SMTP_HOST=mail.example SMTP_USER=u SMTP_PASS="p #/%"', 'shell'],
    ["EMAIL_HOST=mail.example\nEMAIL_HOST_USER=u\nEMAIL_HOST_PASSWORD='p #/%'", 'assignment'],
  ])('are made of another application’s: %s', (text, form) => {
    expect(made(text)).toEqual([form, 'smtp://u:p%20%23%2F%25@mail.example:587/', undefined]);
  });

  it.each([
    URI,
    'smtp://u:SMTP_URI=x@mail.example',
    'password with = and -e',
    'SMTP_URI=',
    'export PATH=/usr/bin',
    '-e SMTP_USER=u -e SMTP_PASS=p',
    'x'.repeat(30_000),
    '',
  ])('are none: %.60s', (text) => {
    expect(made(text)).toBeUndefined();
  });
});
