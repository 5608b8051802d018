import { type Page, test } from '@playwright/test'

/** Lines of what a page showed that are kept. */
const LINES = 40
/** ms after which a page that hangs is left alone. */
const PATIENCE = 5_000

/** Keeps with the test what these pages show, when it has failed by now; call it before they go. */
export async function keepWhatIsSeen(pages: readonly Page[]): Promise<void> {
  const { status, expectedStatus } = test.info()
  if (status !== expectedStatus) await keep(pages)
}

/** Does what prepares a test; when that fails, keeps with the test what these pages show then. */
export async function orKeepWhatIsSeen<T>(
  prepare: () => Promise<T>,
  pages: () => readonly Page[],
): Promise<T> {
  try {
    return await prepare()
  } catch (error) {
    await keep(pages())
    throw error
  }
}

async function keep(pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    const words = await Promise.race([wordsOf(page), hangs()]).catch((error: unknown) => String(error))
    await test.info().attach('seen', { body: `${page.url()} showed:\n${words}`, contentType: 'text/plain' })
  }
}

/** The words of a page, of its dialogs alone where some are open. */
async function wordsOf(page: Page): Promise<string> {
  const words = await page.evaluate(() => {
    const dialogs = [...document.querySelectorAll<HTMLElement>('dialog[open]')]
    return (dialogs.length > 0 ? dialogs : [document.body]).map((shown) => shown.innerText).join('\n')
  })
  const lines = words.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(0, LINES).join('\n')
}

const hangs = () =>
  new Promise<string>((resolve) => setTimeout(resolve, PATIENCE, 'nothing: it answers no more').unref())
