import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '..'),
    include: ['test/unit/**/*.test.ts', 'test/fuzz/**/*.test.ts'],
    environment: 'node',
    // Real files, sockets and killed processes: a busy machine may be slow without being wrong.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
