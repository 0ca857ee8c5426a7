import { defineConfig } from 'vitest/config';

// Ports that a firewall drops, in a network namespace of the tests' own: .ci/dropped-ports.sh makes one.
export default defineConfig({
  test: {
    include: ['test/dropped-ports/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
