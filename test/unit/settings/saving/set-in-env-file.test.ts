import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReaderName } from '../../../../src/report/env-readers.js';
import { Secret } from '../../../../src/safety/secret.js';
import { READERS } from '../../../../src/settings/readers/index.js';
import {
  type EditedEnvFile,
  setInEnvFile,
} from '../../../../src/settings/saving/set-in-env-file.js';

const URI = 'smtps://me%40x.org:p%23w@smtp.x.org:465/';
const change = { variable: 'SMTP_URI', value: new Secret(URI) } as const;
const LINE = `SMTP_URI=${URI}`;

function edit(text: string | Buffer, reader: ReaderName = 'compose') {
  const content = typeof text === 'string' ? Buffer.from(text) : text;
  return setInEnvFile(content, change, { reader, lookup: () => undefined });
}

const changesOf = (edited: EditedEnvFile | undefined) => ({
  line: edited?.line,
  removed: edited?.removed.map((line) => line.reveal()),
  added: edited?.added.map((line) => line.reveal()),
});

const textOf = (text: string, reader?: ReaderName) => edit(text, reader)?.content.toString();

describe('setting a variable in an env file', () => {
  it.each<[string, string, string]>([
    ['in its place', 'A=1\nSMTP_URI=old\nB=2\n', `A=1\n${LINE}\nB=2\n`],
    ['at the end of the last line', 'A=1\nSMTP_URI=old', `A=1\n${LINE}`],
    ['where it stands without a value', 'SMTP_URI=\nB=2\n', `${LINE}\nB=2\n`],
    ['behind the last line', 'A=1\n', `A=1\n${LINE}`],
    ['behind a last line that is open', 'A=1', `A=1\n${LINE}`],
    ['in an empty file', '', LINE],
    [
      'with the line ends of Windows',
      'A=1\r\nSMTP_URI=old\r\nB=2\r\n',
      `A=1\r\n${LINE}\r\nB=2\r\n`,
    ],
    ['in a file of Windows that has none', 'A=1\r\n', `A=1\r\n${LINE}\r\n`],
    ['where it counts', 'SMTP_URI=a\nSMTP_URI=b\n', `SMTP_URI=a\n${LINE}\n`],
    ['over several lines', 'SMTP_URI="a\nb"\nB=2\n', `${LINE}\nB=2\n`],
    ['behind export', 'export SMTP_URI=old\n', `export ${LINE}\n`],
    ['with its comment kept', 'SMTP_URI=old # of May\n', `# of May\n${LINE}\n`],
    ['with its comment behind quotes kept', 'SMTP_URI="o#d" # é\n', `# é\n${LINE}\n`],
    ['without the end of a password', 'SMTP_URI=smtp://a:b #c@x.org\n', `${LINE}\n`],
  ])('puts it %s', (_, before, after) => {
    expect(textOf(before)?.trimEnd()).toBe(after.trimEnd());
  });

  it('writes no quotes for Docker, which would keep them', () => {
    expect(textOf('SMTP_URI=old\n', 'docker')).toBe(`SMTP_URI=${URI}\n`);
  });

  it('quotes for a shell what stands behind export', () => {
    const value = new Secret('smtp://me:p@smtp.x.org:587/?pool=true&requireTLS=true');
    const use = { reader: 'compose', lookup: () => undefined } as const;
    const before = Buffer.from('export SMTP_URI=old\n');
    const edited = setInEnvFile(before, { variable: 'SMTP_URI', value }, use);
    expect(edited?.content.toString()).toBe(`export SMTP_URI='${value.reveal()}'\n`);
  });

  it('tells the lines that it changes', () => {
    const edited = edit('A=1\nSMTP_URI=old # x\n');
    expect(changesOf(edited)).toEqual({
      line: 3,
      removed: ['SMTP_URI=old # x'],
      added: ['# x', LINE],
    });
    expect(changesOf(edit('A=1\n'))).toEqual({ line: 2, removed: [], added: [LINE] });
  });

  it('keeps bytes that are no UTF-8, and a byte-order mark', () => {
    const before = Buffer.concat([
      Buffer.from('\ufeff# caf'),
      Buffer.from([0xe9, 0xff]),
      Buffer.from('\nSMTP_URI=old\n# \u4e2d\n'),
    ]);
    const after = edit(before, 'dotenv')?.content;
    const [start, end] = [before.indexOf('SMTP_URI'), before.indexOf('\n# \u4e2d')];
    const expected = [before.subarray(0, start), Buffer.from(LINE), before.subarray(end)];
    expect(after).toEqual(Buffer.concat(expected));
  });

  it.each([
    ['the file is refused by its reader', 'SMTP_URI="old\n'],
    ['a later line takes the value on', 'SMTP_URI=old\nB=$SMTP_URI\n'],
  ])('does nothing where %s', (_, before) => {
    expect(edit(before)).toBeUndefined();
  });

  it.each(['dotenv', 'compose', 'docker'] as const)(
    'is read back by %s, and leaves all else alone',
    (reader) => {
      const name = fc.constantFrom('A', 'B', 'SMTP_SENDER', 'SMTP_URI', 'export C');
      const value = fc.string({ unit: fc.constantFrom(...'ab=:#$ \'"\\\r\n\té中') });
      const line = fc.oneof(
        fc.tuple(name, value).map(([left, right]) => `${left}=${right}`),
        value.map((text) => `# ${text}`),
      );
      fc.assert(
        fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
          const before = lines.join('\n');
          const edited = edit(before, reader);
          if (!edited) return;
          const read = (text: string) => {
            const reading = READERS[reader].read(text, () => undefined);
            return reading.ok ? reading.assignments : [];
          };
          const after = read(edited.content.toString());
          expect(after.findLast(({ name }) => name === 'SMTP_URI')?.value).toBe(URI);
          const others = (list: ReturnType<typeof read>) =>
            list.filter(({ name }) => name !== 'SMTP_URI').map(({ name, value }) => [name, value]);
          expect(others(after)).toEqual(others(read(before)));
        }),
        { numRuns: 500 },
      );
    },
  );
});
