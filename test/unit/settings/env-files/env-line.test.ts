import { parse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READER_NAMES } from '../../../../src/report/env-readers.js';
import { parseSender } from '../../../../src/settings/addresses/mail-address.js';
import { formatEnvLine, holdersOf } from '../../../../src/settings/env-files/env-line.js';
import { portableValue } from '../../../../src/settings/env-files/portable-value.js';
import { READERS } from '../../../../src/settings/readers/index.js';
import { readAsServer } from '../../../../src/settings/uri/server-reading.js';

const ALL = [...READER_NAMES];
const SHELLS = ['bash', 'dash', 'zsh'];
const KEEPS_QUOTES = ['docker', 'podman', 'kubectl'];
const without = (names: string[]) => ALL.filter((name) => !names.includes(name));

describe('formatEnvLine', () => {
  it.each([
    ['SMTP_SENDER', 'x@y.org', 'SMTP_SENDER=x@y.org'],
    ['SMTP_SENDER', '"T" <x@y.org>', 'SMTP_SENDER=T <x@y.org>'],
    ['SMTP_SENDER', '"T" x@y.org', 'SMTP_SENDER=T <x@y.org>'],
    ['SMTP_SENDER', '\u5bc6 T <x@y.org>', 'SMTP_SENDER=\u5bc6 T <x@y.org>'],
    [
      'SMTP_URI',
      'smtps://u%40x:p%23@h:465/?pool=true',
      'SMTP_URI=smtps://u%40x:p%23@h:465/?pool=true',
    ],
    ['SMTP_URI', "smtp://u:it's $1@h", 'SMTP_URI=smtp://u:it%27s%20%241@h'],
    ['SMTP_URI', 'smtps://[::1]:465', 'SMTP_URI=smtps://[::1]:465'],
    ['SMTP_URI', 'smtps://me:***@h', 'SMTP_URI=smtps://me:***@h'],
  ] as const)(
    'writes %s %j bare, which all readers but shells read alike',
    (variable, value, line) => {
      expect(formatEnvLine(variable, value)).toBe(line);
      expect(holdersOf(line)).toEqual(/[ <&]/.test(line) ? without(SHELLS) : ALL);
    },
  );

  it.each([
    ['"a, b" <x@y.org>', `SMTP_SENDER='"a, b" <x@y.org>'`],
    ['"a # b" <x@y.org>', `SMTP_SENDER='a # b <x@y.org>'`],
  ])('puts quotes around %j, and tells for whom that holds', (value, line) => {
    expect(formatEnvLine('SMTP_SENDER', value)).toBe(line);
    expect(holdersOf(line)).toEqual(without(KEEPS_QUOTES));
    expect(formatEnvLine('SMTP_SENDER', value, 'docker')).not.toMatch(/='/);
  });

  it('uses double quotes around a single one', () => {
    expect(formatEnvLine('SMTP_SENDER', "O'Neil # x <x@y.org>")).toBe(
      `SMTP_SENDER="O'Neil # x <x@y.org>"`,
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
    '\\"T\\" x@y.org',
    'p$word',
    `\${HOME}`,
    '`x`',
    'a\\nb',
    'a=b',
    "it's",
    "'a'",
    "a #'b",
    '\u5bc6\u7801',
  ])('is read by dotenv as %j again', (value) => {
    expect(parse(formatEnvLine('SMTP_SENDER', value, 'dotenv'))).toEqual({ SMTP_SENDER: value });
  });

  // No spelling of these is read alike by dotenv 10 and Compose: the file's own reader counts.
  it.each(["a'$b <x@y.org>", "a'\\b <x@y.org>"])('is read by its own reader as %j', (value) => {
    for (const reader of ALL) {
      const reading = READERS[reader].read(
        formatEnvLine('SMTP_SENDER', value, reader),
        () => undefined,
      );
      expect(reading.ok && reading.assignments[0]?.value).toBe(value);
    }
  });

  it('is read back by the reader that it is for, whatever the value, or says less than it', () => {
    const sign = fc.constantFrom(...'ab1 #$\'"`\\@<>=:%;|&()~!,.\u5bc6');
    fc.assert(
      fc.property(
        fc.string({ unit: sign, maxLength: 20 }),
        fc.constantFrom(...ALL),
        fc.constantFrom('SMTP_URI', 'SMTP_SENDER'),
        (text, reader, variable) => {
          const value =
            variable === 'SMTP_URI' ? `smtp://u:${text.replaceAll(/[#@/?\\]/g, '')}@h` : text;
          const line = formatEnvLine(variable, value, reader);
          const reading = READERS[reader].read(line, () => undefined);
          expect(holdersOf(line, reader)).toContain(reader);
          if (variable === 'SMTP_SENDER' || !reading.ok) return;
          expect(line).toBe(`SMTP_URI=${portableValue('SMTP_URI', value)}`);
          expect(holdersOf(line)).toEqual(ALL);
        },
      ),
    );
  });
});

describe('portableValue', () => {
  it('means the same to the server', () => {
    const sign = fc.constantFrom(...'ab1 $\'"`%2:;|&()~!,.\u5bc6');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 16 }), (password) => {
        const uri = `smtps://me:${password}@smtp.x.org:465/?pool=true&name=a`;
        expect(readAsServer(portableValue('SMTP_URI', uri))).toEqual(readAsServer(uri));
      }),
    );
    const name = fc.string({ unit: fc.constantFrom(..."aB .,:;()<>@'\u5bc6"), maxLength: 12 });
    fc.assert(
      fc.property(name, (text) => {
        const sender = `"${text}" <x@y.org>`;
        expect(parseSender(portableValue('SMTP_SENDER', sender))).toEqual(parseSender(sender));
      }),
    );
  });
});
