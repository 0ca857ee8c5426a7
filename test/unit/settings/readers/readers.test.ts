import { parse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READERS } from '../../../../src/settings/readers/index.js';
import type { EnvFileReading } from '../../../../src/settings/readers/reader.js';
import cases from '../../../fixtures/env-cases.json' with { type: 'json' };

const NAMES = ['SMTP_URI', 'SMTP_SENDER'] as const;
const nothing = () => undefined;

function valuesOf(reading: EnvFileReading) {
  if (!reading.ok) return 'refused';
  const find = (variable: string) =>
    reading.assignments.findLast(({ name }) => name === variable)?.value ?? null;
  return Object.fromEntries(NAMES.map((name) => [name, find(name)]));
}

describe('recorded readings', () => {
  it.each(cases)('of dotenv 10: $file', ({ file, dotenv }) => {
    expect(valuesOf(READERS.dotenv.read(file, nothing))).toEqual(dotenv);
  });

  it.each(cases)('of Compose: $file', ({ file, compose }) => {
    expect(valuesOf(READERS.compose.read(file, nothing))).toEqual(compose);
  });
});

/** What the value of the one variable of a line is for Compose; `refused` for the whole file. */
function compose(value: string, env: Record<string, string> = {}, above = '') {
  const reading = READERS.compose.read(`${above}K=${value}`, (name) => env[name]);
  return reading.ok ? reading.assignments.findLast(({ name }) => name === 'K')?.value : 'refused';
}

describe('Compose', () => {
  it.each([
    ['', ''],
    ['a', 'a'],
    ['a#b', 'a#b'],
    ['a #b', 'a'],
    ['a\t#b', 'a\t#b'],
    ['  a b  ', 'a b'],
    ['a # b # c', 'a'],
    ["'a #b'", 'a #b'],
    ['"a #b"', 'a #b'],
    ['"a" # note', 'a'],
    ["'a'# note", 'a'],
    ["'$a'", '$a'],
    ["'a\\nb'", 'a\\nb'],
    ["'a\\'b'", "a'b"],
    ["'a\\\\'", 'a\\\\'],
    ['"a\\"b"', 'a"b'],
    ['"a\\\\b"', 'a\\b'],
    ['"a\\\\\\"b"', 'a\\"b'],
    ['"a\\tb\\nc\\rd"', 'a\tb\nc\rd'],
    ['"a\\qb"', 'a\\qb'],
    ['"a\\cb"', 'a\\cb'],
    ['"a\\0101b"', 'aAb'],
    ['"a\\012b"', 'a\\012b'],
    ['"a\\$b"', 'a$b'],
    ['"a\nb"', 'a\nb'],
    ["'a\nb'", 'a\nb'],
    ['a\\nb', 'a\\nb'],
    ['a"b', 'a"b'],
    ["a'b'", "a'b'"],
    ['a=b=c', 'a=b=c'],
    ['p$', 'p$'],
    ['p$1', 'p$1'],
    ['p$-x', 'p$-x'],
    ['p$$w', 'p$w'],
    ['p$$$$w', 'p$$w'],
    ['p$w', 'p'],
    ['p$w@h', 'p@h'],
    [`p\${w}h`, 'ph'],
    [`\${w:-d}`, 'd'],
    [`\${w-d}`, 'd'],
    [`\${w:+d}`, ''],
    [`\${w:-\${v:-e}}f`, 'ef'],
    [`\${w:-a}\${v:-b}c`, 'abc'],
    [`\${w:-a:?b}`, 'a:?b'],
    [`\${w:?gone}`, 'refused'],
    [`\${w?gone}`, 'refused'],
    [`\${`, 'refused'],
    [`\${}`, 'refused'],
    [`\${w`, 'refused'],
    [`\${1}`, 'refused'],
    [`\${w!x}`, 'refused'],
    [`'\${'`, `\${`],
    ['"a', 'refused'],
    ["'a", 'refused'],
    ['"a" b@c', 'refused'],
  ])('reads %j as %j', (written, value) => {
    expect(compose(written)).toBe(value);
  });

  it.each([
    ['p$w', 'pX'],
    [`\${w:-d}`, 'X'],
    [`\${w:+d}`, 'd'],
    [`\${w+d}`, 'd'],
    [`\${w:?gone}`, 'X'],
    ['"$w"', 'X'],
    ["'$w'", '$w'],
  ])('replaces %j with what the environment has: %j', (written, value) => {
    expect(compose(written, { w: 'X' })).toBe(value);
  });

  it('tells an empty value from none', () => {
    const env = { w: '' };
    expect(compose(`\${w:-d}`, env)).toBe('d');
    expect(compose(`\${w-d}`, env)).toBe('');
    expect(compose(`\${w:+d}`, env)).toBe('');
    expect(compose(`\${w+d}`, env)).toBe('d');
    expect(compose(`\${w?gone}`, env)).toBe('');
    expect(compose(`\${w:?gone}`, env)).toBe('refused');
  });

  it('asks the environment first, then the lines above', () => {
    expect(compose('$w', {}, 'w=above\n')).toBe('above');
    expect(compose('$w', { w: 'outside' }, 'w=above\n')).toBe('outside');
  });

  it.each([
    ['export K=a', 'a'],
    ['export\tK=a', 'a'],
    ['K: a', 'a'],
    ['K = a', 'a'],
    ['  K=a', 'a'],
    ['# K=b\nK=a', 'a'],
    ['\n\n  # x\n\nK=a\n', 'a'],
    ['K=b\nK=a', 'a'],
    ['K=\nL=a', ''],
    ['A.B-C[0]=x\nK=a', 'a'],
    ['exportK=b\nK=a', 'a'],
  ])('reads the file %j', (text, value) => {
    const reading = READERS.compose.read(text, nothing);
    expect(reading).toMatchObject({ ok: true });
    expect(reading.ok && reading.assignments.findLast(({ name }) => name === 'K')?.value).toBe(
      value,
    );
  });

  it('takes a name by itself from the environment, or leaves it out', () => {
    expect(
      READERS.compose.read('K\nL=1', (name) => (name === 'K' ? 'out' : undefined)),
    ).toMatchObject({
      assignments: [
        { name: 'K', value: 'out', line: 1 },
        { name: 'L', value: '1', line: 2 },
      ],
    });
    expect(READERS.compose.read('K\nL=1', nothing)).toMatchObject({ assignments: [{ name: 'L' }] });
  });

  it.each([
    ['A=1\nB C=2\n', 2, 'odd-name'],
    ['A=1\n\nB@=2\n', 3, 'odd-name'],
    ['A="x\ny"\nB!=1', 3, 'odd-name'],
    ['A="T" x@y\nB=1', 1, 'bad-name'],
    ['A=1\nB="x\nC=2\nD=3', 2, 'quote-not-closed'],
    [`A=1\nB=\${`, 2, 'bad-interpolation'],
    [`A=1\nB=\${X:?}`, 2, 'required-variable'],
  ])('refuses %j at line %i', (text, line, problem) => {
    expect(READERS.compose.read(text, nothing)).toEqual({ ok: false, line, problem });
  });

  it('counts lines over quotes, comments and Windows line ends', () => {
    const text = '\ufeff# x\r\nA="1\r\n2"\r\n\r\nK=a\r\n';
    expect(READERS.compose.read(text, nothing)).toEqual({
      ok: true,
      assignments: [
        { name: 'A', value: '1\r\n2', line: 2, endLine: 3 },
        { name: 'K', value: 'a', line: 5, endLine: 5 },
      ],
    });
  });
});

describe('Docker', () => {
  it.each([
    ['K="a" # b', '"a" # b'],
    ["K='a'", "'a'"],
    ['K=p$w', 'p$w'],
    ['  K=a ', 'a '],
    ['K==a', '=a'],
    ['K=', ''],
    ['\ufeffK=a\r\n', 'a'],
    ['#K=b\nK=a', 'a'],
  ])('reads %j as it stands', (text, value) => {
    const reading = READERS.docker.read(text, nothing);
    expect(reading).toMatchObject({ ok: true, assignments: [{ name: 'K', value }] });
  });

  it('takes a name by itself from the environment', () => {
    expect(READERS.docker.read('K', () => 'out')).toMatchObject({
      assignments: [{ value: 'out' }],
    });
    expect(READERS.docker.read('K', nothing)).toEqual({ ok: true, assignments: [] });
  });

  it.each([
    ['A=1\nexport K=a', 'odd-name'],
    ['A=1\n=a', 'no-name'],
    ['A=1\nK =a', 'odd-name'],
  ])('refuses %j', (text, problem) => {
    expect(READERS.docker.read(text, nothing)).toEqual({ ok: false, line: 2, problem });
  });
});

const PIECES = [
  ...['SMTP_URI', 'K', '=', ':', ' ', '\t', '#', '"', "'", '`', '\\', '$', '{', '}', 'a', 'p@h'],
  ...[
    '\\n',
    '\\"',
    '$w',
    `\${w}`,
    `\${w:-d}`,
    '$$',
    'export ',
    '\u00a0',
    '密',
    '%23',
    '//',
    '.',
    '-',
  ],
];
const line = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join(''));
const file = fc
  .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([lines, end]) => lines.join(end));

describe('any file', () => {
  it('is for dotenv what dotenv 10 makes of it', () => {
    fc.assert(
      fc.property(file, (text) => {
        const reading = READERS.dotenv.read(text, nothing);
        const assignments = reading.ok ? reading.assignments : [];
        const values = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
        expect(values).toEqual(parse(text));
      }),
      { numRuns: 4000 },
    );
  });

  it('is read or refused by all, within its own lines', () => {
    fc.assert(
      fc.property(fc.oneof(file, fc.string({ unit: 'binary' })), (text) => {
        const last = text.split(/\r\n|\n|\r/).length;
        for (const { read } of Object.values(READERS)) {
          const reading = read(text, nothing);
          const lines = reading.ok
            ? reading.assignments.map(({ endLine }) => endLine)
            : [reading.line];
          for (const number of lines) expect(number).toBeLessThanOrEqual(last);
        }
      }),
      { numRuns: 4000 },
    );
  });

  it.each([
    ['many names', 'A=1\n'.repeat(200_000)],
    ['one long value', `A="${'x\\"'.repeat(300_000)}"`],
    ['many backslashes', `A="${'\\\\'.repeat(300_000)}"`],
    ['open braces', `A=${`\${a:-`.repeat(100_000)}`],
    ['many replacements', `A=${`\${a:-b}`.repeat(100_000)}`],
    ['white space', ' '.repeat(1_000_000)],
  ])('of %s is read in time', (_name, text) => {
    for (const { read } of Object.values(READERS)) {
      const start = performance.now();
      read(text, nothing);
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });
});
