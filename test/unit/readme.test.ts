import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Options } from 'yargs';
import { yargsOptions } from '../../src/commands/smtp/options.js';
import { ExitCode } from '../../src/exit-codes.js';
import { commandLineTexts } from '../../src/language/index.js';
import { PROVIDERS } from '../../src/providers/index.js';
import { CAUSES } from '../../src/report/causes.js';
import { WARNING_CODES } from '../../src/report/warning-infos.js';

const ROOT = new URL('../../', import.meta.url);
const SETUP_COMMANDS = [
  'npm ci && npm run build && npm link',
  'npm ci && npm run demo',
  'npm ci && npm test',
];

it('compares with as many causes and providers as there are, by the ten', () => {
  expect(readText('docs/comparison.md')).toContain(
    `over ${byTheTen(Object.keys(CAUSES))} causes, over ${byTheTen(PROVIDERS)} providers`,
  );
});

it.each(['docs/reference.md', 'docs/reference.zh-CN.md'])(
  '%s has a row for each warning',
  (file) => {
    const rows = readText(file).matchAll(/^\| `([a-z0-9-]+)` \| .+ \|$/gm);
    const codes = [...rows].map(([, code]) => code);
    expect(codes).toEqual(expect.arrayContaining([...WARNING_CODES]));
  },
);

function byTheTen(list: readonly unknown[]): number {
  return Math.floor((list.length - 1) / 10) * 10;
}

const english = readDocument('README.md');
const chinese = readDocument('README.zh-CN.md');
const reference = readDocument('docs/reference.md');
const chineseReference = readDocument('docs/reference.zh-CN.md');

/** A person at midnight reads no more. */
const LONGEST_README = 150;
const texts = commandLineTexts('en');

/** The options that `verify` and `test` share, and what one of them has beyond. */
const SHARED = Object.fromEntries(
  Object.entries(yargsOptions('verify', texts)).filter(
    ([name]) => name in yargsOptions('test', texts),
  ),
);
function beyondShared(command: 'verify' | 'test'): Record<string, Options> {
  const all = Object.entries(yargsOptions(command, texts));
  return Object.fromEntries(all.filter(([name]) => !(name in SHARED)));
}

describe.each([reference, chineseReference])('$name', (document) => {
  it('lists exactly the exit codes of the program', () => {
    const codes = column(tableOf(document, 'exit codes'), 0).map(Number);

    expect(codes).toEqual(Object.values(ExitCode));
  });

  it('lists exactly the causes of the program', () => {
    const causes = column(tableOf(document, 'causes'), 1).flatMap(codeSpans);

    expect(causes).toEqual(Object.keys(CAUSES));
  });

  it('has exactly the shared options in the table of options', () => {
    const named = column(tableOf(document, 'options'), 0).flatMap(optionsIn);

    expect(named.toSorted()).toEqual(optionNames(SHARED).toSorted());
  });

  it.each([
    ['verify', optionNames(beyondShared('verify'))],
    ['test', optionNames(beyondShared('test'))],
    ['explain', optionNames(yargsOptions('explain', texts))],
    ['domain', optionNames(yargsOptions('domain', texts))],
    ['providers', optionNames(yargsOptions('providers', texts))],
  ])('names exactly the options of %s alone', (command, expected) => {
    const lines = document.prose.filter((text) => text.includes(`\`${command}\``));
    const named = lines.map((line) => optionsIn(line).toSorted());

    expect(named).toContainEqual(expected.toSorted());
  });

  it('speaks of no option that does not exist', () => {
    const known = [yargsOptions('verify', texts), yargsOptions('test', texts)];
    const examples = [document, english].flatMap(({ blocks }) =>
      blocks.flatMap((block) => block.match(/smtp (verify|test) .*/g) ?? []),
    );
    const named = [...tableOf(document, 'options').flat(), ...examples].flatMap(optionsIn);

    expect(examples.length).toBeGreaterThan(0);
    expect(known.flatMap(optionNames)).toEqual(expect.arrayContaining(named));
  });

  it('says how many providers are known, by the ten, as the data has them', () => {
    const [, over, more] =
      /over (\d+)\s+providers and mail servers|已知 (\d+) 多家服务商和邮件服务器/.exec(
        document.text,
      ) ?? [];

    expect(Number(over ?? more)).toBe(byTheTen(PROVIDERS));
  });
});

describe.each([english, chinese])('$name', (document) => {
  it('is short', () => {
    expect(document.text.split('\n').length).toBeLessThanOrEqual(LONGEST_README);
  });

  it.each(SETUP_COMMANDS)('has the set-up command: %s', (command) => {
    const lines = document.blocks.flatMap((block) => withoutComments(block).split('\n'));

    expect(lines).toContain(command);
  });

  it('has set-up commands whose scripts exist', () => {
    const { scripts } = JSON.parse(readText('package.json'));

    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['build', 'demo', 'test']));
  });

  it('links only to local files that exist', () => {
    const targets = [...document.text.matchAll(/\]\(([^)\s]+)\)/g)].map(
      ([, target = '']) => target,
    );
    const local = targets.filter((target) => !/^(https?:|#)/.test(target));

    expect(local).toContain('docs/images/verify.svg');
    expect(local.filter((target) => !existsSync(new URL(target, ROOT)))).toEqual([]);
  });
});

describe.each([
  [english, chinese],
  [reference, chineseReference],
])('$name in both languages', (english, chinese) => {
  it('link to each other', () => {
    expect(english.text).toMatch(/\[简体中文\]\(\w+\.zh-CN\.md\)/);
    expect(chinese.text).toMatch(/\[English\]\(\w+\.md\)/);
  });

  it('have the same levels of headings in the same order', () => {
    expect(chinese.headings.map(levelOf)).toEqual(english.headings.map(levelOf));
  });

  it('have the same code blocks, but for the comments', () => {
    expect(chinese.blocks.map(withoutComments)).toEqual(english.blocks.map(withoutComments));
  });

  it('have tables with the same first columns, but for the words', () => {
    const firstColumns = ({ tables }: Document) =>
      tables.map((table) => column(table, 0).map(untranslated));

    expect(firstColumns(chinese)).toEqual(firstColumns(english));
  });

  it('name the same code in every row of every table', () => {
    const rows = ({ tables }: Document) =>
      tables.map((table) => table.map((row) => row.flatMap(codeSpans).toSorted()));

    expect(rows(chinese)).toEqual(rows(english));
  });
});

it('the changelog has a section for what is not released yet', () => {
  expect(readText('CHANGELOG.md')).toMatch(/^## Unreleased$/m);
});

/** A table's rows of cells: the header first, without the line of dashes. */
type Table = string[][];

interface Document {
  name: string;
  text: string;
  headings: string[];
  /** The insides of the code blocks. */
  blocks: string[];
  /** The lines outside code blocks and tables. */
  prose: string[];
  tables: Table[];
}

function readText(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, ROOT)), 'utf8');
}

function readDocument(name: string): Document {
  const text = readText(name);
  const blocks = [...text.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, inside = '']) => inside);
  const lines = text.replaceAll(/^```\w*\n.*?^```$/gms, '').split('\n');
  const tables: Table[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('|')) continue;
    if (!lines[index - 1]?.startsWith('|')) tables.push([]);
    if (!/^[|-]+$/.test(line)) tables.at(-1)?.push(cellsOf(line));
  }
  const prose = lines.filter((line) => !line.startsWith('|'));
  const headings = prose.filter((line) => /^#+ /.test(line));
  return { name, text, headings, blocks, prose, tables };
}

/** The cells of a row; `\|` is a bar within a cell. */
function cellsOf(line: string): string[] {
  const cells = line.split(/(?<!\\)\|/).slice(1, -1);
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** The tables are in this order in every language. */
function tableOf({ tables }: Document, about: 'options' | 'exit codes' | 'causes'): Table {
  return tables[['options', 'exit codes', 'causes'].indexOf(about)] ?? [];
}

/** A column without its header. */
function column(table: Table, index: number): string[] {
  return table.slice(1).map((row) => row[index] ?? '');
}

function codeSpans(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** The options named in code: `--from`, `-i`. */
function optionsIn(text: string): string[] {
  const spans = text.includes('`') ? codeSpans(text) : [text];
  return spans.flatMap((span) => span.match(/(?<![^\s])(--[a-z][a-z-]*|-[a-z])(?![\w-])/g) ?? []);
}

/** What yargs takes for these options, short names and other names too. */
function optionNames(options: Record<string, Options>): string[] {
  const names = Object.entries(options).flatMap(([name, { alias = [] }]) => [name, alias].flat(2));
  return names.map((name) => (name.length === 1 ? `-${name}` : `--${name}`));
}

/** What stays as it is in every language: code and numbers. */
function untranslated(cell: string): string[] {
  return /^\d+$/.test(cell) ? [cell] : codeSpans(cell);
}

function levelOf(heading: string): number {
  return heading.indexOf(' ');
}

function withoutComments(block: string): string {
  return block.replaceAll(/(^|\s+)#\s.*$/gm, '');
}
