import { describe, expect, it } from 'vitest';
import { readLog } from '../../../../src/explain/reading/read-log.js';

type Chunk = Uint8Array | string;

async function* buffersOf(chunks: AsyncIterable<Chunk> | Iterable<Chunk>) {
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') yield Buffer.from(chunk);
    else yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  }
}

async function linesOf(chunks: AsyncIterable<Chunk> | Iterable<Chunk>): Promise<string[]> {
  const lines: string[] = [];
  const taker = { isOpen: false, push: (line: string) => void lines.push(line), skip: () => {} };
  await readLog(buffersOf(chunks), taker, { screenFrom: Number.POSITIVE_INFINITY });
  return lines;
}

// 登录失败, in GB18030.
const GB18030 = Buffer.from('b5c7c2bcca a7b0dc'.replace(' ', ''), 'hex');
const LATIN1 = (text: string) => Buffer.from(text, 'latin1');
const KILOBYTE = 1024;
const LONGEST = 32 * KILOBYTE;

describe('readLog', () => {
  it.each<[name: string, text: string, lines: string[]]>([
    ['nothing', '', []],
    ['one line', 'a\n', ['a']],
    ['one line that does not end', 'a', ['a']],
    ['an empty line', '\n', ['']],
    ['empty lines between', 'a\n\n\nb\n', ['a', '', '', 'b']],
    ['CRLF', 'a\r\nb\r\n', ['a', 'b']],
    ['CRLF and LF mixed, no end', 'a\r\nb\nc\r', ['a', 'b', 'c']],
    ['a carriage return within', 'a\rb\n', ['a\rb']],
    ['a byte-order mark', '\ufeffa\nb\n', ['a', 'b']],
  ])('reads %s', async (_name, text, lines) => {
    expect(await linesOf([text])).toEqual(lines);
    expect(await linesOf([Buffer.from(text)])).toEqual(lines);
  });

  it('reads nothing from no chunks, and from empty ones', async () => {
    expect(await linesOf([])).toEqual([]);
    expect(await linesOf([Buffer.alloc(0), '', Buffer.alloc(0)])).toEqual([]);
    expect(await linesOf(['a', Buffer.alloc(0), 'b\n', ''])).toEqual(['ab']);
  });

  it('reads the same wherever the chunks are cut', async () => {
    const bytes = Buffer.concat([
      Buffer.from('first\r\n535 请使用授权码 😀\n\r\n535 '),
      GB18030,
      LATIN1('\r\n550 Bo\xeete inconnue\nlast'),
    ]);
    const lines = [
      'first',
      '535 请使用授权码 😀',
      '',
      '535 登录失败',
      '550 Boîte inconnue',
      'last',
    ];
    for (let first = 0; first <= bytes.length; first += 1) {
      const second = first + Math.floor((bytes.length - first) / 3);
      const chunks = [
        bytes.subarray(0, first),
        bytes.subarray(first, second),
        bytes.subarray(second),
      ];
      expect(await linesOf(chunks)).toEqual(lines);
    }
    const singly = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(await linesOf(singly)).toEqual(lines);
  });

  it('waits for what comes later', async () => {
    async function* slowly() {
      for (const part of ['one\ntw', 'o\r', '\nthr', 'ee']) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        yield Buffer.from(part);
      }
    }
    expect(await linesOf(slowly())).toEqual(['one', 'two', 'three']);
  });

  it('reads each line in its own character set', async () => {
    const chunks = [
      Buffer.from('登录失败\n'),
      Buffer.concat([GB18030, Buffer.from('\n')]),
      LATIN1('acc\xe8s refus\xe9\n\xc9chec de l\u2019authentification\n'.replace('\u2019', "'")),
      LATIN1('Gr\xf6\xdfe \xfcberschritten\n'),
      Buffer.from('plain\n'),
    ];
    expect(await linesOf(chunks)).toEqual([
      '登录失败',
      '登录失败',
      'accès refusé',
      "Échec de l'authentification",
      'Größe überschritten',
      'plain',
    ]);
  });

  it('cuts a very long line, and goes on with the next', async () => {
    const long = 'x'.repeat(LONGEST * 3);
    const lines = await linesOf([`535 ${long}`, long, `\nnext\n${long}`]);
    expect(lines.map((line) => line.length)).toEqual([LONGEST, 4, LONGEST]);
    expect(lines[0]).toMatch(/^535 x+$/);
    expect(lines[1]).toBe('next');
  });

  it.each([0, 1, 2, 3])('cuts no character of a long line in two (%i)', async (offset) => {
    const start = 'x'.repeat(offset);
    const [line = ''] = await linesOf([`${start}${'授权码😀'.repeat(LONGEST / 8)}\n`]);
    expect(line.slice(offset, offset + 6)).toBe('授权码😀授');
    expect(line).not.toMatch(/[^x授权码😀]/u);
    expect(Buffer.byteLength(line)).toBeGreaterThan(LONGEST - 4);
  });

  it('keeps no more of a line without an end than it may be long', async () => {
    const chunk = Buffer.alloc(64 * KILOBYTE, 0x78);
    let count = 0;
    function* endless() {
      for (; count < 1000; count += 1) yield chunk;
    }
    const before = process.memoryUsage().arrayBuffers;
    const lines = await linesOf(endless());
    expect(lines.map((line) => line.length)).toEqual([LONGEST]);
    expect(count).toBe(1000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * KILOBYTE * KILOBYTE);
  });
});
