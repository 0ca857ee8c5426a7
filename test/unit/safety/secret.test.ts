import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { MASK, Secret } from '../../../src/safety/secret.js';

const secret = new Secret('s3cret');

describe('Secret', () => {
  it('gives its value when it is asked for it', () => {
    expect(secret.reveal()).toBe('s3cret');
  });

  it('tells how long it is, and whether another is the same', () => {
    expect(new Secret('ä👋').length).toBe(2);
    expect(secret.equals(new Secret('s3cret'))).toBe(true);
    expect(secret.equals(new Secret('other'))).toBe(false);
    expect(secret.equals(undefined)).toBe(false);
  });

  it.each([
    ['String()', () => String(secret)],
    ['a template', () => `${secret}`],
    ['concat', () => ''.concat(secret as unknown as string)],
    ['join', () => [secret].join()],
    ['inspect', () => inspect(secret)],
    ['inspect of hidden members', () => inspect(secret, { showHidden: true, depth: 9 })],
    ['%s', () => format('%s', secret)],
    ['%o', () => format('%o', { secret })],
    ['%j', () => format('%j', { secret })],
    ['%O', () => format('%O', [secret])],
    ['JSON', () => JSON.stringify({ uri: { password: secret } })],
  ])('shows the mask for %s', (_way, show) => {
    expect(show()).toContain(MASK);
    expect(show()).not.toContain('s3cret');
  });

  it.each([
    ['its keys', () => Object.keys(secret)],
    ['its own members', () => Reflect.ownKeys(secret)],
    ['a copy', () => ({ ...secret })],
    ['a structured clone', () => structuredClone(secret)],
    ['an error that carries it', () => inspect(Object.assign(new Error('x'), { secret }))],
  ])('does not hold the value in %s', (_way, take) => {
    expect(JSON.stringify(take())).not.toContain('s3cret');
  });
});
