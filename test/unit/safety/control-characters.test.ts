import { describe, expect, it } from 'vitest';
import { hasControls, stripControls, stripToLine } from '../../../src/safety/control-characters.js';

const GONE = '\ufffd';

describe('stripControls', () => {
  it.each([
    ['a colour', '\x1b[31mred\x1b[0m', `${GONE}[31mred${GONE}[0m`],
    ['the window title', '\x1b]0;x\x07', `${GONE}]0;x${GONE}`],
    ['the clipboard', '\x1b]52;c;eA==\x1b\\', `${GONE}]52;c;eA==${GONE}\\`],
    ['CSI in one character', 'a\x9b31mb', `a${GONE}31mb`],
    ['a backspace', 'a\bb', `a${GONE}b`],
    ['NUL', 'a\0b', `a${GONE}b`],
    ['DEL', 'a\x7fb', `a${GONE}b`],
    ['a line separator', 'a\u2028b\u2029c', `a${GONE}b${GONE}c`],
    ['text from right to left', 'a\u202egpj.exe\u202c', `a${GONE}gpj.exe${GONE}`],
    ['isolates', '\u2066a\u2069', `${GONE}a${GONE}`],
    ['marks of direction', '\u200ea\u200f\u061c', `${GONE}a${GONE}${GONE}`],
    ['a byte-order mark', '\ufeffa', `${GONE}a`],
    ['a form feed', 'a\fb\vc', `a${GONE}b${GONE}c`],
  ])('takes out %s', (_what, text, expected) => {
    expect(stripControls(text)).toBe(expected);
  });

  it('makes every line break \\n, and every tab a space', () => {
    expect(stripControls('a\r\nb\rc\nd\te')).toBe('a\nb\nc\nd e');
  });

  it('leaves text alone', () => {
    const text = ' Grüße, 你好 👋 é — „x“ \u00a0\n';
    expect(stripControls(text)).toBe(text);
  });

  it('leaves nothing of all control characters', () => {
    const codes = [...Array(0x20).keys(), ...Array.from({ length: 33 }, (_, i) => 0x7f + i)];
    const text = stripControls(codes.map((code) => String.fromCharCode(code)).join(''));
    expect(text.replaceAll(GONE, '').replace(/[ \n]/g, '')).toBe('');
  });
});

describe('stripToLine', () => {
  it.each([
    ['a\nb', 'a b'],
    ['a \r\n\r\n  b', 'a b'],
    ['\n a \n', 'a'],
    ['a  b', 'a  b'],
    ['a\u2028b', `a${GONE}b`],
    ['\x1b[2Ja\nb', `${GONE}[2Ja b`],
    ['', ''],
  ])('makes one line of %j', (text, line) => {
    expect(stripToLine(text)).toBe(line);
  });
});

describe('hasControls', () => {
  it.each(['\n', '\r', '\0', '\t', '\x7f', '\x85', '\u2028', '\u2029'])('finds %j', (char) => {
    expect(hasControls(`a${char}b`)).toBe(true);
  });

  it('lets other text pass, however often it is asked', () => {
    for (let count = 0; count < 3; count += 1) {
      expect(hasControls('Hello, 世界 👋 "x" <y>')).toBe(false);
      expect(hasControls('a\nb')).toBe(true);
    }
  });
});

// What a server says may be a quarter of a megabyte long.
describe('time', () => {
  it.each([' ', '\t', '\n', '\r', ' \n', '\x1b', 'a', 'a '])('is short for 60 kB of %j', (part) => {
    const text = `x${part.repeat(60_000 / part.length)}x`;
    const start = performance.now();
    stripControls(text);
    stripToLine(text);
    hasControls(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
