import { Buffer } from 'node:buffer'
import { expect, test } from '@playwright/test'
import { servePages } from '../support/servePages'

// Letters may fall a fraction of a pixel apart on another machine; a card that moved or lost its sign differs in far more.
const TOLERANCE = { threshold: 0.25, maxDiffPixelRatio: 0.002 }

let gallery: Awaited<ReturnType<typeof servePages>>

test.beforeAll(async () => {
  gallery = await servePages('test/golden', ['gallery.html'])
})
test.afterAll(() => gallery.stop())

for (const language of ['en', 'ar'] as const)
  for (const theme of ['light', 'dark', 'highContrast'] as const)
    test(`every kind of card in three zooms looks as it did: ${language}, ${theme}`, async ({ page }) => {
      await page.goto(`${gallery.url}/gallery.html`)
      const picture = await page.evaluate(([words, colours]) => window.show(words, colours), [
        language,
        theme,
      ] as const)
      expect(Buffer.from(picture, 'base64')).toMatchSnapshot(`${language}-${theme}.jpg`, TOLERANCE)
    })
