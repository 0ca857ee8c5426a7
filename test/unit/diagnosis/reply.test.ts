import { describe, expect, it } from 'vitest';
import {
  hasExtension,
  parseExtensions,
  parseMechanisms,
  parseReply,
  replyClass,
} from '../../../src/diagnosis/reply.js';

describe('parseReply', () => {
  it.each([
    ['250 Ok', 250, null],
    ['250', 250, null],
    ['250-a\n250 b', 250, null],
    ['250 2.0.0 Ok', 250, '2.0.0'],
    ['250 2.0.0', 250, '2.0.0'],
    ['535 5.7.8 Bad', 535, '5.7.8'],
    ['534-5.7.9 a\n534 5.7.9 b', 534, '5.7.9'],
    ['550-5.1.1\n550 x', 550, '5.1.1'],
    ['550 5.7.133 x', 550, '5.7.133'],
    ['421 4.7.0 x', 421, '4.7.0'],
    ['354 Go on', 354, null],
    ['550 a 5.1.1', 550, null],
    ['550 5.1.1234 x', 550, null],
    ['550 1.2.3 x', 550, null],
    ['550 192.0.2.1 is blocked', 550, null],
    ['550 5.1.1.2 x', 550, null],
    ['', null, null],
    ['Ok', null, null],
    ['25 Ok', null, null],
    ['2500 Ok', null, null],
    ['199 x', null, null],
    ['600 x', null, null],
    [' 250 Ok', null, null],
    ['HTTP/1.1 400 Bad Request', null, null],
    ['* OK IMAP4rev1', null, null],
    ['+OK POP3', null, null],
    ['SSH-2.0-OpenSSH', null, null],
  ])('reads %j', (text, code, enhanced) => {
    expect(parseReply(text)).toEqual({ code, enhanced, text });
  });
});

describe('replyClass', () => {
  it.each([
    [{ code: 250, enhanced: null }, 2],
    [{ code: 354, enhanced: null }, 3],
    [{ code: 421, enhanced: '4.7.0' }, 4],
    [{ code: 599, enhanced: null }, 5],
    [{ code: null, enhanced: '5.7.1' }, 5],
    [{ code: null, enhanced: null }, 0],
    [undefined, 0],
  ])('of %j is %i', (reply, expected) => {
    expect(replyClass(reply)).toBe(expected);
  });
});

describe('parseExtensions', () => {
  it('gives all lines but the first', () => {
    expect(parseExtensions('250-mail.x.org greets\n250-SIZE 1000\n250-\n250 AUTH LOGIN')).toEqual([
      'SIZE 1000',
      'AUTH LOGIN',
    ]);
  });

  it('gives none for a reply of one line', () => {
    expect(parseExtensions('250 AUTH')).toEqual([]);
  });
});

describe('parseMechanisms', () => {
  it.each([
    [['AUTH PLAIN LOGIN'], ['PLAIN', 'LOGIN']],
    [['AUTH=LOGIN PLAIN'], ['LOGIN', 'PLAIN']],
    [
      ['AUTH LOGIN PLAIN', 'AUTH=LOGIN PLAIN XOAUTH2'],
      ['LOGIN', 'PLAIN', 'XOAUTH2'],
    ],
    [['auth plain cram-md5'], ['PLAIN', 'CRAM-MD5']],
    [['AUTH  PLAIN  '], ['PLAIN']],
    [['AUTH'], []],
    [['AUTHX PLAIN', 'SIZE 1', 'XAUTH LOGIN'], []],
    [[], []],
  ])('of %j are %j', (extensions, mechanisms) => {
    expect(parseMechanisms(extensions)).toEqual(mechanisms);
  });
});

describe('hasExtension', () => {
  it.each([
    [['STARTTLS'], true],
    [['SIZE 1', 'starttls'], true],
    [['STARTTLS now'], true],
    [['XSTARTTLS'], false],
    [['STARTTLSX'], false],
    [['X STARTTLS'], false],
    [[], false],
  ])('STARTTLS in %j: %s', (extensions, expected) => {
    expect(hasExtension(extensions, 'STARTTLS')).toBe(expected);
  });
});
