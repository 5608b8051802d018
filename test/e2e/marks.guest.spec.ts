import type { Page } from '@playwright/test'
import { expect, joinRoom, test } from '../support/guestRoom'

const wall = (page: Page) => page.locator('.wall')

/** Writes a card in the middle of the wall and selects it. */
async function writeCard(page: Page, words: string) {
  const box = await wall(page).boundingBox()
  if (!box) throw new Error('no wall')
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.dblclick(middle.x, middle.y)
  await page.keyboard.type(words)
  await page.keyboard.press('Escape')
  return middle
}

test('a card is answered and stamped from the bar beside it, and the outline says so', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom)
  await writeCard(page, 'A bench by the stop')
  await page.getByRole('button', { name: 'Answer or stamp' }).click()
  await page.getByRole('button', { name: 'Heart', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Heart: 1' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('radio', { name: 'Tick' }).click()
  await page.getByRole('tab', { name: 'Outline' }).click()
  await expect(page.getByRole('treeitem').filter({ hasText: 'Stamp Tick' })).toBeVisible()
})

test('what is drawn in colour is rubbed out by the eraser and comes back by undo', async ({
  browser,
  emptyRoom,
}) => {
  const page = await joinRoom(browser, emptyRoom)
  const middle = await writeCard(page, 'A bench by the stop')
  await page.getByRole('button', { name: 'Pen', exact: true }).click()
  await page.getByRole('button', { name: 'Choices for: Pen' }).click()
  await page.getByRole('button', { name: 'Highlighter', exact: true }).click()
  await page.getByRole('button', { name: 'Broad' }).click()
  await page.getByRole('button', { name: 'Rose', exact: false }).click()
  await page.mouse.move(middle.x - 80, middle.y)
  await page.mouse.down()
  await page.mouse.move(middle.x + 90, middle.y + 10, { steps: 8 })
  await page.mouse.up()
  await page.getByRole('tab', { name: 'Outline' }).click()
  const drawing = page.getByRole('treeitem').filter({ hasText: 'Drawing' })
  await expect(drawing).toBeVisible()
  await page.getByRole('button', { name: 'Highlighter', exact: true }).click()
  await page.getByRole('button', { name: 'Eraser', exact: true }).click()
  await page.mouse.move(middle.x, middle.y - 60)
  await page.mouse.down()
  await page.mouse.move(middle.x, middle.y + 60, { steps: 6 })
  await page.mouse.up()
  await expect(drawing).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(drawing).toBeVisible()
})
