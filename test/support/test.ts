import { test as base, type Page, type TestInfo } from '@playwright/test'
import { appsThatRun } from './electronApp'

/** Lines of what a window showed that are kept. */
const LINES = 40

/** A test that, when it fails, says what every window of its apps showed, and lets none of them run on. */
export const test = base.extend<{ whatWasSeen: undefined }>({
  whatWasSeen: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures are asked for.
    async ({}, use, info) => {
      await use(undefined)
      await keepWhatIsSeen(info)
      await Promise.all(appsThatRun().map((app) => app.close()))
    },
    { auto: true },
  ],
})

/** Keeps with a test that has failed what every window of its apps shows, and what these pages do. */
export async function keepWhatIsSeen(info: TestInfo, guests: readonly Page[] = []): Promise<void> {
  if (info.status === info.expectedStatus) return
  const windows = appsThatRun().flatMap((app) => app.windows())
  for (const page of [...windows, ...guests]) {
    const body = await seenIn(page).catch(
      (error: unknown) => `Nothing could be asked of it: ${String(error)}`,
    )
    await info.attach('seen', { body: `${page.url()} showed:\n${body}`, contentType: 'text/plain' })
  }
}

/** The words of a page, of its dialogs alone where some are open. */
async function seenIn(page: Page): Promise<string> {
  const words = await page.evaluate(() => {
    const dialogs = [...document.querySelectorAll<HTMLElement>('dialog[open]')]
    return (dialogs.length > 0 ? dialogs : [document.body]).map((shown) => shown.innerText).join('\n')
  })
  const lines = words.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(0, LINES).join('\n')
}
