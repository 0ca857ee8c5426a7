import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { formatEnvLine } from '../../../src/settings/env-line.js';

describe('formatEnvLine', () => {
  it('uses single quotes, which every reader reads alike', () => {
    expect(formatEnvLine('SMTP_SENDER', '"T" <x@y.org>')).toBe(`SMTP_SENDER='"T" <x@y.org>'`);
  });

  it('uses double quotes around a single one', () => {
    expect(formatEnvLine('SMTP_SENDER', "O'Neil <x@y.org>")).toBe(
      `SMTP_SENDER="O'Neil <x@y.org>"`,
    );
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
    '${HOME}',
    '`x`',
    'a\\nb',
    'a=b',
    "it's",
    "'a'",
    "a #'b",
    '密码',
  ])('is read by dotenv as %j again', (value) => {
    expect(parse(formatEnvLine('SMTP_URI', value))).toEqual({ SMTP_URI: value });
  });

  // No spelling of these is read alike by dotenv 10 and Compose: the single quote is given up.
  it.each([`"O'Neil" <x@y.org>`, "a'$b", "a'\\b"])('never ends %j early', (value) => {
    const line = formatEnvLine('SMTP_SENDER', value);
    expect(line.slice("SMTP_SENDER='".length, -1)).not.toContain("'");
    expect(parse(line)).toEqual({ SMTP_SENDER: value.replaceAll("'", '') });
  });
});
