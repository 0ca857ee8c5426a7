import { defineConfig } from 'vitest/config';

// Ports that a firewall drops, in a network namespace of the tests' own: .ci/dropped-ports.sh makes one.
export default defineConfig({
  test: {
    // A busy machine may hold up what is timed; who works on it sees the first failure.
    retry: process.env.CI ? 1 : 0,
    include: ['test/dropped-ports/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
