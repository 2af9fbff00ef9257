import { defineConfig } from 'vitest/config';

// Two workers: the suite must be kind to small, shared machines.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 30_000, maxWorkers: 2 },
});
