import { configDefaults, defineConfig } from 'vitest/config';
import { SHARED } from './vitest.shared.js';

export default defineConfig({
  test: {
    ...SHARED,
    // An explicit glob: src/commands/smtp/test.ts must never be taken for a test.
    include: ['test/**/*.test.ts'],
    // They need other programs, ports that only root may have, or a network of their own: see .ci/run.
    exclude: [
      ...configDefaults.exclude,
      'test/mail-servers/**',
      'test/search-ports/**',
      'test/dropped-ports/**',
      'test/hostile/**',
      'test/shells/**',
      'test/readers/**',
      'test/engine/**',
      'test/page/**',
      'test/deliverability/**',
    ],
    // Most of them wait for a process or a server.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // A terminal program needs as long as the machine gives it: what is waited for ends the wait, not this bound.
    expect: { poll: { timeout: 15_000 } },
  },
});
