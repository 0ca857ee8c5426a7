import { defineConfig } from 'vitest/config';

// Completion in bash, zsh and fish, and the page in man: needs Debian's packages, so .ci/run runs it.
export default defineConfig({
  test: {
    // A busy machine may hold up what is timed; who works on it sees the first failure.
    retry: process.env.CI ? 1 : 0,
    include: ['test/shells/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
