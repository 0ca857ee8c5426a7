import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { hang } from '../../../src/output/wrap.js';

const CLOSING = '，。、；：？！）】》」』”’…';
const OPENING = '（【《「『“‘';

describe('a text behind its mark', () => {
  it('goes on under itself', () => {
    expect(hang('1. ', 'aaaa bbbb cccc dddd', 13)).toBe('1. aaaa bbbb\n   cccc dddd');
  });

  it('stays on one line where there is no width', () => {
    expect(hang('- ', 'a b '.repeat(100), Number.POSITIVE_INFINITY)).not.toContain('\n');
  });

  it.each([
    // Between any two characters, not at blanks alone.
    ['与 --in 一起用：在本机也检查一遍', 16, '与 --in 一起用：\n在本机也检查一遍'],
    // A stop does not begin a line.
    ['检查发信服务，不发邮件', 12, '检查发信服\n务，不发邮件'],
    // An opening bracket does not end one.
    ['检查发信服（不发邮件）', 12, '检查发信服\n（不发邮件）'],
    // A name stays whole.
    ['请检查 docker-compose.env 里', 20, '请检查\ndocker-compose.env\n里'],
    // So does one that no line has room for: who copies it gets no line break with it.
    ['见 smtps://mail.example.org:465', 12, '见\nsmtps://mail.example.org:465'],
    ['“SMTP_URI”无效', 10, '“SMTP_URI”\n无效'],
  ])('%s, in %i columns', (text, width, wrapped) => {
    expect(hang('', text, width)).toBe(wrapped);
  });

  it('keeps its colours', () => {
    expect(hang('', '\x1b[31m检查发信服务\x1b[39m，不发', 12)).toBe(
      '\x1b[31m检查发信服\n务\x1b[39m，不发',
    );
  });

  it('is wider than the width only in one long word, loses nothing, and breaks where Chinese may be broken', () => {
    const part = fc.constantFrom(
      '检查',
      '邮',
      '，',
      '。',
      '（',
      '）',
      '“',
      '”',
      ' ',
      'SMTP_URI',
      'a@b.cn',
    );
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 20, max: 60 }),
        (parts, width) => {
          const text = `检${parts.join('').replace(/([，。（）“”])[，。（）“” ]+/gu, '$1')}`;
          const lines = hang('', text, width).split('\n');
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          for (const [index, line] of lines.entries()) {
            const isWord = /^[（“]*[!-~]+[，。）”]*$/u.test(line);
            expect(isWord || stringWidth(line) <= width, line).toBe(true);
            if (index > 0) expect(CLOSING).not.toContain(line[0]);
            if (index < lines.length - 1) expect(OPENING).not.toContain(line.at(-1));
          }
        },
      ),
    );
  });

  it('leaves no character or two alone on the last line', () => {
    const part = fc.constantFrom('检查', '邮', '件，', '（是）', ' ', 'SMTP_URI', 'a@b.cn');
    const FEW = 8;
    const ROOM = 40;
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: ROOM, max: 80 }),
        (parts, width) => {
          const lines = hang('', `检${parts.join('')}。`, width).split('\n');
          const last = stringWidth(lines.at(-1) ?? '');
          expect(lines.length === 1 || last >= FEW, lines.join('\n')).toBe(true);
        },
      ),
    );
  });
});
