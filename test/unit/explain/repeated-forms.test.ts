import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';
import { createRedactor } from '../../../src/safety/redactor.js';
import { MASK, Secret } from '../../../src/safety/secret.js';

const password = 'Kw7gTzRfBd4mPqXv';
const letters = [...password];
const codes = letters.map((letter) => letter.charCodeAt(0));
const each = (write: (code: number) => string) => codes.map(write).join('');
const hex = (code: number) => code.toString(16);

const FORMS: readonly (readonly [string, string])[] = [
  ['as JSON', `\\u004b${password.slice(1)}`],
  ['quoted-printable', `=4B${password.slice(1)}`],
  ['backwards', [...letters].reverse().join('')],
  ['in capitals', password.toUpperCase()],
  ['in small letters', password.toLowerCase()],
  ['in hexadecimal', each(hex)],
  ['percent-encoded', each((code) => `%${hex(code)}`)],
  ['as HTML', each((code) => `&#${code};`)],
  ['with escapes of C', each((code) => `\\x${hex(code)}`)],
  ['with octal escapes', each((code) => `\\${code.toString(8)}`)],
  ['in full width', each((code) => String.fromCharCode(code + 0xfee0))],
  ['in decimal', codes.join(' ')],
  ['as code points', codes.map((code) => `U+00${hex(code)}`).join(' ')],
  ['with full stops', letters.join('.')],
  ['with stars', letters.join('*')],
  ['letter by letter', letters.join(' ')],
  ['with two spaces', letters.join('  ')],
  ['with signs that have no width', letters.join('\u200b')],
  ['typed over', letters.map((letter) => `${letter}\b${letter}`).join('')],
  ['in pairs', password.replace(/(..)(?=.)/g, '$1 ')],
  ['in groups', password.replace(/(.{3})(?=.)/g, '$1-')],
];
const REPLIES = [
  (word: string) => `550 5.7.1 ${word}: Sender address rejected`,
  (word: string) => `554 5.7.1 Message rejected as spam by ${word}`,
  (word: string) => `535 5.7.8 not valid: ${word}`,
];

describe.each(FORMS)('a password that a server repeats %s', (_form, word) => {
  it.each(REPLIES)('is masked where the text names it: %s', async (reply) => {
    for (const named of [
      `SMTP_URI=smtps://me:${password}@mail.example.com:465`,
      `pw: ${password}`,
    ]) {
      const { findings } = await explain(`${named}\n${reply(word)}\n`);
      expect(findings.map((finding) => finding.reply?.text)).toEqual([reply(MASK)]);
    }
  });

  it.each(REPLIES)('is masked by the redactor: %s', (reply) => {
    const redact = createRedactor({ user: 'me@x.org', password: new Secret(password) });
    expect(redact(reply(word))).toBe(reply(MASK));
  });
});

describe('a password that looks like a name', () => {
  it.each([
    ['SMTP_URI=smtps://me:Lynx%402024.com@mail.example.com:465', 'Lynx@2024.com'],
    ['SMTP_PASS=mail.server.denied', 'mail.server.denied'],
    ['password: kite2.example.com', 'kite2.example.com'],
    ["auth: { user: 'me', pass: 'lynx@kite.example' }", 'lynx@kite.example'],
  ])('is masked in every reply: %s', async (named, word) => {
    for (const reply of REPLIES) {
      const { findings } = await explain(`${named}\n${reply(word)}\n`);
      expect(findings.map((finding) => finding.reply?.text)).toEqual([reply(MASK)]);
    }
  });
});

describe('the words of a server behind an address or a host', () => {
  it.each([
    'a@mail.example.com: 554 5.7.1 Message rejected by Lynxguard',
    'mail.example.com 554 5.7.1 Message rejected by Lynxguard',
  ])('are no password: %s', async (line) => {
    const { findings } = await explain(`${line}\n`);
    expect(findings[0]?.reply?.text).toContain('rejected by Lynxguard');
  });
});
