import { defineConfig } from 'vitest/config';
import { SHARED } from './vitest.shared.js';

// Ports that a firewall drops, in a network namespace of the tests' own: .ci/dropped-ports.sh makes one.
export default defineConfig({
  test: {
    ...SHARED,
    include: ['test/dropped-ports/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
