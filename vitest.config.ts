import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // An explicit glob: src/commands/smtp/test.ts must never be taken for a test.
    include: ['test/**/*.test.ts'],
    // They need Postfix and Dovecot: see .ci/mail-servers/run.sh.
    exclude: [...configDefaults.exclude, 'test/mail-servers/**'],
    // Most of them wait for a process or a server.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
