import { defineConfig } from 'vitest/config';
import { SHARED } from './vitest.shared.js';

// Completion in bash, zsh and fish, and the page in man: needs Debian's packages, so .ci/run runs it.
export default defineConfig({
  test: {
    ...SHARED,
    include: ['test/shells/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
