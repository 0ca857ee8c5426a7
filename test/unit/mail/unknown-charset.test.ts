import { describe, expect, it } from 'vitest';
import { decodeReplyText, decodeUnknownBytes } from '../../../src/mail/unknown-charset.js';

/** "请使用授权码登录。" in GB18030. */
const GB18030 = Buffer.from('c7ebcab9d3c3cadac8a8c2ebb5c7c2bca1a3', 'hex');
const CHINESE = '请使用授权码登录。';
const asCharacters = (bytes: Buffer) => bytes.toString('latin1');

describe('a reply whose bytes were taken for characters', () => {
  it.each([
    [
      'GB18030',
      `535 Error: ${asCharacters(GB18030)}http://x.org`,
      `535 Error: ${CHINESE}http://x.org`,
    ],
    ['UTF-8', `550 ${asCharacters(Buffer.from(CHINESE))}`, `550 ${CHINESE}`],
    ['Latin-1', '550 Adresse refusée, créée hier', '550 Adresse refusée, créée hier'],
    ['Latin-1 in German', '550 Empfänger gelöscht', '550 Empfänger gelöscht'],
    ['ASCII', '550 No', '550 No'],
    ['text that was read well', `550 ${CHINESE}`, `550 ${CHINESE}`],
  ])('in %s is readable', (_, text, expected) => {
    expect(decodeReplyText(text)).toBe(expected);
  });
});

describe('bytes of an unknown character set', () => {
  it.each([
    ['UTF-8', Buffer.from(CHINESE), CHINESE],
    ['GB18030', GB18030, CHINESE],
    ['Latin-1', Buffer.from('refusée', 'latin1'), 'refusée'],
    ['nothing', Buffer.alloc(0), ''],
  ])('that are %s', (_, bytes, expected) => {
    expect(decodeUnknownBytes(bytes)).toBe(expected);
  });
});
