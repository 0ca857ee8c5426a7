import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../src/mail/html-text.js';
import { readLetter } from '../../../src/mail/letter.js';
import { plainBytes } from '../../../src/mail/letter-bytes.js';
import { splitMbox } from '../../../src/mail/mbox.js';
import { decodeUtf7 } from '../../../src/mail/utf7.js';

const letter = (fields: string[], body: string | Buffer) =>
  Buffer.concat([
    Buffer.from(`${['From: a@example.org', ...fields].join('\n')}\n\n`),
    Buffer.from(body),
  ]);

const textOf = async (bytes: Buffer) => (await readLetter(bytes)).text.trim();

describe('the text of a letter', () => {
  it.each(
    [
      ['gbk', 'd3cabcfeceb4cbcdb4ef', '邮件未送达'],
      ['gb18030', 'd3cabcfe', '邮件'],
      ['big5', 'b068ab48', '退信'],
      ['iso-2022-jp', '1b2442457e1b2842', '到'],
      ['windows-1251', 'cff0e8e2e5f2', 'Привет'],
    ].filter(([, , text]) => text !== ''),
  )('is decoded from %s', async (charset, hex, text) => {
    const bytes = letter([`Content-Type: text/plain; charset=${charset}`], Buffer.from(hex, 'hex'));
    expect(await textOf(bytes)).toBe(text);
    const packed = Buffer.from(hex, 'hex').toString('base64');
    const fields = [
      `Content-Type: text/plain; charset=${charset}`,
      'Content-Transfer-Encoding: base64',
    ];
    expect(await textOf(letter(fields, packed))).toBe(text);
  });

  it('is read as Chinese where it does not say what it is', async () => {
    const body = Buffer.from('d3cabcfeceb4cbcdb4efa3acc7ebc9d4baf3d4d9cad4', 'hex');
    expect(await textOf(letter([], body))).toBe('邮件未送达，请稍后再试');
  });

  it('is read from UTF-7', async () => {
    expect(decodeUtf7('Hi +AOQ-b, 1 +- 1 = 2')).toBe('Hi äb, 1 + 1 = 2');
    const bytes = letter(['Content-Type: text/plain; charset=utf-7'], '+kK5O9g-');
    expect(await textOf(bytes)).toBe('邮件');
  });

  it('is that of the HTML where there is no other', async () => {
    const html =
      '<style>p{}</style><p>Not delivered to <b>anna@example.org</b>:<br>550&nbsp;no &amp; never</p>';
    expect(htmlToText(html).trim()).toBe('Not delivered to anna@example.org:\n550 no & never');
    expect(await textOf(letter(['Content-Type: text/html'], html))).toContain('anna@example.org');
  });

  it('ends where the letter begins that is sent back', async () => {
    const body =
      'It failed.\n\n--- Below this line is a copy of the message.\n\nSubject: Hello\nTo: b@example.org\n\nx';
    const { text, original } = await readLetter(letter([], body));
    expect(text.trim()).toBe('It failed.');
    expect(original).toContainEqual({ name: 'subject', value: 'Hello' });
  });
});

describe('the letters of a file', () => {
  const split = async (text: string, size: number) => {
    const bytes = Buffer.from(text);
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.subarray(i * size, (i + 1) * size),
    );
    const letters: [string, number][] = [];
    for await (const { bytes: own, line } of splitMbox(pieces))
      letters.push([own.toString(), line]);
    return letters;
  };
  const MBOX =
    'From a@example.org Thu Nov 26 09:00:00 2026\nSubject: 1\n\nFrom here on all is well\n\nFrom b@example.org Thu Nov 26 10:00:00 2026\nSubject: 2\n\ny\n';

  it.each([1, 7, 64, 10_000])('are told apart in pieces of %i bytes', async (size) => {
    expect(await split(MBOX, size)).toEqual([
      ['Subject: 1\n\nFrom here on all is well\n\n', 2],
      ['Subject: 2\n\ny\n', 7],
    ]);
    expect(await split('Subject: 1\n\nx\n', size)).toEqual([['Subject: 1\n\nx\n', 1]]);
  });

  it('are plain bytes, whatever has saved them', () => {
    const text = 'Subject: é\r\n\r\nx';
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(plainBytes(utf16)(utf16).toString()).toBe(text);
    const big = Buffer.from(utf16).swap16();
    expect(plainBytes(big)(big).toString()).toBe(text);
    const old = Buffer.from('Subject: x\r\ry');
    expect(plainBytes(old)(old).toString()).toBe('Subject: x\n\ny');
    const marked = Buffer.from(`\ufeff${text}`);
    expect(plainBytes(marked)(marked).toString()).toBe(text);
  });
});
