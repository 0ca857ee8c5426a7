import { defineConfig } from 'vitest/config';
import { SHARED } from './vitest.shared.js';

// Servers at the usual ports of mail, on loopback addresses of their own: needs root, so .ci/run runs it.
export default defineConfig({
  test: {
    ...SHARED,
    include: ['test/search-ports/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
