import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '..'),
    include: ['test/unit/**/*.test.ts', 'test/fuzz/**/*.test.ts'],
    environment: 'node',
    globalSetup: 'test/support/threads.mjs',
    // No module keeps state between tests; starting every file afresh cost half of the time.
    isolate: false,
    // The main process of the runner waits for its workers: every core may have one.
    maxWorkers: '100%',
    // Real files, sockets and killed processes: a busy machine may be slow without being wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
