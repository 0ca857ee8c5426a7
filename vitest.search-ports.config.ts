import { defineConfig } from 'vitest/config';

// Servers at the usual ports of mail, on loopback addresses of their own: needs root, so .ci/run runs it.
export default defineConfig({
  test: {
    // A busy machine may hold up what is timed; who works on it sees the first failure.
    retry: process.env.CI ? 1 : 0,
    include: ['test/search-ports/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
