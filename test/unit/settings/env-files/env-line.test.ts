import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { formatEnvLine } from '../../../../src/settings/env-files/env-line.js';

describe('formatEnvLine', () => {
  it('uses single quotes, which every reader reads alike', () => {
    expect(formatEnvLine('SMTP_SENDER', '"T" <x@y.org>')).toBe(`SMTP_SENDER='"T" <x@y.org>'`);
  });

  it('uses double quotes around a single one', () => {
    expect(formatEnvLine('SMTP_SENDER', "O'Neil <x@y.org>")).toBe(`SMTP_SENDER="O'Neil <x@y.org>"`);
  });

  it.each([
    'a',
    '',
    'a b',
    ' a ',
    'a#b',
    'a #b',
    'a"b',
    '"a"',
    '"T" x@y.org',
    '\\"T\\" x@y.org',
    'p$word',
    `\${HOME}`,
    '`x`',
    'a\\nb',
    'a=b',
    "it's",
    "'a'",
    "a #'b",
    '密码',
  ])('is read by dotenv as %j again', (value) => {
    expect(parse(formatEnvLine('SMTP_SENDER', value))).toEqual({ SMTP_SENDER: value });
  });

  it('writes a single quote of a URI percent-encoded', () => {
    expect(formatEnvLine('SMTP_URI', "smtp://u:it's@h")).toBe("SMTP_URI='smtp://u:it%27s@h'");
  });

  // No spelling of these is read alike by dotenv 10 and Compose: what double quotes would change is
  // given up, and the apostrophe of a name kept.
  it.each([
    [`"O'Neil" <x@y.org>`, "O'Neil <x@y.org>"],
    ["a'$b <x@y.org>", "a'b <x@y.org>"],
    ["a'\\b <x@y.org>", "a'b <x@y.org>"],
  ])('keeps the apostrophe of %j', (value, read) => {
    expect(parse(formatEnvLine('SMTP_SENDER', value))).toEqual({ SMTP_SENDER: read });
  });
});
