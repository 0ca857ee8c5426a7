import { defineConfig } from 'vitest/config';
import { SHARED } from './vitest.shared.js';

// The report as a page in a real browser: needs Debian's Chromium and ImageMagick, so .ci/run runs it.
export default defineConfig({
  test: {
    ...SHARED,
    include: ['test/page/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
