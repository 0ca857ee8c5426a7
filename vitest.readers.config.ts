import { defineConfig } from 'vitest/config';
import { SHARED } from './vitest.shared.js';

// The real readers of env files and compose files: needs Debian's packages and npm's, so .ci/readers.sh runs it.
export default defineConfig({
  test: {
    ...SHARED,
    include: ['test/readers/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
