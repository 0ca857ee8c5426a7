import { defineConfig } from 'vitest/config';

// Against a real Postfix and Dovecot: started and stopped by .ci/mail-servers/run.sh, which runs this.
export default defineConfig({
  test: {
    // A busy machine may hold up what is timed; who works on it sees the first failure.
    retry: process.env.CI ? 1 : 0,
    include: ['test/mail-servers/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // All share one server, and its log.
    fileParallelism: false,
  },
});
