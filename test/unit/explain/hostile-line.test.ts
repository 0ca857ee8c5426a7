import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';
import { MASK } from '../../../src/safety/secret.js';

const SLOWEST_MS = 1000;

describe('a line that a hostile server wrote', () => {
  it.each([
    ['many colons', `Error: Invalid login: 535 no ${'a:'.repeat(15_000)}`],
    ['many colons behind connect', `Error: connect ECONNREFUSED ${'a:'.repeat(15_000)}`],
    ['many spaces', `550 5.1.1 No${' '.repeat(30_000)}such (in reply to`],
  ])('with %s does not hold up the reading', async (_, line) => {
    // What is measured is the line: the patterns are compiled once, at the first.
    await explain('Error: Invalid login: 535 no');
    const start = performance.now();
    await explain(line);
    expect(performance.now() - start).toBeLessThan(SLOWEST_MS);
  });
});

describe('a secret in the words of a reply', () => {
  it.each([
    ['as JSON', 'Error: Invalid login: 535 no {"user":"me","pass":"pl4nted-secret"}'],
    ['in a URI with a space', '535 no smtp://me:pl4nted secret@mail.example.com'],
    ['in base64', `535 no AUTH PLAIN ${Buffer.from('pl4nted-secret').toString('base64')}`],
    ['behind its name', '535 no password=pl4nted-secret'],
  ])('%s is masked', async (_, text) => {
    const document = JSON.stringify(await explain(text));
    expect(document).toContain(MASK);
    expect(document).not.toMatch(/pl4nted|cGw0bnRlZ/);
  });
});
