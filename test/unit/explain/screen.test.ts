import { describe, expect, it } from 'vitest';
import { finderInJavaScript, finderInWasm } from '../../../src/explain/screen/find-windows.js';
import { neededTexts } from '../../../src/explain/screen/needed-texts.js';
import { Screen } from '../../../src/explain/screen/screen.js';
import { corpusLog, pastedLines } from '../../helpers/log-texts.js';
import { usual } from '../../helpers/server-log.js';

const screen = Screen.get();

/** Which lines of a text may tell of a failure. */
function candidatesIn(text: string): number[] {
  return [...screen.candidates(Buffer.from(`${text}\n`))].map(({ line }) => line);
}

describe('a screen', () => {
  it.each([
    '535 5.7.8 Error',
    'ERROR 535 refused',
    '-> AUTH PLAIN',
    '{"log":"\\u003c535 no\\u003e","stream":"stderr"}',
    'Error: read ECONNRESET',
    'Error: connection\trefused',
  ])('lets pass %s', (line) => {
    expect(candidatesIn(`${usual(1)}\n${line}\n${usual(2)}`)).toEqual([1]);
  });

  it.each([
    '',
    usual(3),
    'service-core-1  | [2026-11-27T01:45:12.535Z] INFO  GATEWAY: <= 200 POST /api/user [+5.535 ms]',
    '1:M 27 Nov 2026 01:46:03.003 * Background saving terminated with success',
    '10.0.0.7 - - [01/Nov/2026:08:01:15 +0800] "GET /a HTTP/1.1" 200 4550 "-" "Mozilla/5.0 AppleWebKit/537.36 (KHTML)"',
    'took 550 ms, authorization kept, metadata: 12, \\u003ca\\u003e',
  ])('passes over %s', (line) => {
    expect(candidatesIn(`${line}\n${line}`)).toEqual([]);
  });

  it('counts lines of whatever length', () => {
    for (let length = 0; length < 40; length += 1) {
      const text = `${'x'.repeat(length)}\n`.repeat(5);
      expect(candidatesIn(`${text}Error: read ECONNRESET`), String(length)).toEqual([5]);
      expect(screen.lines).toBe(6);
    }
  });

  it('finds the same in WebAssembly as in JavaScript', () => {
    const bytes = Buffer.from(`${[...pastedLines(), ...corpusLog()].join('\n')}\n`);
    const [fast, plain] = [finderInWasm, finderInJavaScript].map((make) => new Screen(make));
    for (const start of [0, 2, 1234, bytes.length - 70]) {
      const part = Buffer.from(bytes.subarray(start));
      const found = [...(fast?.candidates(part) ?? [])];
      expect([...(plain?.candidates(part) ?? [])]).toEqual(found);
      expect(plain?.lines).toBe(fast?.lines);
      if (start === 0) expect(found.length).toBeGreaterThan(1000);
    }
  });

  it('says which expressions may find something', () => {
    const [candidate] = screen.candidates(Buffer.from('x\nError: getaddrinfo ENOTFOUND a\n'));
    const hints = [...(candidate?.hints ?? [])];
    expect(hints.some(({ source }) => source.includes('ENOTFOUND'))).toBe(true);
    expect(hints.length).toBeLessThan(4);
  });
});

describe('neededTexts', () => {
  const byLength = (text: readonly string[]) => (text.length > 3 ? text.length / 10 : 0);
  const of = (expression: RegExp) =>
    neededTexts(expression, byLength)?.map((text) =>
      text.map((place) => (place.length === 1 ? place : `[${place}]`)).join(''),
    );

  it.each<[RegExp, string[] | undefined]>([
    [/\bconnection (?:was )?refused\b/, ['connection refused', 'connection was refused']],
    [/(?:one|other)longer|another/, ['onelonger', 'otherlonger', 'another']],
    [/head.*tailing/, ['tailing']],
    [/(?<!not )found [a-c]\d/, ['found [abc][0123456789]']],
    [/self[- ]?signed/, ['selfsigned', 'self-signed', 'self signed']],
    [/wait(?:ing)+ for/, ['wait']],
    [/code{3}s?x/, ['codeeex', 'codeeesx']],
    [/i\/o timeout/, ['i/o timeout']],
    [/isn't known/, ['t known']],
    [/host ?name .{1,9} is/, ['hostname ', 'host name ']],
    [/rejected|temporarily rejected/, ['rejected']],
    [/a|bcde/, undefined],
    [/.*/, undefined],
    [/[^a]+\w*/, undefined],
  ])('finds what %s cannot do without', (expression, texts) => {
    expect(of(expression)).toEqual(texts);
  });
});
