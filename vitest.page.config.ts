import { defineConfig } from 'vitest/config';

// The report as a page in a real browser: needs Debian's Chromium and ImageMagick, so .ci/run runs it.
export default defineConfig({
  test: {
    // A busy machine may hold up what is timed; who works on it sees the first failure.
    retry: process.env.CI ? 1 : 0,
    include: ['test/page/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
