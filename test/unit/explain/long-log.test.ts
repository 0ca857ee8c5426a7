import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';
import { FRAME, logged, usual } from '../../helpers/server-log.js';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('a long log', () => {
  const LINES = 200_000;
  const SERVICES = 40_000;

  it('needs no more memory than a short one', async () => {
    const heap: number[] = [];
    let bytes = 0;
    function* log() {
      for (let index = 0; index < LINES; index += 10) {
        const word = String(index).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
        const failure = logged('Message failed', `554 5.7.1 Spam from ${word}.example.com`, 'DATA');
        const lines = [...failure, usual(index), usual(index + 1), '535 maybe'];
        const chunk = Buffer.from(`${lines.join('\n')}\n`);
        bytes += chunk.length;
        yield chunk;
        if (index % (LINES / 4) === LINES / 8) {
          collectGarbage();
          heap.push(process.memoryUsage().heapUsed);
        }
      }
    }
    const { findings } = await explain(log());
    expect(bytes).toBeGreaterThan(9_000_000);
    // Nobody would read more, and they would have to be kept.
    expect(findings).toHaveLength(1000);
    expect(findings.map(({ line }) => line)).toEqual(findings.map((_, index) => 1 + index * 10));
    expect(heap).toHaveLength(4);
    expect(Math.max(...heap) - (heap[0] ?? 0)).toBeLessThan(4_000_000);
  });

  it('keeps nothing of an error that does not end', async () => {
    const heap: number[] = [];
    function* log() {
      yield 'Error: Message failed: 554 5.7.1 Spam\n';
      for (let index = 0; index < LINES; index += 1) {
        yield index % 2 ? `${FRAME}\n` : `  response: '554 5.7.1 Spam' +\n    '554 ${index}' +\n`;
        if (index === 1000 || index === LINES - 1) {
          collectGarbage();
          heap.push(process.memoryUsage().heapUsed);
        }
      }
    }
    const { findings } = await explain(log());
    expect(findings.map(({ cause, line }) => [cause, line])).toEqual([['content-rejected', 1]]);
    expect((heap[1] ?? 0) - (heap[0] ?? 0)).toBeLessThan(4_000_000);
  });

  it('keeps nothing of a reply or a text that does not end', { timeout: 120_000 }, async () => {
    for (const [first, next] of [
      ['Error: Invalid login: 535-5.7.8 No', '535-5.7.8 No, and more of it'],
      ["  response: '535-5.7.8 No\\n' +", "    '535-5.7.8 No, and more of it\\n' +"],
    ]) {
      const lines = Array.from({ length: 100_000 }, () => next);
      const { findings } = await explain([[first, ...lines].join('\n')]);
      expect(findings.map(({ line }) => line)).toEqual([1]);
      expect(findings[0]?.reply?.text.length).toBeLessThan(100_000);
    }
  });

  it('takes what stands before a bar for a service only so often', async () => {
    const heap: number[] = [];
    function* log() {
      for (let index = 0; index < SERVICES; index += 1) {
        yield index % 2
          ? `key-${index} | Error: Invalid login: 535 No\n`
          : `key-${index} | -> RCPT TO:<a@x.org>\n`;
        if (index === 2000 || index === SERVICES - 1) {
          collectGarbage();
          heap.push(process.memoryUsage().heapUsed);
        }
      }
    }
    const { findings } = await explain(log());
    expect(findings.map(({ cause, line }) => [cause, line])).toEqual([['auth-failed', 2]]);
    expect((heap[1] ?? 0) - (heap[0] ?? 0)).toBeLessThan(1_000_000);
  });

  it('is read in one pass: twice the lines take twice the time', async () => {
    const evil = [
      `${'a:'.repeat(8000)} 5`,
      '1'.repeat(16_000),
      `{"log":"${'\\u001b['.repeat(2000)}"`,
      `"code":"${'\\\\'.repeat(8000)}`,
      `said: ${'550-'.repeat(4000)}`,
      `smtp://${'a@'.repeat(4000)}`,
      `535 ${'x://'.repeat(4000)}`,
      `\u001b]${';'.repeat(16_000)}`,
      `(535, b'${"\\'".repeat(8000)}`,
      `in reply to ${'(in reply to '.repeat(1000)}`,
      ' '.repeat(16_000),
      `service ${' '.repeat(16_000)}|`,
      `EHLO failed${' '.repeat(16_000)} response`,
    ];
    for (const line of evil) {
      const start = performance.now();
      await explain([`${line}\n`.repeat(20)]);
      expect.soft(performance.now() - start, line.slice(0, 20)).toBeLessThan(1000);
    }
  });
});
