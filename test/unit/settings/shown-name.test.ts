import { describe, expect, it } from 'vitest';
import { shownName } from '../../../src/settings/shown-name.js';

const shown = (name: string, isBraced: boolean) => shownName([{ name, isBraced }]);

describe('a name in a value that nothing sets', () => {
  it.each([
    ['MAIL_URI', false],
    ['SMTP_PASSWORD', false],
    ['MAIL_PASS_2', false],
    ['TAILCHAT_SMTP_URI', true],
    ['PASSWORD', true],
    ['SMTPURI', true],
    ['X', true],
    ['FOO', true],
  ])('is shown where its words are those of settings: %s, in braces: %s', (name, isBraced) => {
    expect(shown(name, isBraced)).toBe(name);
  });

  it.each([
    ['HUNTERSECRET', true],
    ['HUNTER_SECRET', true],
    ['HUNTER_SECRET', false],
    ['BLUE_HORSE', false],
    ['SMTP_HORSE', true],
    ['MAIL_PASS_1987', true],
    ['CORRECTHORSE', true],
    ['Hunter', true],
    ['hunter', true],
    ['PASSWORD', false],
    ['X', false],
    ['A1_B2', false],
    ['', true],
    ['_', true],
    ['SMTP__', true],
  ])('is hidden where it may be of a password: %s, in braces: %s', (name, isBraced) => {
    expect(shown(name, isBraced)).toBeUndefined();
  });

  it('is the first that may be shown', () => {
    const names = ['HORSE_STAPLE', 'MAIL_USER', 'MAIL_PASS'];
    expect(shownName(names.map((name) => ({ name, isBraced: true })))).toBe('MAIL_USER');
  });
});
