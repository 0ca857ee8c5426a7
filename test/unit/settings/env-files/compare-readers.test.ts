import { describe, expect, it } from 'vitest';
import type { ReaderName } from '../../../../src/report/env-readers.js';
import { compareReaders } from '../../../../src/settings/env-files/compare-readers.js';
import { READERS } from '../../../../src/settings/readers/index.js';
import { revealed } from '../../../helpers/revealed.js';

/** Compares the last assignment of the file's variable. */
function compare(text: string, reader: ReaderName, env: Record<string, string> = {}) {
  const variable = text.startsWith('SMTP_URI') ? 'SMTP_URI' : 'SMTP_SENDER';
  const lookup = (name: string) => env[name];
  const find = (name: ReaderName) => {
    const reading = READERS[name].read(text, lookup);
    return reading.ok ? reading.assignments.findLast((a) => a.name === variable) : undefined;
  };
  const assignment = find(reader) ?? find('compose') ?? find('dotenv');
  if (!assignment) throw new Error('nobody sees an assignment');
  return compareReaders({ text, variable, assignment, reader, lookup });
}

const rows = (text: string, reader: ReaderName = 'dotenv', env = {}) => {
  const { readers, common } = compare(text, reader, env) ?? { readers: [], common: undefined };
  const table = Object.fromEntries(
    readers.map(({ reader, value, problem }) => [reader, { value, problem }]),
  );
  return revealed({ ...table, common });
};

describe('readers that agree', () => {
  it.each([
    'SMTP_SENDER=a@b.example',
    "SMTP_SENDER='a@b.example'",
    'SMTP_SENDER="a@b.example"',
    'SMTP_SENDER= a@b.example ',
    'SMTP_SENDER=a#b@c.example',
    `SMTP_SENDER='"Tail # chat $x" <a@b.example>'`,
    'SMTP_SENDER=Tailchat <a@b.example>',
    '\ufeffSMTP_SENDER=a@b.example',
    'SMTP_SENDER=a@b.example\r\nX=1\r\n',
    'SMTP_SENDER=',
  ])('bring nothing for %j', (text) => {
    expect(compare(text, 'dotenv')).toBeUndefined();
    expect(compare(text, 'compose')).toBeUndefined();
  });
});

describe('readers that disagree', () => {
  it('on a dollar sign', () => {
    expect(rows('SMTP_SENDER=p$word@b.example', 'compose')).toEqual({
      dotenv: { value: 'p$word@b.example', problem: null },
      compose: { value: 'p@b.example', problem: 'dollar-replaced' },
      docker: { value: 'p$word@b.example', problem: null },
      common: 'p$word@b.example',
    });
  });

  it.each([
    [`SMTP_SENDER='Tailchat <a@b.example>`, `'Tailchat <a@b.example>`, 'Tailchat <a@b.example>'],
    ['SMTP_SENDER="Tailchat <a@b.example>', '"Tailchat <a@b.example>', 'Tailchat <a@b.example>'],
    [`SMTP_SENDER='Tailchat' <a@b.example>`, `'Tailchat' <a@b.example>`, 'Tailchat <a@b.example>'],
  ])(
    'on a mark that does not stand around the value, which no line keeps: %s',
    (text, value, common) => {
      expect(rows(text)).toEqual({
        dotenv: { value, problem: 'quotes-kept' },
        compose: { value: undefined, problem: 'file-refused' },
        docker: { value, problem: 'quotes-kept' },
        common,
      });
    },
  );

  it.each([
    ['SMTP_URI=smtps://a:b$c@d.example"', 'smtps://a:b$c@d.example'],
    ["SMTP_URI=smtps://a:b$c@d.example' # note", 'smtps://a:b$c@d.example'],
    ['SMTP_URI="smtps://a:b$c@d.example', 'smtps://a:b$c@d.example'],
    ['SMTP_SENDER=Tail"chat <a@b.example> # note', 'Tail chat <a@b.example>'],
    ['SMTP_SENDER=Tailchat <a@b.example>" # note', 'Tailchat <a@b.example>'],
  ])('on a stray mark, which nobody meant, wherever it stands: %s', (text, meant) => {
    const { common, ...readers } = rows(text) as Record<string, { problem: unknown } | string>;
    expect(common).toBe(meant);
    expect(Object.values(readers)).not.toContainEqual(expect.objectContaining({ problem: null }));
    expect(readers.docker).toMatchObject({
      problem: expect.stringMatching(/^(?:quotes|comment)-kept$/),
    });
  });

  it('on marks around a name, which belong to it', () => {
    const text = 'SMTP_SENDER="Tailchat" <a@b.example>';
    expect(rows(text)).toMatchObject({ dotenv: { value: text.slice(12), problem: null } });
  });

  it('on two dollar signs, which mean what the file’s own reader makes of them', () => {
    expect(rows('SMTP_SENDER=p$$w@b.example', 'compose')).toMatchObject({
      dotenv: { value: 'p$$w@b.example', problem: 'dollar-kept' },
      compose: { value: 'p$w@b.example', problem: null },
      common: 'p$w@b.example',
    });
    expect(rows('SMTP_SENDER=p$$w@b.example', 'dotenv')).toMatchObject({
      dotenv: { problem: null },
      compose: { value: 'p$w@b.example', problem: 'dollar-replaced' },
      common: 'p$$w@b.example',
    });
  });

  it('on a variable that is known', () => {
    const text = `HOST=b.example\nSMTP_SENDER=a@\${HOST}`;
    expect(rows(text)).toMatchObject({
      dotenv: { value: `a@\${HOST}`, problem: 'dollar-kept' },
      compose: { value: 'a@b.example', problem: null },
      common: 'a@b.example',
    });
  });

  it('on a comment behind quotes', () => {
    expect(rows('SMTP_SENDER="a@b.example" # note')).toEqual({
      dotenv: { value: '"a@b.example" # note', problem: 'quotes-kept' },
      compose: { value: 'a@b.example', problem: null },
      docker: { value: '"a@b.example" # note', problem: 'quotes-kept' },
      common: 'a@b.example',
    });
  });

  it('on a comment behind a bare value', () => {
    expect(rows('SMTP_SENDER=a@b.example # note')).toMatchObject({
      dotenv: { value: 'a@b.example # note', problem: 'comment-kept' },
      compose: { value: 'a@b.example', problem: null },
      common: 'a@b.example',
    });
  });

  it('on the line of Tailchat’s documentation', () => {
    expect(rows('SMTP_SENDER="\\"Tailchat\\" example@163.com"')).toMatchObject({
      dotenv: { value: '\\"Tailchat\\" example@163.com', problem: 'backslashes-kept' },
      compose: { value: '"Tailchat" example@163.com', problem: null },
      docker: { problem: 'quotes-kept' },
      common: '"Tailchat" example@163.com',
    });
  });

  it('on a line for which Compose refuses the file', () => {
    const text = 'X=1\nSMTP_SENDER="T" x@y.example\n';
    expect(rows(text)).toMatchObject({
      dotenv: { value: '"T" x@y.example', problem: null },
      compose: { value: undefined, problem: 'file-refused' },
      common: '"T" x@y.example',
    });
  });

  it('not because Compose refuses the file for another line', () => {
    expect(compare('bad key=1\nSMTP_SENDER=a@b.example', 'dotenv')).toBeUndefined();
  });

  it.each(['export SMTP_SENDER=a@b.example', 'SMTP_SENDER: a@b.example'])(
    'on %j, which dotenv does not take for a setting',
    (text) => {
      expect(rows(text)).toMatchObject({
        dotenv: { value: undefined, problem: 'not-set' },
        compose: { value: 'a@b.example', problem: null },
        common: 'a@b.example',
      });
    },
  );

  it('on an escape', () => {
    expect(rows('SMTP_SENDER="a\\tb <a@b.example>"', 'compose')).toMatchObject({
      dotenv: { value: 'a\\tb <a@b.example>', problem: 'backslashes-kept' },
      compose: { value: 'a\tb <a@b.example>', problem: null },
    });
  });

  it('on quotes only where Docker is the reader', () => {
    const text = 'SMTP_SENDER="a@b.example"';
    expect(compare(text, 'compose')).toBeUndefined();
    expect(rows(text, 'docker')).toMatchObject({
      docker: { value: '"a@b.example"', problem: 'quotes-kept' },
    });
  });
});
