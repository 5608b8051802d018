import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { isRoot } from '../electron/setup/project.mjs'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'

// A browser that looks for updates or tries QUIC adds noise and delays where there is no internet.
const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

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
        ...(existsSync(DEBIAN_CHROMIUM) ? {} : { channel: 'chrome' }),
        launchOptions: {
          ...(existsSync(DEBIAN_CHROMIUM) ? { executablePath: DEBIAN_CHROMIUM } : {}),
          args: isRoot ? ['--no-sandbox', ...QUIET] : QUIET,
        },
      },
    },
  ],
})
