import { defineConfig } from 'vitest/config';
import { SHARED } from './vitest.shared.js';

// Against a real Postfix and Dovecot: started and stopped by .ci/mail-servers/run.sh, which runs this.
export default defineConfig({
  test: {
    ...SHARED,
    include: ['test/mail-servers/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // All share one server, and its log.
    fileParallelism: false,
  },
});
