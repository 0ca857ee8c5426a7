import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FailureFinder } from '../../../src/explain/failure-finder.js';
import { PATTERNS } from '../../../src/explain/known-errors.js';
import { mayTellOfFailure } from '../../../src/explain/screen.js';

/** The same without what stands around: fast-check makes no look-arounds and minds no case. */
function plain({ source }: RegExp): RegExp {
  return new RegExp(source.replaceAll('\\b', '').replaceAll('(?:not )?', ''));
}

describe('mayTellOfFailure', () => {
  it.each(PATTERNS.map(({ words }) => [String(words), words] as const))(
    'lets pass whatever %s finds',
    (_name, words) => {
      fc.assert(
        fc.property(fc.stringMatching(plain(words)), fc.boolean(), (text, isUpper) => {
          const line = isUpper && words.ignoreCase ? text.toUpperCase() : text;
          if (!words.test(line)) return;
          expect(mayTellOfFailure(line), line).toBe(true);
        }),
      );
    },
  );

  it('lets pass each line of a real log that begins a failure', () => {
    const folder = new URL('../../fixtures/server-logs/', import.meta.url);
    let count = 0;
    for (const file of readdirSync(folder)) {
      for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
        const finder = new FailureFinder(() => {
          count += 1;
          expect(mayTellOfFailure(line), line).toBe(true);
        });
        finder.push(line);
        finder.end();
      }
    }
    expect(count).toBeGreaterThan(0);
  });

  it.each([
    '535 5.7.8 Error',
    'ERROR \u001b[31m535\u001b[39m refused',
    '-> AUTH PLAIN',
    '{"log":"\\u003c535\\u003e","stream":"stderr"}',
  ])('lets pass %s', (line) => {
    expect(mayTellOfFailure(line)).toBe(true);
  });

  it.each([
    '',
    'service-core-1  | [2026-11-27T01:45:12.535Z] INFO  GATEWAY: <= 200 POST /api/user [+5.535 ms]',
    '1:M 27 Nov 2026 01:46:03.003 * Background saving terminated with success',
  ])('passes over %s', (line) => {
    expect(mayTellOfFailure(line)).toBe(false);
  });
});
