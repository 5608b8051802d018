import { expect, type Locator, type Page } from '@playwright/test'
import type { Point } from '#shared/cards/box'

/** The wall of a window, as a hand and an eye meet it. */
export const wallOf = (page: Page): Locator =>
  page.getByRole('application', { name: 'The wall', exact: true })

/** Gives the window another size; resolves once the wall has it too, and its points lie where they seem to. */
export async function resizeWindow(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  const isFilled = (wall: Element) => {
    const { clientWidth, clientHeight } = wall.querySelector('canvas') ?? document.body
    return clientWidth === wall.clientWidth && clientHeight === wall.clientHeight
  }
  await expect.poll(() => wallOf(page).evaluate(isFilled)).toBe(true)
}

/**
 * Where a point of the wall lies on a page that shows the wall at full size. `centre` is the point in the
 * middle of the view: the origin, on a wall that was empty when it was opened and has not been moved.
 */
export async function onScreen(page: Page, [x, y]: Point, centre: Point = [0, 0]): Promise<Point> {
  const box = await wallOf(page).boundingBox()
  if (!box) throw new Error('the wall is not shown')
  return [box.x + box.width / 2 + x - centre[0], box.y + box.height / 2 + y - centre[1]]
}

/** Clicks on the wall and says what is announced: the card that lies there, or nothing. */
export async function clickWall(page: Page, point: Point, centre?: Point): Promise<string> {
  await page.mouse.click(...(await onScreen(page, point, centre)))
  return (await wallOf(page).locator('[aria-live]').textContent()) ?? ''
}

/** Expects that whoever clicks on this point of the wall meets the card with these words. */
export async function expectCardAt(page: Page, point: Point, words: string, centre?: Point): Promise<void> {
  await expect.poll(() => clickWall(page, point, centre)).toBe(`Selected: ${words}`)
}

/** Expects that nothing lies on this point of the wall. */
export async function expectBare(page: Page, point: Point, centre?: Point): Promise<void> {
  await expect.poll(() => clickWall(page, point, centre)).toBe('')
}

/** Presses at a point, goes to another in a few steps and stays there with the button down. */
export async function pull(page: Page, from: Point, to: Point, button: 'left' | 'middle' = 'left') {
  await page.mouse.move(...(await onScreen(page, from)))
  await page.mouse.down({ button })
  await page.mouse.move(...(await onScreen(page, to)), { steps: 5 })
}

/** Drags from a point of the wall to another. */
export async function drag(page: Page, from: Point, to: Point, button: 'left' | 'middle' = 'left') {
  await pull(page, from, to, button)
  await page.mouse.up({ button })
}

/** Double-clicks on the wall, writes a card there and ends with Escape. */
export async function writeAt(page: Page, point: Point, words: string): Promise<void> {
  await page.mouse.dblclick(...(await onScreen(page, point)))
  await finishWriting(page, words)
}

/** Writes in the card that is open for writing and ends with Escape. */
export async function finishWriting(page: Page, words: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: 'Words of the card' })
  await expect(editor).toBeFocused()
  await page.keyboard.type(words)
  await expect(editor).toHaveText(words)
  await page.keyboard.press('Escape')
  await expect(editor).toHaveCount(0)
}

/** How many pixels of a box on the wall have each colour, of what is painted over the cards: `#RRGGBB`. */
export function coloursOver(page: Page, [left, top]: Point, [width, height]: Point) {
  return wallOf(page)
    .locator('canvas')
    .last()
    .evaluate(
      (element, box) => {
        const canvas = element as HTMLCanvasElement
        const scale = canvas.width / canvas.clientWidth
        const x = canvas.clientWidth / 2 + box.left
        const y = canvas.clientHeight / 2 + box.top
        const pixels = canvas
          .getContext('2d')
          ?.getImageData(x * scale, y * scale, box.width * scale, box.height * scale).data
        const counts: Record<string, number> = {}
        for (let at = 0; pixels && at < pixels.length; at += 4) {
          if ((pixels[at + 3] ?? 0) < 30) continue
          const hex = [...pixels.slice(at, at + 3)].map((part) => part.toString(16).padStart(2, '0'))
          const colour = `#${hex.join('')}`.toUpperCase()
          counts[colour] = (counts[colour] ?? 0) + 1
        }
        return counts
      },
      { left, top, width, height },
    )
}
