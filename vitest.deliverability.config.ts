import { defineConfig } from 'vitest/config';
import { SHARED } from './vitest.shared.js';

// Real name servers, filters and mailboxes: needs Debian's packages and root, so .ci/run runs it.
export default defineConfig({
  test: {
    ...SHARED,
    include: ['test/deliverability/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
