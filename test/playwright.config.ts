import { defineConfig } from '@playwright/test'
import { GUEST_BROWSER } from './support/browser'

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results/end-to-end',
  // The tests measure and drive real windows on two cores: side by side they would only disturb each other.
  workers: 1,
  snapshotPathTemplate: '{testDir}/golden/{arg}{ext}',
  retries: 0,
  // A busy machine may be slow without being wrong.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    screenshot: 'only-on-failure',
    // What was done and said in each step; pictures of every step would take a tenth of the run.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
  },
  projects: [
    { name: 'electron', testMatch: '**/*.electron.spec.ts' },
    {
      name: 'guests',
      testMatch: '**/*.guest.spec.ts',
      use: {
        browserName: 'chromium',
        launchOptions: GUEST_BROWSER,
      },
    },
  ],
})
