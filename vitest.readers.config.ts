import { defineConfig } from 'vitest/config';

// The real readers of env files and compose files: needs Debian's packages and npm's, so .ci/readers.sh runs it.
export default defineConfig({
  test: {
    // A busy machine may hold up what is timed; who works on it sees the first failure.
    retry: process.env.CI ? 1 : 0,
    include: ['test/readers/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
