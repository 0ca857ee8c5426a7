import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReaderName } from '../../../src/report/env-readers.js';
import { parseSender } from '../../../src/settings/addresses/mail-address.js';
import { READERS } from '../../../src/settings/readers/index.js';

/** The columns of the table in the documentation. */
const COLUMNS: readonly (readonly ReaderName[])[] = [
  ['dotenv'],
  ['compose'],
  ['compose1'],
  ['docker', 'podman', 'kubectl'],
  ['systemd'],
  ['node'],
  ['bash', 'zsh'],
];

const WORDS = {
  en: ['as meant', 'another name', 'another address', 'no address', 'nothing', 'refuses the file'],
  'zh-CN': ['正确', '名称不对', '地址不对', '没有地址', '读不到', '拒绝整个文件'],
} as const;

function seenBy(reader: ReaderName, form: string): number {
  const reading = READERS[reader].read(`SMTP_SENDER=${form}\n`, () => undefined);
  if (!reading.ok) return 5;
  const value = reading.assignments.findLast(({ name }) => name === 'SMTP_SENDER')?.value;
  if (value === undefined) return 4;
  const sender = parseSender(value);
  if (!sender.ok) return 3;
  const { name, address } = sender.mailbox;
  if (address !== 'a@x.org') return 2;
  return name === (form.includes('Tailchat') ? 'Tailchat' : '') ? 0 : 1;
}

// Tailchat's own documents have the third and the fourth; who reads what in them is asked of the readers.
describe.each([
  ['en', 'docs/reference.md'],
  ['zh-CN', 'docs/reference.zh-CN.md'],
] as const)('the table of forms of SMTP_SENDER (%s)', (language, file) => {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `SMTP_SENDER='))
    .map((line) => line.slice(2, -2).split(' | '));

  it('has the forms that people write', () => {
    expect(rows.map(([form]) => form)).toEqual(
      [
        'a@x.org',
        'Tailchat <a@x.org>',
        '"Tailchat" a@x.org',
        '"\\"Tailchat\\" a@x.org"',
        '\'"Tailchat" a@x.org\'',
        "'Tailchat <a@x.org>'",
      ].map((form) => `\`SMTP_SENDER=${form}\``),
    );
  });

  it('says what each reader sees', () => {
    for (const [form = '', ...cells] of rows) {
      const written = form.replace(/^`SMTP_SENDER=|`$/g, '');
      const seen = COLUMNS.map((readers) => {
        const all = new Set(readers.map((reader) => WORDS[language][seenBy(reader, written)]));
        expect(all.size).toBe(1);
        return [...all][0];
      });
      expect(cells.map((cell) => cell.trim())).toEqual(seen);
    }
  });
});
