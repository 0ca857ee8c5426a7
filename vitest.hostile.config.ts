import { defineConfig } from 'vitest/config';
import { SHARED } from './vitest.shared.js';

// Servers that behave as none should, each against the built command: they take their time.
export default defineConfig({
  test: {
    ...SHARED,
    include: ['test/hostile/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
