import { Secret } from '../../src/safety/secret.js';

/**
 * The same with every secret in it opened: two secrets look alike to `toEqual`, whatever they hold.
 * Values that are no plain objects stay as they are.
 */
export function revealed(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal();
  if (Array.isArray(value)) return value.map(revealed);
  if (value === null || typeof value !== 'object') return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revealed(part)]));
}
