import { defineConfig } from 'vitest/config';
import { SHARED } from './vitest.shared.js';

// A real Docker engine and podman: .ci/engine.sh starts them, in namespaces of their own.
export default defineConfig({
  test: {
    ...SHARED,
    include: ['test/engine/**/*.test.ts'],
    // One network, one engine: one file after the other, and each verdict in the log.
    fileParallelism: false,
    reporters: ['verbose'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
