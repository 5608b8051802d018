import type { Page } from '@playwright/test'
import type { Point } from '#shared/cards/box'
import { expect, joinRoom, test } from '../support/guestRoom'
import { outsideOf, watchPage } from '../support/internet'
import { onScreen, resizeWindow, wallOf } from '../support/wall'

/** No face has a letter for it: what is painted is the box that stands for a missing one. */
const MISSING = '\u{e123}'
const LETTERS = {
  Chinese: '谢',
  Japanese: 'ね',
  Korean: '한',
  'an emoji': '🌱',
  'an emoji of several signs': '👩‍🍳',
}

async function writeOn(page: Page, point: Point, words: string): Promise<void> {
  await page.mouse.dblclick(...(await onScreen(page, point)))
  const editor = page.getByRole('textbox', { name: 'Words of the card' })
  await expect(editor).toBeFocused()
  await page.keyboard.insertText(words)
  await expect(editor).toHaveText(words)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(editor).toHaveCount(0)
}

/** What is painted around a point of the wall at rest. */
const paintedAt = (page: Page, [x, y]: Point) =>
  wallOf(page)
    .locator('canvas')
    .first()
    .evaluate(
      (element, at) => {
        const canvas = element as HTMLCanvasElement
        const left = canvas.clientWidth / 2 + at.x - 130
        const top = canvas.clientHeight / 2 + at.y - 90
        const pixels = canvas.getContext('2d')?.getImageData(left, top, 260, 180).data ?? []
        return Array.from(pixels, (value) => String.fromCharCode(value)).join('')
      },
      { x, y },
    )

test('emoji, Chinese, Japanese and Korean are drawn on the wall with letters that the room brings', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom)
  await resizeWindow(page, { width: 1900, height: 1000 })
  const asked: string[] = []
  watchPage(page, asked)
  const places = Object.entries(LETTERS).map(([name, letter], at): readonly [string, string, Point] => [
    name,
    letter,
    [-550 + 280 * at, -100],
  ])
  const box: Point = [-550, 150]
  await writeOn(page, box, MISSING)
  for (const [, letter, place] of places) await writeOn(page, place, letter)
  await page.mouse.click(...(await onScreen(page, [0, 350])))

  const all = [...places.map(([, , place]) => place), box]
  await expect
    .poll(async () => new Set(await Promise.all(all.map((place) => paintedAt(page, place)))).size)
    .toBe(all.length)
  // A machine with such letters of its own tells the words apart before the room's files are asked for.
  await expect.poll(() => asked.some((url) => url.includes('twemoji'))).toBe(true)
  await expect.poll(() => asked.some((url) => url.includes('noto-sans-sc'))).toBe(true)
  expect(outsideOf(asked)).toEqual([])
})

test('a room that writes no such letters fetches none of their files', async ({ browser, emptyRoom }) => {
  const page = await joinRoom(browser, emptyRoom)
  const asked: string[] = []
  watchPage(page, asked)
  await writeOn(page, [0, 0], 'A bench, مقعد')
  await page.waitForFunction(() =>
    [...document.styleSheets].some(({ href }) => href?.includes('rareLetters') ?? false),
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  expect(asked.filter((url) => /twemoji|noto-sans-(?:sc|jp|kr)/.test(url))).toEqual([])
})
