import { defineConfig } from 'vitest/config';

// Real name servers, filters and mailboxes: needs Debian's packages and root, so .ci/run runs it.
export default defineConfig({
  test: {
    // A busy machine may hold up what is timed; who works on it sees the first failure.
    retry: process.env.CI ? 1 : 0,
    include: ['test/deliverability/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
