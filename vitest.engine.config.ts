import { defineConfig } from 'vitest/config';

// A real Docker engine and podman: .ci/engine.sh starts them, in namespaces of their own.
export default defineConfig({
  test: {
    // A busy machine may hold up what is timed; who works on it sees the first failure.
    retry: process.env.CI ? 1 : 0,
    include: ['test/engine/**/*.test.ts'],
    // One network, one engine: one file after the other, and each verdict in the log.
    fileParallelism: false,
    reporters: ['verbose'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
