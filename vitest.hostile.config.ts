import { defineConfig } from 'vitest/config';

// Servers that behave as none should, each against the built command: they take their time.
export default defineConfig({
  test: {
    include: ['test/hostile/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
