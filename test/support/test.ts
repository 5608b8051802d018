import { test as base } from '@playwright/test'
import { appsThatRun } from './electronApp'
import { keepWhatIsSeen } from './seen'

/** A test that lets none of its apps run on when it fails, and says what they showed. */
export const test = base.extend<{ noAppRunsOn: undefined }>({
  noAppRunsOn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures are asked for.
    async ({}, use) => {
      const ofAllTests = new Set(appsThatRun())
      await use(undefined)
      for (const app of appsThatRun().filter((each) => !ofAllTests.has(each))) {
        await keepWhatIsSeen(app.windows())
        await app.close()
      }
    },
    { auto: true },
  ],
})
