import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoggedFailure } from '../../../../src/explain/draft.js';
import { FailureFinder } from '../../../../src/explain/failure-finder.js';
import { PATTERNS } from '../../../../src/explain/patterns/known-errors.js';
import { readLog } from '../../../../src/explain/reading/read-log.js';
import { explain } from '../../../../src/index.js';
import { corpusLog, pastedLines, serverLogLines } from '../../../helpers/log-texts.js';
import { FRAME, usual } from '../../../helpers/server-log.js';

const NEVER = Number.POSITIVE_INFINITY;
/** The corpus is read many times, twice each. */
const PATIENCE = { timeout: 180_000 };

/** What is found in a log, and how many lines were read. */
async function read(pieces: readonly Buffer[], screenFrom: number) {
  const failures: LoggedFailure[] = [];
  const finder = new FailureFinder((failure) => failures.push(failure));
  await readLog(pieces, finder, { screenFrom });
  finder.end();
  return { failures, lines: finder.lines };
}

/** A failure without what only the lines before it tell, which a screen passes over: its conversation, and who is said to speak. */
function alone({ turn, evidence, origin, ...failure }: LoggedFailure) {
  const { greeting, isTyped, isPassedOn, ...others } = evidence;
  return { ...failure, evidence: others, origin: { ...origin, isAtServer: undefined } };
}

/** That a screen changes nothing, however the bytes come. */
async function expectSame(bytes: Buffer, cuts: readonly number[] = []) {
  const edges = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  const pieces = edges.slice(1).map((edge, index) => bytes.subarray(edges[index] ?? 0, edge));
  const screened = await read(pieces, 0);
  const plain = await read([bytes], NEVER);
  expect(screened.lines).toBe(plain.lines);
  expect(screened.failures.map(alone)).toEqual(plain.failures.map(alone));
  return plain.failures.length;
}

const lines = [...serverLogLines(), ...pastedLines(), ...corpusLog()];
const text = lines.join('\n');

describe('a screened log', () => {
  it('tells of the same failures as one that is read line by line', PATIENCE, async () => {
    expect(await expectSame(Buffer.from(text))).toBeGreaterThan(800);
    expect(await expectSame(Buffer.from(lines.join('\r\n')))).toBeGreaterThan(800);
    expect(await expectSame(Buffer.from(text, 'latin1'))).toBeGreaterThan(800);
  });

  it('does so whatever the case of its words', PATIENCE, async () => {
    await expectSame(Buffer.from(text.toUpperCase()));
    await expectSame(Buffer.from(text.toLowerCase()));
  });

  it('does so where JSON, a web page or a terminal has a line', PATIENCE, async () => {
    const pages = lines.map((line) =>
      line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
    );
    const docker = lines.map((line) => JSON.stringify({ log: `${line}\n`, stream: 'stdout' }));
    const go = docker.map((line) =>
      line.replace(/[<>&]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
    );
    const php = docker.map((line) => line.replaceAll('/', '\\/'));
    const coloured = lines.map((line) =>
      line.replace(/\w+/g, (word, at) => (at % 3 ? word : `\x1b[1;3${at % 8}m${word}\x1b[0m`)),
    );
    const within = lines.map((line) => line.replace(/\w\w/g, '$&\x1b[39m'));
    const hidden = coloured.map((line) => JSON.stringify({ log: line, stream: 'stdout' }));
    const moved = lines.map((line) => `\x1b[2K\x1b[1G${line}`);
    for (const variant of [pages, docker, go, php, coloured, within, hidden, moved]) {
      expect(await expectSame(Buffer.from(variant.join('\n')))).toBeGreaterThan(300);
    }
  });

  it('does so wherever lines and spaces are broken', PATIENCE, async () => {
    for (const space of ['\t', '\r', ' \r', '\r\r', '  ', '\u00a0']) {
      await expectSame(Buffer.from(text.replaceAll(' ', space)));
    }
    const escaped = lines.map((line) => `{"log":${JSON.stringify(line.replaceAll(' ', '\n'))}}`);
    await expectSame(Buffer.from(escaped.join('\n')));
  });

  it('does so where letters are escaped, of ASCII and of Chinese', PATIENCE, async () => {
    const inJson = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
    const few = lines.map((line) => JSON.stringify({ log: line }).replace(/[^\0-\x7f]/g, inJson));
    const more = lines.map((line) =>
      JSON.stringify({ log: line }).replace(/(?<=[a-z])[a-z](?=[a-z])/, inJson),
    );
    expect(await expectSame(Buffer.from(few.join('\n')))).toBeGreaterThan(300);
    expect(await expectSame(Buffer.from(more.join('\n')))).toBeGreaterThan(300);
  });

  it('does so where a colon stands behind a code', async () => {
    const said = ['>550: 5.7.1 Message rejected', 'the server says 552: Mailbox full', '550: no'];
    for (const line of said) await expectSame(Buffer.from(`${line}\nWhat x\n`));
    expect(await expectSame(Buffer.from(`${said.join('\n')}\n`))).toBeGreaterThan(0);
  });

  it('does so in GB18030', async () => {
    // 邮件发送失败, and SMTP 服务不可用.
    const words = [
      Buffer.from('d3cabcfeb7a2cbcdcaa7b0dc', 'hex'),
      Buffer.concat([Buffer.from('SMTP '), Buffer.from('b7fecef1b2bbbfc9d3c3', 'hex')]),
    ];
    for (const word of words) {
      for (let shift = 0; shift < 4; shift += 1) {
        const before = Buffer.from(`${usual(1)}\n${'x'.repeat(shift)} `);
        const found = await expectSame(Buffer.concat([before, word, Buffer.from('\nx\n')]));
        expect(found).toBe(1);
        const twice = Buffer.concat([before, Buffer.from(word.toString('latin1'))]);
        expect(await expectSame(twice)).toBe(1);
      }
    }
  });

  it('does so wherever it is cut, and wherever in the bytes a failure stands', async () => {
    const failure = [
      'Error: Invalid login: 535-5.7.8 No',
      '535 5.7.8 Really',
      `${FRAME} {`,
      "  code: 'EAUTH',",
      '}',
    ].join('\n');
    for (let shift = 0; shift < 20; shift += 1) {
      const before = `${'x'.repeat(shift)}\n${usual(shift)}\n`;
      const bytes = Buffer.from(`${before}${failure}\n${usual(3)}`);
      expect(await expectSame(bytes)).toBe(1);
      const start = before.length;
      for (let cut = start - 3; cut <= start + failure.length + 3; cut += 1) {
        await expectSame(bytes, [cut]);
      }
    }
  });

  it('does so in lines that are longer than lines may be', async () => {
    const long = 'x'.repeat(40_000);
    const few = [
      '535 5.7.8 No',
      long,
      `${long} 535 5.7.8 No`,
      `535 5.7.8 No ${long}`,
      'Error: Timeout',
    ];
    expect(await expectSame(Buffer.from(few.join('\n')), [1000, 50_001, 90_000])).toBe(3);
  });

  it('follows what one service says between the lines of others', async () => {
    const few = [
      'core-1 | Error: Message failed: 554-5.7.1 No',
      ...Array.from({ length: 50 }, (_, index) => `mongo-1 | ${usual(index)}`),
      'core-1 | 554 5.7.1 really',
      'mongo-1 | ok',
      'core-1 | x',
    ];
    expect(await expectSame(Buffer.from(few.join('\n')))).toBe(1);
    const { failures } = await read([Buffer.from(few.join('\n'))], 0);
    expect(failures[0]?.evidence.reply?.text).toBe('554-5.7.1 No\n554 5.7.1 really');
  });

  const changes: ((line: string, at: number, other: string) => string)[] = [
    (line, at) => line.slice(0, at) + line.slice(at + 1),
    (line, at, other) => line.slice(0, at) + other + line.slice(at),
    (line, at, other) => line.slice(0, at) + other + line.slice(at + 1),
    (line, at) => line.slice(0, at),
    (line, at) => line.slice(at),
    (line, at, other) => line.slice(0, at) + line.slice(at).replace(/[ :]/, other),
  ];
  const OTHERS = [
    ...[
      ' ',
      '\t',
      '\r',
      '\n',
      '\0',
      '\x1b',
      '\x1b[1m',
      '"',
      "'",
      '\\',
      '\\n',
      '\\u0041',
      '&',
      '&#39;',
    ],
    ...[
      '5',
      '550 ',
      '(',
      ')',
      ':',
      '=',
      '-',
      '.',
      ',',
      '>',
      '<',
      '|',
      'x',
      '_',
      '邮',
      '\u00e9',
      '\ufeff',
    ],
  ];

  it('does so whatever is changed in its lines', async () => {
    const change = fc.record({
      line: fc.constantFrom(...lines),
      how: fc.constantFrom(...changes),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      other: fc.constantFrom(...OTHERS),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        async (all, cut) => {
          const changed = all.map(({ line, how, part, other }) =>
            how(line, Math.floor(part * line.length), other),
          );
          const bytes = Buffer.from(changed.join('\n'));
          await expectSame(bytes, [cut % (bytes.length + 1)]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does so for whatever a pattern finds', async () => {
    // Fast-check makes no look-arounds, and minds no case.
    const made = PATTERNS.map(({ words }) =>
      fc.stringMatching(new RegExp(words.source.replaceAll('\\b', '').replaceAll('(?:not )?', ''))),
    );
    await fc.assert(
      fc.asyncProperty(fc.tuple(...made), fc.boolean(), async (found, isUpper) => {
        const changed = found.map((line) => (isUpper ? line.toUpperCase() : line));
        await expectSame(Buffer.from(changed.map((line) => `${line}\n\nx`).join('\n')));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a log in UTF-16', () => {
  const few = [
    ...Array.from({ length: 400 }, (_, index) => usual(index)),
    'Error: Invalid login: 535 请',
    'x',
  ];

  it.each(['le', 'be'])('is read as one in UTF-8 (%s)', async (order) => {
    const bytes = Buffer.from(`\ufeff${few.join('\r\n')}`, 'utf16le');
    if (order === 'be') bytes.swap16();
    const { findings } = await explain([bytes]);
    expect(findings).toEqual((await explain([few.join('\r\n')])).findings);
    expect(findings.map(({ line }) => line)).toEqual([401]);
  });
});
