import fc from 'fast-check';

const PIECES = [
  ...['SMTP_URI=', 'SMTP_SENDER=', 'FOO=x\n', '=', ' = ', ': ', ' ', '\t', '\n', '\n', '\r\n'],
  ...['"', "'", '`', '#', ' #', '\\', '\\n', '\\"', "\\'", '\\\n', '$', '$FOO', '$word'],
  ...[`\${FOO}`, `\${NO:-d}`, 'a', 'b c', 'smtps://u:p@h.c:465/?a=b', 'Tailchat <a@b.c>'],
  ...[
    '"Tailchat" a@b.c',
    'export ',
    '\u4e2d',
    '\u00a0',
    '\ufeff',
    '&',
    ';',
    '%40',
    '@',
    '""',
    "''",
  ],
];

/** Files that begin with one of the two variables, put together of what readers take differently. */
const file = fc
  .tuple(
    fc.constantFrom('', '', 'FOO=foo\n', '# x\n', '\ufeff', '\n'),
    fc.constantFrom('SMTP_URI=', 'SMTP_SENDER=', 'export SMTP_URI=', 'SMTP_URI = '),
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 9 }),
  )
  .map(([before, name, pieces]) => before + name + pieces.join(''));

/** The same files in every run, for a failure to be seen again. */
export function generatedFiles(count: number): string[] {
  return fc.sample(file, { numRuns: count, seed: 17 });
}
