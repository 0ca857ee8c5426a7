import { describe, expect, it } from 'vitest';
import { checkDomain, explain, sendTest, verify } from '../../src/index.js';

const SECRET = 'Zq7Planted9Word';
const FUNCTIONS: [string, (options: never) => Promise<unknown>][] = [
  ['verify', (options) => verify(options)],
  ['sendTest', (options) => sendTest(options)],
  ['checkDomain', (options) => checkDomain(options)],
  ['explain', (options) => explain('x', options)],
];

/** What a call is refused with. */
const errorOf = async (call: Promise<unknown>) =>
  await call.then(
    () => undefined,
    (error) => error,
  );

describe.each(FUNCTIONS)('%s', (_, call) => {
  it.each([[null], [SECRET], [5], [() => {}]])('takes no %s for options', async (options) => {
    const error = await errorOf(call(options as never));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toBe('options is no object');
  });

  it.each([[null], [5], [[]], [{}]])('takes no %j for a language', async (lang) => {
    expect((await errorOf(call({ lang } as never)))?.message).toBe('lang is no text');
  });

  it.each([[null], [{}], [SECRET]])('takes no %j for a signal', async (signal) => {
    const error = await errorOf(call({ signal } as never));
    expect(error.message).toBe('signal is no AbortSignal');
  });
});

describe('a number of seconds', () => {
  it.each([['5'], [null], [Number.NaN], [-1], [[5]], [{}], [5n]])('is not %s', async (value) => {
    const to = 'a@x.org';
    const calls = [
      verify({ timeout: value as never }),
      verify({ wait: value as never }),
      sendTest({ to, timeout: value as never }),
      sendTest({ to, await: value as never }),
      checkDomain({ timeout: value as never }),
    ];
    for (const call of calls) {
      const error = await errorOf(call);
      expect(error).toBeInstanceOf(RangeError);
      expect(error.message).toMatch(/^(?:timeout|wait|await) is no number of seconds from/);
    }
  });
});

describe('an option of another type', () => {
  it.each([
    ['envFiles', SECRET, 'envFiles is no list of texts'],
    ['envFiles', [5], 'envFiles is no list of texts'],
    ['cwd', 5, 'cwd is no text'],
    ['envFormat', 5, 'envFormat is no text'],
    ['controlHost', [SECRET], 'controlHost is no text'],
    ['strict', SECRET, 'strict is neither true nor false'],
    ['suggest', null, 'suggest is neither true nor false'],
    ['showSecrets', 1, 'showSecrets is neither true nor false'],
    ['onEvent', SECRET, 'onEvent is no function'],
    ['env', SECRET, 'env is no object with variables'],
    ['uri', { password: SECRET }, 'uri is no text'],
  ])('is refused in words: %s', async (name, value, words) => {
    for (const call of [verify, sendTest] as ((options: never) => Promise<unknown>)[]) {
      const error = await errorOf(call({ to: 'a@x.org', [name]: value } as never));
      expect(error).toBeInstanceOf(TypeError);
      expect(error.message).toBe(words);
    }
  });

  it.each([['blocklists', SECRET, 'blocklists is neither true nor false']])(
    'is refused by checkDomain: %s',
    async (name, value, words) => {
      const error = await errorOf(checkDomain({ [name]: value } as never));
      expect(error).toBeInstanceOf(TypeError);
      expect(error.message).toBe(words);
    },
  );

  it.each([
    ['subject', 5],
    ['text', SECRET.length],
    ['html', []],
    ['imap', {}],
  ])('is refused by sendTest: %s', async (name, value) => {
    const error = await errorOf(sendTest({ to: 'a@x.org', [name]: value } as never));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toBe(`${name} is no text`);
  });
});
