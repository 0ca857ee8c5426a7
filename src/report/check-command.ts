import type { MissingValue } from './setting-problem.js';

/** The values that each command which holds a session with the server cannot do without. */
export const NEEDED_VALUES = {
  verify: ['uri'],
  test: ['uri', 'sender', 'recipient'],
} as const satisfies Record<string, readonly MissingValue[]>;

/** A command that holds a session with the server. */
export type CheckCommand = keyof typeof NEEDED_VALUES;
