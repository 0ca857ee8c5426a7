import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // An explicit glob: src/commands/smtp/test.ts must never be taken for a test.
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
